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
 * <p>Rows drawn in windows count as so many drawn one by one as tell as much. As that number is itself an estimate, the
 * interval is the wider of Wilson's and the exact one, and it never says more than if all rows had been hits, or none, and
 * each window's rows were all alike: windows of another kind may be there that were not drawn.
 *
 * @param hits rows that keep it
 * @param rows that were looked at, more than none
 * @param effect of drawing them in windows
 */
public record Rate(long hits, long rows, Drawing drawing, DesignEffect effect) {
    private static final double ROUNDING = 1e-9;

    /** Hits that nobody counted by window. */
    public Rate(long hits, long rows, Drawing drawing) {
        this(hits, rows, drawing, DesignEffect.worst((double) rows, drawing));
    }

    /** Hits and rows by window; null: nobody counted them so. */
    public static Rate of(
            long hits, long rows, Drawing drawing, @Nullable WindowCounts hitsOf, @Nullable WindowCounts rowsOf) {
        return hitsOf == null || rowsOf == null
                ? new Rate(hits, rows, drawing)
                : new Rate(hits, rows, drawing, DesignEffect.ofRate(hitsOf, rowsOf, drawing));
    }

    /** As seen. */
    public double seen() {
        return (double) hits / rows;
    }

    /** The 95 % interval; of rows not drawn at random, what the others leave possible. */
    public Interval interval() {
        double all = all();
        if (drawing.whole() || (drawing.random() && all <= rows)) {
            return Intervals.exact(seen());
        }
        double least = Double.isInfinite(all) ? 0 : hits / all;
        double most = Double.isInfinite(all) ? 1 : (all - (rows - hits)) / all;
        if (!drawing.random()) {
            return new Interval(least, most);
        }
        double left = Double.isInfinite(all) ? 1 : (all - 1) / (all - rows);
        double independent = effect.independent((double) rows) * left;
        Interval wilson = Intervals.rate(seen() * independent, independent);
        Interval whole = effect.isNone((double) rows) ? wilson : widened(wilson, independent, effect.windows() * left);
        return new Interval(Math.max(least, whole.low()), Math.min(most, whole.high()));
    }

    private Interval widened(Interval wilson, double independent, double windows) {
        Interval exact = Intervals.exactRate(seen() * independent, independent);
        double unseen = Math.max(
                Intervals.rate(0, windows).high(),
                Intervals.exactRate(0, windows).high());
        return new Interval(
                Math.min(1 - unseen, Math.min(wilson.low(), exact.low())),
                Math.max(unseen, Math.max(wilson.high(), exact.high())));
    }

    /** Whether the rate is at least {@code least}: one row may refute 1, else decided where interval and exact tail agree. */
    public CheckVerdict atLeast(double least) {
        if (least >= 1 && hits < rows) {
            return CheckVerdict.FAIL;
        }
        CheckVerdict verdict = Intervals.atLeast(interval(), least);
        return agreed(verdict, verdict == CheckVerdict.PASS ? isAbove(least) : isBelow(least));
    }

    /** Whether the rate lies within bounds. */
    public CheckVerdict within(Bounds bounds) {
        Double min = bounds.min();
        Double max = bounds.max();
        if ((min != null && min >= 1 && hits < rows) || (max != null && max <= 0 && hits > 0)) {
            return CheckVerdict.FAIL;
        }
        CheckVerdict verdict = Intervals.within(interval(), bounds);
        boolean under = min != null && bounds.below(seen());
        boolean inside = (min == null || isAbove(min)) && (max == null || max >= 1 || isBelow(max));
        boolean outside = under ? min != null && isBelow(min) : max != null && isAbove(max);
        return agreed(verdict, verdict == CheckVerdict.PASS ? inside : outside);
    }

    private CheckVerdict agreed(CheckVerdict verdict, boolean tail) {
        boolean exact = drawing.random() && effect.isNone((double) rows);
        return exact && !tail ? CheckVerdict.UNDETERMINED : verdict;
    }

    /** Whether less than one sample of forty would show so many hits if the truth were below {@code least}. */
    private boolean isAbove(double least) {
        double all = all();
        boolean infinite = Double.isInfinite(all);
        double truth = infinite ? least : (Math.ceil(least * all - ROUNDING) - 1) / all;
        return truth < 0 || (infinite && truth <= 0) || new Draws(rows, truth, all).atLeast(hits) <= Intervals.OUTER;
    }

    /** Whether less than one sample of forty would show so few hits if the truth were {@code least} or more. */
    private boolean isBelow(double least) {
        double all = all();
        double truth = Double.isInfinite(all) ? least : Math.ceil(least * all - ROUNDING) / all;
        return truth > 1 || new Draws(rows, truth, all).atMost(hits) <= Intervals.OUTER;
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
        Drawing wider = Drawing.atRandom((double) more, of).inWindows(drawing.together());
        return new Rate(whole, more, wider, effect.times((double) more / rows)).atLeast(least) == wanted;
    }
}
