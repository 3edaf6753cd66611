package dev.dayone.readiness.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterCaseTest {
    private final KeyCleaner cleaner = new LetterCase();

    @Test
    void cleansKeys() {
        assertThat(cleaner.clean("Ann@X.org")).isEqualTo("ann@x.org");
        assertThat(cleaner.clean("STRASSE")).isEqualTo("strasse");
        assertThat(cleaner.clean("Straße")).isEqualTo("strasse");
        assertThat(cleaner.clean("İ")).isEqualTo("i\u0307");
    }

    @Test
    void keepsWhatIsCleanOrOfAnotherKind() {
        assertThat(cleaner.clean("a-1")).isEqualTo("a-1");
    }

    @Test
    void isTriedWhereItCanApply() {
        assertThat(cleaner.appliesTo(texts("a"), texts("B"))).isTrue();
        assertThat(cleaner.appliesTo(texts("1"), texts("2"))).isFalse();
        assertThat(cleaner.appliesTo(texts("a"), KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456"))))
                .isFalse();
    }

    private static KeyLook texts(String... keys) {
        return KeyLook.of(ColumnType.STRING, List.of(keys));
    }
}
