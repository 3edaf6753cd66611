package dev.dayone.readiness.statistic;

import dev.dayone.pilot.report.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The moments of the values looked at, and what they tell of the mean and the standard deviation of all.
 *
 * @param values how many
 * @param deviation the standard deviation, of a sample
 * @param skewness and {@code kurtosis} (3 of a normal distribution): of the values themselves; NaN where all are one
 */
public record Spread(double values, double mean, double deviation, double skewness, double kurtosis) {
    private static final double FEWEST = 20;
    private static final double ROWS_A_SKEW = 20;
    private static final double ROWS_A_KURTOSIS = 30;
    private static final double ALIKE = 4;

    /**
     * The 95 % interval of the mean: Student's, with P. Hall's correction for skewness (On the removal of skewness by
     * transformation, Journal of the Royal Statistical Society B 54, 1992). Unknown of fewer than 20 values, and of fewer
     * than 20 times the skewness squared, where a few great values carry the mean (compare W. G. Cochran, Sampling
     * Techniques, 1977, section 2.15). The same holds of windows, by the skewness of their sums.
     */
    public Interval mean(Drawing drawing) {
        return mean(drawing, DesignEffect.worst(values, drawing));
    }

    /** The same, of values drawn in windows whose effect is known. */
    public Interval mean(Drawing drawing, DesignEffect effect) {
        if (drawing.whole()) {
            return Intervals.exact(mean);
        }
        double skew = skew();
        double independent = effect.values(values);
        double ofSum = Double.isNaN(effect.lean()) ? skew / Math.sqrt(independent) : effect.lean();
        // Where all values seen are one, another may yet be far off.
        if (!drawing.random()
                || deviation == 0
                || !(values >= ROWS_A_SKEW * skew * skew)
                || !(effect.windows() >= FEWEST)
                || !(1 >= ROWS_A_SKEW * ofSum * ofSum)) {
            return Intervals.UNKNOWN;
        }
        double left = Math.sqrt(drawing.left());
        double error = deviation / Math.sqrt(independent) * left;
        // Sums of draws without replacement are the less skewed the more of all is drawn.
        double lean = ofSum * left;
        double t = effect.student(values);
        return new Interval(mean - error * straightened(t, lean), mean - error * straightened(-t, lean));
    }

    /** The interval of a mean that is surely wide enough where {@link #mean} knows none: as if windows were all alike. */
    private Interval wide(Drawing drawing) {
        DesignEffect worst = DesignEffect.worst(values, drawing);
        double reach = worst.student(values) * deviation / Math.sqrt(worst.values(values)) * Math.sqrt(drawing.left());
        return new Interval(mean - reach, mean + reach);
    }

    /** The interval of the mean that is best known, of values whose windows are known. */
    Interval meanAsKnown(Drawing drawing, @Nullable DesignEffect effect) {
        Interval known = effect == null ? mean(drawing) : mean(drawing, effect);
        return known.equals(Intervals.UNKNOWN) ? wide(drawing) : known;
    }

    /** The inverse of Hall's transformation g(T) = T + k T^2 / 3 + k^2 T^3 / 27 + k / 6. */
    private static double straightened(double t, double lean) {
        return Math.abs(lean) < 1e-6 ? t : 3 / lean * (Math.cbrt(1 + lean * (t - lean / 6)) - 1);
    }

    private double skew() {
        return deviation == 0 ? 0 : skewness * Math.sqrt(values * (values - 1)) / (values - 2);
    }

    /**
     * The 95 % interval of the standard deviation: D. G. Bonett's (Approximate confidence interval for standard deviation
     * of nonnormal distributions, Computational Statistics and Data Analysis 50, 2006), with the unbiased kurtosis in place
     * of that about a trimmed mean. Unknown of fewer values than 30 times the kurtosis squared: tails that a sample does
     * not show make it too small; of windows whose rows are alike, of fewer windows.
     */
    public Interval deviation(Drawing drawing) {
        return deviation(drawing, DesignEffect.worst(values, drawing));
    }

    /** The same, of values drawn in windows; {@code effect}: of the squares of their distances from the mean. */
    public Interval deviation(Drawing drawing, DesignEffect effect) {
        if (drawing.whole()) {
            return Intervals.exact(deviation);
        }
        double n = values;
        if (!drawing.random() || !(effect.windows() >= FEWEST) || deviation == 0) {
            return Intervals.UNKNOWN;
        }
        double tails = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (kurtosis - 3) + 6) + 3;
        double independent = effect.values(n);
        // A sum of squares leans far where few windows have most of it.
        boolean leans = ROWS_A_SKEW * effect.lean() * effect.lean() > 1;
        // How much alike a window's rows are is too unsure a figure to go by where it counts most.
        double counting = effect.factor() > ALIKE ? effect.windows() : independent;
        if (leans || !(counting >= ROWS_A_KURTOSIS * tails * tails)) {
            return Intervals.UNKNOWN;
        }
        double t = effect.student(n);
        double scale = independent / (independent - t);
        double error = scale * Math.sqrt(Math.max(0, tails - (n - 3) / n) / (independent - 1) * drawing.left());
        double middle = 1 + (scale - 1) * drawing.left();
        return new Interval(
                deviation * Math.sqrt(middle * Math.exp(-t * error)),
                deviation * Math.sqrt(middle * Math.exp(t * error)));
    }

    /** About how many rows decide whether the mean lies within bounds, if all stays as seen; null: cannot be told. */
    public @Nullable Long rowsForMean(Bounds bounds, Drawing drawing) {
        return rowsForMean(bounds, drawing, DesignEffect.worst(values, drawing));
    }

    /** The same, of values drawn in windows whose effect is known. */
    public @Nullable Long rowsForMean(Bounds bounds, Drawing drawing, DesignEffect effect) {
        double distance = bounds.distance(mean);
        double all = drawing.all();
        double each = values > 0 ? Math.max(1, drawing.looked() / values) : 1;
        if (!drawing.random() || distance == 0 || !Double.isFinite(distance) || !(values > 2)) {
            return Double.isInfinite(all) ? null : Long.valueOf((long) all);
        }
        double plain = Math.pow(Intervals.Z * deviation / distance, 2) * values / effect.values(values);
        double corrected = Double.isInfinite(all) ? plain : plain / (1 + plain * each / all);
        double fewest = Math.max(FEWEST * values / effect.windows(), ROWS_A_SKEW * skew() * skew());
        double rows = Math.ceil(Math.max(fewest, corrected) * each);
        return rows >= Intervals.MOST_ROWS ? null : Long.valueOf((long) Math.min(rows, all));
    }
}
