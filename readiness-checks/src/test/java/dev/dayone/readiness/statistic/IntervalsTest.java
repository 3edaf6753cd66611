package dev.dayone.readiness.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class IntervalsTest {
    private static final double UNKNOWN = Double.POSITIVE_INFINITY;

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
    void intervalsNarrowToAPointAsTheSampleNearsTheWholeTable() {
        double before = 1;
        for (double all : new double[] {UNKNOWN, 10_000, 1_000, 500, 401, 400}) {
            Interval interval =
                    new Rate(300, 400, all == 400 ? Drawing.everyRow(400) : Drawing.atRandom(400, all)).interval();
            double width = interval.high() - interval.low();
            assertThat(width).as("of %s rows", all).isLessThan(before);
            before = width;
        }
        assertThat(before).isZero();
        // Half of the table: the variance is halved.
        Interval half = new Rate(300, 400, Drawing.atRandom(400, 800)).interval();
        Interval none = new Rate(300, 400, Drawing.atRandom(400, UNKNOWN)).interval();
        assertThat((half.high() - half.low()) / (none.high() - none.low())).isCloseTo(Math.sqrt(0.5), within(0.01));
    }

    @Test
    void rowsNotDrawnAtRandomTellNoMoreThanTheOthersLeavePossible() {
        Drawing latest = new Drawing(Drawing.Choice.NOT_AT_RANDOM, 900, 1000);
        assertThat(new Rate(900, 900, latest).interval()).isEqualTo(new Interval(0.9, 1));
        assertThat(new Rate(900, 900, latest).atLeast(0.9)).isEqualTo(CheckVerdict.PASS);
        assertThat(new Rate(900, 900, latest).atLeast(0.95)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(new Rate(800, 900, latest).atLeast(0.95)).isEqualTo(CheckVerdict.FAIL);
        assertThat(new Rate(800, 900, latest).rowsFor(0.85)).isEqualTo(1000);
        assertThat(new Rate(800, 900, new Drawing(Drawing.Choice.NOT_AT_RANDOM, 900, UNKNOWN)).interval())
                .isEqualTo(new Interval(0, 1));
    }

    @ParameterizedTest
    @CsvSource({
        // scipy.stats: hypergeom.cdf(4, 200, 30, 50), hypergeom.sf(3, 200, 30, 50), binom.cdf(4, 50, 0.15), and so on.
        "50, 0.15, 200, 4, 0.0803, 0.9726",
        "50, 0.15, Infinity, 4, 0.1121, 0.9540",
        "190, 0.995, 200, 189, 0.95, 1",
    })
    void tailsAreThoseOfTheHypergeometricDistribution(
            long rows, double share, double all, long hits, double atMost, double atLeast) {
        Draws draws = new Draws(rows, share, all);
        assertThat(draws.atMost(hits)).isCloseTo(atMost, within(1e-4));
        assertThat(draws.atLeast(hits)).isCloseTo(atLeast, within(1e-4));
        assertThat(draws.atMost(hits - 1) + draws.atLeast(hits)).isCloseTo(1, within(1e-9));
    }

    @Test
    void namesTheFirstNumberOfRowsThatDecides() {
        assertThat(rate(1, 1).rowsFor(0.99)).isEqualTo(381);
        assertThat(rate(381, 381).atLeast(0.99)).isEqualTo(CheckVerdict.PASS);
        assertThat(rate(380, 380).atLeast(0.99)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(rate(99, 100).rowsFor(0.99)).isNull();
        assertThat(new Rate(99, 100, Drawing.atRandom(100, 1000)).rowsFor(0.99)).isEqualTo(1000);
        assertThat(new Rate(98, 100, Drawing.atRandom(100, 1000)).rowsFor(0.99)).isBetween(300L, 600L);
        assertThat(new Rate(49, 50, Drawing.atRandom(100, UNKNOWN)).rowsFor(0.9))
                .as("half of the rows have no value")
                .isEqualTo(rate(49, 50).rowsFor(0.9) * 2);
    }

    @Test
    void oneBrokenRowOfFewIsNoFailure() {
        // Wilson's upper end is 0.9965; of a table with one row in 300 broken, every sixth sample has one.
        assertThat(rate(49, 50).interval().high()).isLessThan(0.9967);
        assertThat(rate(49, 50).atLeast(0.9967)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(rate(45, 50).atLeast(0.9967)).isEqualTo(CheckVerdict.FAIL);
        assertThat(rate(49, 50).atLeast(1)).isEqualTo(CheckVerdict.FAIL);
    }

    @Test
    void sharesLieWithinBoundsOrOutside() {
        Bounds bounds = new Bounds(0.2, 0.4, false, false);
        assertThat(rate(300, 1000).within(bounds)).isEqualTo(CheckVerdict.PASS);
        assertThat(rate(210, 1000).within(bounds)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(rate(100, 1000).within(bounds)).isEqualTo(CheckVerdict.FAIL);
        assertThat(rate(500, 1000).within(bounds)).isEqualTo(CheckVerdict.FAIL);
        assertThat(rate(0, 1000).within(new Bounds(0.0, 1.0, false, false))).isEqualTo(CheckVerdict.PASS);
        assertThat(rate(1000, 1000).within(new Bounds(0.9, null, false, false))).isEqualTo(CheckVerdict.PASS);
    }

    @Test
    void meansDecideByBothEnds() {
        Bounds bounds = new Bounds(10.0, 20.0, false, true);
        Drawing random = Drawing.atRandom(100, UNKNOWN);
        // Without skewness it is Student's: 1.984 times the standard error of 99 degrees of freedom.
        Interval even = new Spread(100, 15, 10, 0, 3).mean(random);
        assertThat(even.low()).isCloseTo(13.016, within(1e-3));
        assertThat(even.high()).isCloseTo(16.984, within(1e-3));
        assertThat(Intervals.within(even, bounds)).isEqualTo(CheckVerdict.PASS);
        assertThat(Intervals.within(new Spread(100, 10, 10, 0, 3).mean(random), bounds))
                .isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(Intervals.within(new Spread(100, 30, 10, 0, 3).mean(random), bounds))
                .isEqualTo(CheckVerdict.FAIL);
        assertThat(Intervals.within(Intervals.exact(20), bounds)).isEqualTo(CheckVerdict.FAIL);
        assertThat(new Spread(100, 11, 10, 0, 3).rowsForMean(bounds, random)).isEqualTo(385);
        assertThat(new Spread(100, 11, 10, 0, 3).rowsForMean(bounds, Drawing.atRandom(100, 385)))
                .isEqualTo(193);
    }

    @Test
    void aSkewedMeanReachesFurtherToTheLongTail() {
        Drawing random = Drawing.atRandom(1000, UNKNOWN);
        Interval skewed = new Spread(1000, 15, 10, 4, 30).mean(random);
        assertThat(skewed.high() - 15).isGreaterThan(1.1 * (15 - skewed.low()));
        assertThat(new Spread(1000, 15, 10, 10, 200).mean(random)).isEqualTo(Intervals.UNKNOWN);
        assertThat(new Spread(19, 15, 10, 0, 3).mean(random)).isEqualTo(Intervals.UNKNOWN);
        assertThat(new Spread(1000, 15, 0, Double.NaN, Double.NaN).mean(random)).isEqualTo(Intervals.UNKNOWN);
    }

    @Test
    void ranksAreThoseOfTheSignTest() {
        // Order statistics for the median of 50: Conover (1999), table A3: 18 and 33.
        RankRange median = RankRange.of(0.5, 50, Drawing.atRandom(50, UNKNOWN));
        assertThat(median).isEqualTo(new RankRange(18, 33));
        assertThat(RankRange.of(0.99, 50, Drawing.atRandom(50, UNKNOWN)).high()).isEqualTo(51);
        assertThat(RankRange.of(0.5, 50, Drawing.atRandom(50, 60)).low()).isGreaterThan(18);
    }

    @Test
    void rowsOfWindowsThatAreAllAlikeTellAsMuchAsOneRowEach() {
        // 100 windows of 50 rows, 5 of them broken whole.
        int[] kept = new int[100];
        Arrays.fill(kept, 50);
        Arrays.fill(kept, 10, 15, 0);
        Drawing drawing = Drawing.atRandom(5_000, UNKNOWN).inWindows(50);
        Rate rate = Rate.of(4_750, 5_000, drawing, new WindowCounts(kept), even(100, 50));
        assertThat(rate.effect().factor()).isCloseTo(50, within(1.0));
        assertThat(rate.effect().independent(5_000)).isEqualTo(100);
        assertThat(rate.interval().low()).isCloseTo(Intervals.exactRate(95, 100).low(), within(1e-6));
        assertThat(rate.interval().high()).isBetween(0.98, 0.99);
        assertThat(new Rate(4_750, 5_000, Drawing.atRandom(5_000, UNKNOWN)).atLeast(0.96))
                .isEqualTo(CheckVerdict.FAIL);
        assertThat(rate.atLeast(0.96)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(rate.rowsFor(0.96)).isBetween(70_000L, 100_000L);
    }

    @Test
    void brokenRowsThatStandAloneAreNoReasonForAWideInterval() {
        int[] kept = new int[400];
        for (int i = 0; i < 400; i++) {
            // As many as chance would have: 1,000 of 20,000.
            kept[i] = 50 - new int[] {1, 2, 3, 4, 0, 5, 2, 3}[i % 8];
        }
        Drawing drawing = Drawing.atRandom(20_000, UNKNOWN).inWindows(50);
        Rate rate = Rate.of(19_000, 20_000, drawing, new WindowCounts(kept), even(400, 50));
        Rate single = new Rate(19_000, 20_000, Drawing.atRandom(20_000, UNKNOWN));
        assertThat(width(rate.interval()) / width(single.interval())).isBetween(1.0, 1.15);
    }

    @Test
    void windowsThatAreEvenerThanChanceTellAsMuchAsTheirRows() {
        int[] kept = new int[200];
        java.util.Arrays.fill(kept, 49);
        Drawing drawing = Drawing.atRandom(10_000, Double.POSITIVE_INFINITY);

        Interval windows = Rate.of(9_800, 10_000, drawing.inWindows(50), new WindowCounts(kept), even(200, 50))
                .interval();
        Interval single = new Rate(9_800, 10_000, drawing).interval();

        // A window may still be broken whole: no end is nearer to 1 than none of 200 windows allows.
        assertThat(windows.low()).isCloseTo(single.low(), within(3e-4));
        assertThat(windows.high()).isCloseTo(single.high(), within(3e-4));
        Interval two = Rate.of(98, 100, drawing.inWindows(50), new WindowCounts(new int[] {49, 49}), even(2, 50))
                .interval();
        assertThat(two.high() - two.low()).isGreaterThan(0.5);
    }

    @Test
    void fewWindowsWithHitsTellLittleOfHowTheyStandTogether() {
        Drawing drawing = Drawing.atRandom(5_000, UNKNOWN).inWindows(50);
        int[] one = new int[100];
        one[7] = 10;
        Rate few = Rate.of(10, 5_000, drawing, new WindowCounts(one), even(100, 50));
        int[] many = new int[100];
        Arrays.fill(many, 0, 10, 10);
        Rate more = Rate.of(100, 5_000, drawing, new WindowCounts(many), even(100, 50));
        assertThat(few.effect().freedom()).isLessThan(2.2);
        assertThat(more.effect().freedom()).isBetween(20.0, 30.0);
        assertThat(few.effect().independent(5_000)).isBetween(100.0, 120.0);
        assertThat(more.effect().independent(5_000)).isBetween(400.0, 600.0);
    }

    @Test
    void whereNoRowIsBrokenWindowsMayStillBeBrokenWhole() {
        Drawing drawing = Drawing.atRandom(20_000, UNKNOWN).inWindows(50);
        Rate none = new Rate(20_000, 20_000, drawing);
        assertThat(none.interval().low()).isCloseTo(400 / (400 + 1.96 * 1.96), within(1e-6));
        assertThat(none.atLeast(0.99)).isEqualTo(CheckVerdict.PASS);
        assertThat(none.atLeast(0.995)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(none.rowsFor(0.995)).isBetween(37_000L, 39_000L);
        // A few broken ones alone do not make it surer.
        int[] kept = new int[400];
        Arrays.fill(kept, 50);
        Arrays.fill(kept, 0, 10, 49);
        Rate few = Rate.of(19_990, 20_000, drawing, new WindowCounts(kept), even(400, 50));
        assertThat(few.interval().low()).isCloseTo(none.interval().low(), within(1e-9));
    }

    @Test
    void oneBrokenRowRefutesThatNoneIs() {
        Drawing drawing = Drawing.atRandom(5_000, UNKNOWN).inWindows(50);
        Rate rate = new Rate(4_999, 5_000, drawing);
        assertThat(rate.atLeast(1)).isEqualTo(CheckVerdict.FAIL);
        assertThat(rate.atLeast(0.9999)).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(rate.within(new Bounds(1.0, null, false, false))).isEqualTo(CheckVerdict.FAIL);
        assertThat(new Rate(1, 5_000, drawing).within(new Bounds(null, 0.0, false, false)))
                .isEqualTo(CheckVerdict.FAIL);
        assertThat(new Rate(5_000, 5_000, drawing).atLeast(1)).isEqualTo(CheckVerdict.UNDETERMINED);
    }

    @Test
    void windowsOfATableReadAlmostWholeLeaveLittleOpen() {
        int[] kept = new int[100];
        Arrays.fill(kept, 50);
        Arrays.fill(kept, 10, 15, 0);
        Drawing most = Drawing.atRandom(5_000, 5_050).inWindows(50);
        Interval interval = Rate.of(4_750, 5_000, most, new WindowCounts(kept), even(100, 50))
                .interval();
        assertThat(width(interval)).isLessThan(0.02);
        assertThat(interval.low()).isGreaterThanOrEqualTo(4_750 / 5_050.0);
    }

    @Test
    void meansDeviationsAndRanksKnowOfWindows() {
        Random random = new Random(5);
        WindowSums alike = new WindowSums();
        WindowSums mixed = new WindowSums();
        for (int window = 0; window < 200; window++) {
            double own = random.nextGaussian();
            for (int i = 0; i < 50; i++) {
                alike.add(window, own);
                mixed.add(window, random.nextGaussian());
            }
        }
        Drawing drawing = Drawing.atRandom(10_000, UNKNOWN).inWindows(50);
        Spread spread = new Spread(10_000, 0, 1, 0, 3);
        assertThat(alike.ofMean(drawing).factor()).isCloseTo(50, within(1.0));
        assertThat(mixed.ofMean(drawing).factor()).isCloseTo(1, within(0.25));
        assertThat(alike.ofSquares(3, drawing).factor()).isBetween(35.0, 65.0);
        assertThat(mixed.ofSquares(3, drawing).factor()).isCloseTo(1, within(0.25));
        double plain = width(spread.mean(Drawing.atRandom(10_000, UNKNOWN)));
        assertThat(width(spread.mean(drawing, alike.ofMean(drawing))) / plain).isCloseTo(Math.sqrt(50), within(0.6));
        assertThat(width(spread.mean(drawing)) / plain).isCloseTo(Math.sqrt(50), within(0.6));
        assertThat(width(spread.mean(drawing, mixed.ofMean(drawing))) / plain).isCloseTo(1, within(0.15));
        RankRange ranks = RankRange.of(0.5, 10_000, drawing);
        RankRange single = RankRange.of(0.5, 10_000, Drawing.atRandom(10_000, UNKNOWN));
        assertThat((double) (ranks.high() - ranks.low()) / (single.high() - single.low()))
                .isCloseTo(Math.sqrt(50), within(1.0));
        assertThat(spread.deviation(Drawing.atRandom(10_000, UNKNOWN)).low())
                .isGreaterThan(
                        spread.deviation(drawing, alike.ofSquares(3, drawing)).low());
    }

    private static WindowCounts even(int windows, int rows) {
        int[] even = new int[windows];
        Arrays.fill(even, rows);
        return new WindowCounts(even);
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    private static Rate rate(long hits, long rows) {
        return new Rate(hits, rows, Drawing.atRandom((double) rows, UNKNOWN));
    }
}
