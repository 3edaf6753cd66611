package dev.dayone.readiness.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailAliasTest {
    private final KeyCleaner cleaner = new MailAlias();

    @Test
    void cleansKeys() {
        assertThat(cleaner.clean("ann+news@x.org")).isEqualTo("ann@x.org");
        assertThat(cleaner.clean("a.n.n+x@gmail.com")).isEqualTo("ann@gmail.com");
        assertThat(cleaner.clean("a.nn@googlemail.com")).isEqualTo("ann@gmail.com");
    }

    @Test
    void keepsWhatIsCleanOrOfAnotherKind() {
        assertThat(cleaner.clean("a.nn@x.org")).isEqualTo("a.nn@x.org");
        assertThat(cleaner.clean("ann@x.org")).isEqualTo("ann@x.org");
        assertThat(cleaner.clean("+49@x.org")).isEqualTo("+49@x.org");
        assertThat(cleaner.clean("no mail")).isEqualTo("no mail");
    }

    @Test
    void isTriedWhereItCanApply() {
        assertThat(cleaner.appliesTo(texts("a@x.org"), texts("b@x.org"))).isTrue();
        assertThat(cleaner.appliesTo(texts("a@x.org"), texts("x.org"))).isFalse();
        assertThat(cleaner.appliesTo(texts("a"), texts("b"))).isFalse();
    }

    private static KeyLook texts(String... keys) {
        return KeyLook.of(ColumnType.STRING, List.of(keys));
    }
}
