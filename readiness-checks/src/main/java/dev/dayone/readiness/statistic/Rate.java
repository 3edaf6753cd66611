package dev.dayone.readiness.statistic;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The share of rows that keep a rule, as the rows looked at show it.
 *
 * <p>The interval is Wilson's score interval (E. B. Wilson, 1927) at the effective sample size n (N - 1) / (N - n), which
 * stands for the finite population correction of the score's variance: W. G. Cochran, Sampling Techniques, 1977, section
 * 3.2; E. L. Korn and B. I. Graubard, Survey Methodology 24, 1998. It covers the truth in 95 of 100 samples on average
 * over rates, yet near 0 and 1 one of its ends is too bold: a single broken row of a few would be a FAIL too often. So a
 * verdict asks for more: that the exact tail of the hypergeometric distribution is below 2.5 % besides.
 *
 * <p>Where neighbours were drawn together, all is told as of fewer rows: as many as the design effect leaves.
 *
 * @param hits rows that keep it
 * @param rows that were looked at, more than none
 * @param effect how many rows count for one, for they were drawn together; at least 1
 */
public record Rate(long hits, long rows, Drawing drawing, double effect) {
    private static final double ROUNDING = 1e-9;

    public Rate {
        effect = drawing.random() ? effect : 1;
    }

    /** Of rows of which nobody counted how they stand together: the worst is taken for granted. */
    public Rate(long hits, long rows, Drawing drawing) {
        this(hits, rows, drawing, drawing.together());
    }

    /** Of rows of which {@code clumps} tells how those that keep the rule, or those that break it, stand together. */
    public static Rate of(long hits, long rows, Drawing drawing, @Nullable Clumps clumps) {
        double together = drawing.together();
        return new Rate(hits, rows, drawing, clumps == null || together <= 1 ? together : clumps.effect(together));
    }

    /** As seen. */
    public double seen() {
        return (double) hits / rows;
    }

    /** The 95 % interval; of rows not drawn at random, what the others leave possible. */
    public Interval interval() {
        if (drawing.whole()) {
            return Intervals.exact(seen());
        }
        double all = all();
        double least = Double.isInfinite(all) ? 0 : hits / all;
        double most = Double.isInfinite(all) ? 1 : (all - (rows - hits)) / all;
        if (!drawing.random()) {
            return new Interval(least, most);
        }
        double effective = (Double.isInfinite(all) ? rows : rows * (all - 1) / (all - rows)) / effect;
        Interval wilson = Intervals.rate(seen() * effective, effective);
        return new Interval(Math.max(least, wilson.low()), Math.min(most, wilson.high()));
    }

    /** Whether the rate is at least {@code least}: decided where interval and exact tail agree. */
    public CheckVerdict atLeast(double least) {
        CheckVerdict verdict = Intervals.atLeast(interval(), least);
        return agreed(verdict, verdict == CheckVerdict.PASS ? isAbove(least) : isBelow(least));
    }

    /** Whether the rate lies within bounds. */
    public CheckVerdict within(Bounds bounds) {
        CheckVerdict verdict = Intervals.within(interval(), bounds);
        Double min = bounds.min();
        Double max = bounds.max();
        boolean under = min != null && bounds.below(seen());
        boolean inside = (min == null || isAbove(min)) && (max == null || max >= 1 || isBelow(max));
        boolean outside = under ? min != null && isBelow(min) : max != null && isAbove(max);
        return agreed(verdict, verdict == CheckVerdict.PASS ? inside : outside);
    }

    private CheckVerdict agreed(CheckVerdict verdict, boolean tail) {
        return drawing.random() && !tail ? CheckVerdict.UNDETERMINED : verdict;
    }

    /** Whether less than one sample of forty would show so many hits if the truth were below {@code least}. */
    private boolean isAbove(double least) {
        double all = counting(all());
        boolean infinite = Double.isInfinite(all);
        double truth = infinite ? least : (Math.ceil(least * all - ROUNDING) - 1) / all;
        return truth < 0
                || (infinite && truth <= 0)
                || hits / all() >= least
                || new Draws(counting(), truth, all).atLeast((long) (hits / effect)) <= Intervals.OUTER;
    }

    /** Whether less than one sample of forty would show so few hits if the truth were {@code least} or more. */
    private boolean isBelow(double least) {
        double all = counting(all());
        double truth = Double.isInfinite(all) ? least : Math.ceil(least * all - ROUNDING) / all;
        long few = Math.min(counting(), (long) Math.ceil(hits / effect));
        return truth > 1 || isRefuted(least) || new Draws(counting(), truth, all).atMost(few) <= Intervals.OUTER;
    }

    /** Whether the rows looked at leave no room for it, however the others are. */
    private boolean isRefuted(double least) {
        double all = all();
        return hits < rows && (Double.isInfinite(all) ? least >= 1 : (all - (rows - hits)) / all < least);
    }

    private long counting() {
        return Math.max(1, (long) (rows / effect));
    }

    private double counting(double all) {
        return Double.isInfinite(all) || effect <= 1 ? all : Math.max((double) counting(), Math.rint(all / effect));
    }

    private double all() {
        return Math.max(drawing.all((double) rows), (double) rows);
    }

    /** About how many rows decide whether the rate is at least {@code least}, if it stays as seen; null: no number does. */
    public @Nullable Long rowsFor(double least) {
        double all = drawing.all();
        if (!drawing.random()) {
            return Double.isInfinite(all) ? null : Long.valueOf((long) all);
        }
        long most = Double.isInfinite(all) ? Intervals.MOST_ROWS : (long) Math.ceil(all);
        // As many rows more as are missing: those without a value stay their share.
        double each = Math.max(1, drawing.looked() / rows);
        long low = 0;
        long high = 1;
        while (high < most && !decides(high, least)) {
            low = high;
            high = Math.min(most, high * 2);
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (decides(middle, least)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double needed = Math.ceil(high * each);
        return Double.isInfinite(all)
                ? (high >= most ? null : Long.valueOf((long) needed))
                : Long.valueOf((long) Math.min(needed, all));
    }

    private boolean decides(long more, double least) {
        double all = drawing.all();
        double of = Double.isInfinite(all) ? all : Math.max(1, drawing.all((double) rows));
        if (more >= of) {
            return true;
        }
        double keeping = seen() * more;
        long whole = (long) (seen() >= least ? Math.floor(keeping + ROUNDING) : Math.ceil(keeping - ROUNDING));
        CheckVerdict wanted = seen() >= least ? CheckVerdict.PASS : CheckVerdict.FAIL;
        return new Rate(whole, more, Drawing.atRandom((double) more, of), effect).atLeast(least) == wanted;
    }
}
