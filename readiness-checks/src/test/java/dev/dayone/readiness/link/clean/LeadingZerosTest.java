package dev.dayone.readiness.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadingZerosTest {
    private final KeyCleaner cleaner = new LeadingZeros();

    @Test
    void cleansKeys() {
        assertThat(cleaner.clean("0042")).isEqualTo("42");
        assertThat(cleaner.clean("000")).isEqualTo("0");
    }

    @Test
    void keepsWhatIsCleanOrOfAnotherKind() {
        assertThat(cleaner.clean("42")).isEqualTo("42");
        assertThat(cleaner.clean("0")).isEqualTo("0");
        assertThat(cleaner.clean("0x42")).isEqualTo("0x42");
        assertThat(cleaner.clean("00-42")).isEqualTo("00-42");
    }

    @Test
    void isTriedWhereItCanApply() {
        assertThat(cleaner.appliesTo(texts("0042"), texts("42"))).isTrue();
        assertThat(cleaner.appliesTo(texts("0042"), KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456"))))
                .isTrue();
        assertThat(cleaner.appliesTo(texts("42"), texts("43"))).isFalse();
        assertThat(cleaner.appliesTo(texts("0042"), texts("abc"))).isFalse();
        assertThat(cleaner.appliesTo(
                        KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456")),
                        KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456"))))
                .isFalse();
    }

    private static KeyLook texts(String... keys) {
        return KeyLook.of(ColumnType.STRING, List.of(keys));
    }
}
