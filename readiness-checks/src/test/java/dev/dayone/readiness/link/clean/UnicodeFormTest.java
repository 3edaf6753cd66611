package dev.dayone.readiness.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnicodeFormTest {
    private final KeyCleaner cleaner = new UnicodeForm();

    @Test
    void cleansKeys() {
        assertThat(cleaner.clean("Mu\u0308ller")).isEqualTo("Müller");
        assertThat(cleaner.clean("ＡＢＣ１")).isEqualTo("ABC1");
        assertThat(cleaner.clean("a\u00adb\ufb01")).isEqualTo("abfi");
    }

    @Test
    void keepsWhatIsCleanOrOfAnotherKind() {
        assertThat(cleaner.clean("Müller")).isEqualTo("Müller");
        assertThat(cleaner.clean("plain")).isEqualTo("plain");
    }

    @Test
    void isTriedWhereItCanApply() {
        assertThat(cleaner.appliesTo(texts("Mu\u0308ller"), texts("x"))).isTrue();
        assertThat(cleaner.appliesTo(texts("a"), texts("b"))).isFalse();
        assertThat(cleaner.appliesTo(
                        KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456")),
                        KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456"))))
                .isFalse();
    }

    private static KeyLook texts(String... keys) {
        return KeyLook.of(ColumnType.STRING, List.of(keys));
    }
}
