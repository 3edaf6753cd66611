package dev.dayone.readiness.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlanksAroundTest {
    private final KeyCleaner cleaner = new BlanksAround();

    @Test
    void cleansKeys() {
        assertThat(cleaner.clean(" a b ")).isEqualTo("a b");
        assertThat(cleaner.clean("\u00a0x\u200b")).isEqualTo("x");
        assertThat(cleaner.clean("x\t\r\n")).isEqualTo("x");
    }

    @Test
    void keepsWhatIsCleanOrOfAnotherKind() {
        assertThat(cleaner.clean("a b")).isEqualTo("a b");
        assertThat(cleaner.clean("é")).isEqualTo("é");
        assertThat(cleaner.clean("\u00a0")).isEqualTo("\u00a0");
    }

    @Test
    void isTriedWhereItCanApply() {
        assertThat(cleaner.appliesTo(texts("a"), texts("b"))).isTrue();
        assertThat(cleaner.appliesTo(texts("1 "), KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456"))))
                .isTrue();
        assertThat(cleaner.appliesTo(
                        KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456")),
                        KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456"))))
                .isFalse();
    }

    private static KeyLook texts(String... keys) {
        return KeyLook.of(ColumnType.STRING, List.of(keys));
    }
}
