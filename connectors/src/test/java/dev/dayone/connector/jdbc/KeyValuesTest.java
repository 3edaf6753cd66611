package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class KeyValuesTest {
    @Test
    void wholeNumbersTakeWhatIsOneHoweverItIsWritten() {
        assertThat(KeyValues.WHOLE.fit("007")).isEqualTo(7L);
        assertThat(KeyValues.WHOLE.fit(new BigDecimal("3.00"))).isEqualTo(3L);
        assertThat(KeyValues.WHOLE.fit(" -4 ")).isEqualTo(-4L);
        for (Object other : new Object[] {"", "abc", "1 OR 1", "1.5", Double.NaN, true, "9223372036854775808", "1e3"}) {
            assertThat(KeyValues.WHOLE.fit(other)).as(String.valueOf(other)).isNull();
        }
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(KeyValues.NUMBER.fit("18446744073709551615")).isEqualTo(new BigDecimal("18446744073709551615"));
        assertThat(KeyValues.NUMBER.fit("12,5")).isNull();
    }

    @Test
    void textsTakeNumbersAsTheyAreWritten() {
        assertThat(KeyValues.TEXT.fit(new BigDecimal("12.50"))).isEqualTo("12.5");
        assertThat(KeyValues.TEXT.fit(1_000.0)).isEqualTo("1000");
        assertThat(KeyValues.TEXT.fit(42L)).isEqualTo("42");
        assertThat(KeyValues.TEXT.fit("a\0b")).isNull();
    }

    @Test
    void timesAreTakenToUtc() {
        assertThat(KeyValues.TIME.fit("2024-03-01T00:30:00+02:00")).isEqualTo("2024-02-29 22:30:00.000000");
        assertThat(KeyValues.TIME.fit("2024-03-01 00:30:00.5+00")).isEqualTo("2024-03-01 00:30:00.500000");
        assertThat(KeyValues.TIME.fit("0000-00-00 00:00:00")).isNull();
        assertThat(KeyValues.TIME.fit("infinity")).isNull();
        assertThat(KeyValues.DAY.fit("2024-03-01")).isEqualTo("2024-03-01");
        assertThat(KeyValues.DAY.fit("2024-03-01 10:00:00")).isNull();
    }

    @Test
    void uuidsAndTruthAreTakenIfTheyAreSuch() {
        assertThat(KeyValues.UUID.fit("0A0B0C0D-0000-4000-8000-000000000001")).isNotNull();
        assertThat(KeyValues.UUID.fit("0a0b0c0d")).isNull();
        assertThat(KeyValues.BOOLEAN.fit("t")).isEqualTo(true);
        assertThat(KeyValues.BOOLEAN.fit(2L)).isNull();
        assertThat(KeyValues.NONE.fit("x")).isNull();
    }
}
