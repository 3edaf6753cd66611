package dev.dayone.readiness.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneNumberTest {
    private final KeyCleaner cleaner = new PhoneNumber("DE");

    @Test
    void cleansKeys() {
        assertThat(cleaner.clean("0151 1234567")).isEqualTo("+491511234567");
        assertThat(cleaner.clean("+49 (151) 123-4567")).isEqualTo("+491511234567");
        assertThat(cleaner.clean("0049 151 1234567")).isEqualTo("+491511234567");
        assertThat(cleaner.clean("+1 650 253 0000")).isEqualTo("+16502530000");
    }

    @Test
    void keepsWhatIsCleanOrOfAnotherKind() {
        assertThat(cleaner.clean("+491511234567")).isEqualTo("+491511234567");
        assertThat(cleaner.clean("12345")).isEqualTo("12345");
        assertThat(cleaner.clean("ann@x.org")).isEqualTo("ann@x.org");
        assertThat(cleaner.clean("order 12345678")).isEqualTo("order 12345678");
        assertThat(cleaner.clean("2026-01-02T03:04")).isEqualTo("2026-01-02T03:04");
    }

    @Test
    void readsNumbersWithoutACountryAsOfTheCountryOfMost() {
        Ladder ladder = Ladder.of(
                texts("0151 1234567", "030 1234567"), texts("+49 151 1234567", "+43 1 5123456", "+49 30 1234567"));
        KeyCleaner phone = ladder.strict().stream()
                .filter(one -> one.name().equals("phone E.164"))
                .findFirst()
                .orElseThrow();
        assertThat(phone.clean("030 1234567")).isEqualTo("+49301234567");
        assertThat(new PhoneNumber(null).clean("030 1234567")).isEqualTo("030 1234567");
    }

    @Test
    void isTriedWhereItCanApply() {
        assertThat(cleaner.appliesTo(texts("0151 1234567"), texts("+491511234567")))
                .isTrue();
        assertThat(cleaner.appliesTo(texts("+49 151 1234567"), texts("491511234567")))
                .isTrue();
        assertThat(cleaner.appliesTo(texts("1234567"), texts("7654321"))).isFalse();
        assertThat(cleaner.appliesTo(
                        texts("+49 151 1234567"), KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456"))))
                .isFalse();
        assertThat(cleaner.appliesTo(texts("+49 151 1234567"), texts("a", "b", "c")))
                .isFalse();
    }

    private static KeyLook texts(String... keys) {
        return KeyLook.of(ColumnType.STRING, List.of(keys));
    }
}
