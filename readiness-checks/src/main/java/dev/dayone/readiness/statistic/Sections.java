package dev.dayone.readiness.statistic;

import dev.dayone.pilot.report.Interval;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How sure a number is that was calculated from a sample in whatever way: the same calculation on each of some sections, into
 * which whole windows of rows fell by lot, and how far they are off the number of all rows. Known as sectioning (S. Asmussen and
 * P. W. Glynn, Stochastic Simulation, 2007, section III.5; M. K. Nakayama, Confidence intervals for quantiles using
 * sectioning, ACM Transactions on Modeling and Computer Simulation 24, 2014): what sections are off by, being small, makes the
 * interval wider, not wrong.
 *
 * @param whole the number of all rows looked at
 * @param parts that of each section
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sections(double whole, double[] parts) {
    private static final int MANY = 20;
    private static final int FEW = 10;
    private static final int ROWS_OF_MANY = 1_000;
    private static final int ROWS_OF_FEW = 300;

    /** A skewness that ten or twenty numbers have where hits fell into no more than two of them. */
    private static final double LEANS = 2;

    /** So many standard errors off on average: not by chance, nor for a section's being small. */
    private static final double OFF = 4;

    private static final double SAME = 1e-9;

    /** Into how many sections rows are to be parted; 0: they are too few. {@code windows}: as many as rows, if drawn by itself. */
    public static int number(long rows, long windows) {
        if (rows >= ROWS_OF_MANY && windows >= 2 * MANY) {
            return MANY;
        }
        return rows >= ROWS_OF_FEW && windows >= 2 * FEW ? FEW : 0;
    }

    /** The section of each window: even shares, by a lot that is always the same, for neighbours must not be told apart. */
    public static int[] lots(int windows, int most, int sections) {
        int[] lots = new int[most];
        Arrays.setAll(lots, window -> window % sections);
        java.util.Random random = new java.util.Random(windows);
        for (int i = Math.min(windows, most) - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int lot = lots[i];
            lots[i] = lots[other];
            lots[other] = lot;
        }
        return lots;
    }

    /** What is known of the number: an interval, or why there is none. */
    public record Sure(
            @Nullable Interval interval, @Nullable String reason) {
        private static Sure not(String reason) {
            return new Sure(null, reason);
        }
    }

    /** The 95 % interval of an average, a rate, a ratio or whatever else is the same of few rows as of many. */
    public Sure sure(Drawing drawing) {
        double mean = DoubleStream.of(parts).average().orElse(whole);
        double squares = 0;
        double cubes = 0;
        double off = 0;
        for (double part : parts) {
            double distance = part - mean;
            squares += distance * distance;
            cubes += distance * distance * distance;
            off += (part - whole) * (part - whole);
        }
        int n = parts.length;
        if (whole != 0 && Math.abs(mean * n / whole - 1) < SAME) {
            return Sure.not("it is a total, which grows with the rows read");
        }
        if (Math.sqrt(squares / n) <= SAME * Math.abs(whole) && Math.abs(mean - whole) <= SAME * Math.abs(whole)) {
            return Sure.not("the rows read show no difference from which to tell it");
        }
        double error = Math.sqrt(squares / (n - 1) / n);
        if (Math.abs(mean - whole) > OFF * error) {
            return Sure.not("it is another number of fewer rows");
        }
        if (Math.abs(cubes / n) > LEANS * Math.pow(squares / n, 1.5)) {
            return Sure.not("too few rows decide it");
        }
        double reach = new TDistribution(null, n - 1).inverseCumulativeProbability(1 - Intervals.OUTER)
                * Math.sqrt(off / (n - 1) / n * drawing.left());
        return new Sure(rounded(whole - reach, whole + reach), null);
    }

    /**
     * The same of a median or another quantile. Sections that all have the same one leave no doubt: were it another, each would
     * have been as likely beyond it.
     */
    public Sure sureOfRank(Drawing drawing) {
        boolean same = Arrays.stream(parts).allMatch(part -> part == whole);
        return same ? new Sure(Intervals.exact(whole), null) : sure(drawing);
    }

    /** A number that is whole in all sections is whole: between two whole numbers it can be neither. */
    private Interval rounded(double low, double high) {
        boolean integers = DoubleStream.concat(DoubleStream.of(parts), DoubleStream.of(whole))
                .allMatch(number -> number == Math.rint(number));
        return integers ? new Interval(Math.floor(low), Math.ceil(high)) : new Interval(low, high);
    }
}
