package dev.dayone.readiness.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberAsTextTest {
    private final KeyCleaner cleaner = new NumberAsText();

    @Test
    void cleansKeys() {
        assertThat(cleaner.clean("42.0")).isEqualTo("42");
        assertThat(cleaner.clean("+42")).isEqualTo("42");
        assertThat(cleaner.clean("4.2E1")).isEqualTo("42");
        assertThat(cleaner.clean("1,234")).isEqualTo("1234");
        assertThat(cleaner.clean("12 345 678")).isEqualTo("12345678");
        assertThat(cleaner.clean("8.50")).isEqualTo("8.5");
        assertThat(cleaner.clean("0.0")).isEqualTo("0");
    }

    @Test
    void keepsWhatIsCleanOrOfAnotherKind() {
        assertThat(cleaner.clean("42")).isEqualTo("42");
        assertThat(cleaner.clean("0042")).isEqualTo("0042");
        assertThat(cleaner.clean("8.5")).isEqualTo("8.5");
        assertThat(cleaner.clean("12,34")).isEqualTo("12,34");
        assertThat(cleaner.clean("1.2.3")).isEqualTo("1.2.3");
        assertThat(cleaner.clean("A42.0")).isEqualTo("A42.0");
        assertThat(cleaner.clean("0.5")).isEqualTo("0.5");
        assertThat(cleaner.clean("-7")).isEqualTo("-7");
    }

    @Test
    void isTriedWhereItCanApply() {
        assertThat(cleaner.appliesTo(texts("42.0"), texts("42"))).isTrue();
        assertThat(cleaner.appliesTo(texts("1,234"), KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456"))))
                .isTrue();
        assertThat(cleaner.appliesTo(texts("42"), texts("43"))).isFalse();
        assertThat(cleaner.appliesTo(texts("v1.0"), texts("42"))).isFalse();
    }

    private static KeyLook texts(String... keys) {
        return KeyLook.of(ColumnType.STRING, List.of(keys));
    }
}
