package dev.dayone.readiness.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.Interval;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class NumbersTest {
    @Test
    void neverRoundsAShareToNoneOrAll() {
        assertThat(Numbers.percent(0)).isEqualTo("0%");
        assertThat(Numbers.percent(0.00001)).isEqualTo("<0.1%");
        assertThat(Numbers.percent(0.1234)).isEqualTo("12.3%");
        assertThat(Numbers.percent(0.99999)).isEqualTo(">99.9%");
        assertThat(Numbers.percent(1)).isEqualTo("100%");
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("not a number");
    }

    @Test
    void tellsTheEndsOfAnIntervalApart() {
        assertThat(Numbers.rates(new Interval(0.875, 0.884))).isEqualTo("87.5–88.4%");
        assertThat(Numbers.rates(new Interval(0.99851, 0.99859))).isEqualTo("99.85–99.86%");
        assertThat(Numbers.rates(new Interval(0.5, 0.5))).isEqualTo("50%");
    }

    @Test
    void writesNumbersAsPeopleReadThem() {
        assertThat(Numbers.number(61_204)).isEqualTo("61,204");
        assertThat(Numbers.number(-0.00512)).isEqualTo("-0.0051");
        assertThat(Numbers.number(812.333)).isEqualTo("812.33");
        assertThat(Numbers.number(1e300)).isEqualTo("1E+300");
        assertThat(Numbers.number(Double.POSITIVE_INFINITY)).isEqualTo("not a number");
        assertThat(Numbers.money(new BigDecimal("180.000"))).isEqualTo("180");
        assertThat(Numbers.money(new BigDecimal("1234.5"))).isEqualTo("1,234.50");
        assertThat(Numbers.millis(61_852)).isEqualTo("1 min 1 s");
        assertThat(Numbers.count(1, "row")).isEqualTo("1 row");
    }

    @Test
    void aShareHeldAgainstAnotherTellsThemApart() {
        assertThat(Numbers.percent(0.9897, 0.99)).isEqualTo("98.97%");
        assertThat(Numbers.percent(0.98, 0.99)).isEqualTo("98%");
        assertThat(Numbers.percent(0.99, 0.99)).isEqualTo("99%");
    }
}
