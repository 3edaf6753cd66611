package dev.dayone.readiness.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.report.CheckVerdict;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    @Test
    void rateIsWilsons() {
        // Newcombe (1998), table I, method 3.
        assertThat(Intervals.rate(81, 263).low()).isCloseTo(0.2553, within(1e-4));
        assertThat(Intervals.rate(81, 263).high()).isCloseTo(0.3662, within(1e-4));
        assertThat(Intervals.rate(0, 20).low()).isZero();
        assertThat(Intervals.rate(0, 20).high()).isCloseTo(0.1611, within(1e-4));
        assertThat(Intervals.rate(20, 20).high()).isEqualTo(1);
    }

    @Test
    void namesTheFirstNumberOfRowsThatDecides() {
        Long rows = Intervals.rowsForRate(1, 0.99);
        assertThat(rows).isEqualTo(381);
        assertThat(Intervals.atLeast(Intervals.rate(381, 381), 0.99)).isEqualTo(CheckVerdict.PASS);
        assertThat(Intervals.atLeast(Intervals.rate(380, 380), 0.99)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(Intervals.rowsForRate(0.99, 0.99)).isNull();
        assertThat(Intervals.rowsForRate(1, 1)).isNull();
    }

    @Test
    void meansDecideByBothEnds() {
        Bounds bounds = new Bounds(10.0, 20.0, false, true);
        assertThat(Intervals.within(Intervals.mean(15, 10, 100), bounds)).isEqualTo(CheckVerdict.PASS);
        assertThat(Intervals.within(Intervals.mean(10, 10, 100), bounds)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(Intervals.within(Intervals.mean(30, 10, 100), bounds)).isEqualTo(CheckVerdict.FAIL);
        assertThat(Intervals.within(Intervals.exact(20), bounds)).isEqualTo(CheckVerdict.FAIL);
        assertThat(Intervals.rowsForMean(11, 10, bounds)).isEqualTo(385);
    }
}
