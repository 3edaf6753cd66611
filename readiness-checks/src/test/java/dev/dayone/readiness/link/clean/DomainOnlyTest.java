package dev.dayone.readiness.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainOnlyTest {
    private final KeyCleaner cleaner = new DomainOnly();

    @Test
    void cleansKeys() {
        assertThat(cleaner.clean("ann@Acme.org")).isEqualTo("acme.org");
        assertThat(cleaner.clean("https://www.acme.org/about")).isEqualTo("acme.org");
        assertThat(cleaner.clean("www.acme.org")).isEqualTo("acme.org");
    }

    @Test
    void keepsWhatIsCleanOrOfAnotherKind() {
        assertThat(cleaner.clean("ann@gmail.com")).isEqualTo("ann@gmail.com");
        assertThat(cleaner.clean("acme.org")).isEqualTo("acme.org");
        assertThat(cleaner.clean("Acme Ltd.")).isEqualTo("Acme Ltd.");
        assertThat(cleaner.clean("12.5")).isEqualTo("12.5");
    }

    @Test
    void joinsCompanies() {
        assertThat(cleaner.joinsCompanies()).isTrue();
    }

    @Test
    void isTriedWhereItCanApply() {
        assertThat(cleaner.appliesTo(texts("a@x.org"), texts("b@x.org"))).isTrue();
        assertThat(cleaner.appliesTo(texts("a@x.org"), texts("https://x.org"))).isTrue();
        assertThat(cleaner.appliesTo(texts("x.org"), texts("y.org"))).isFalse();
        assertThat(cleaner.appliesTo(texts("a@x.org"), texts("Acme"))).isFalse();
    }

    private static KeyLook texts(String... keys) {
        return KeyLook.of(ColumnType.STRING, List.of(keys));
    }
}
