package dev.dayone.readiness.statistic;

import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnSampling;
import dev.dayone.pilot.report.Interval;
import org.jspecify.annotations.Nullable;

/** Tells how sure a sampled column's statistics are. */
public final class ColumnIntervals {
    private ColumnIntervals() {}

    /**
     * Of a profile, as far as it is shown; null: every row was looked at, there is none, or the rows were not drawn by chance.
     *
     * @param windows in which its rows were drawn; null: nobody counted them so
     */
    public static @Nullable ColumnSampling of(ColumnProfile profile, Drawing drawing, @Nullable ColumnWindows windows) {
        if (!drawing.random() || profile.rows() == 0) {
            return null;
        }
        long filled = profile.rows() - profile.nulls() - profile.blanks();
        Rate rate = windows == null ? new Rate(filled, profile.rows(), drawing) : windows.filled(drawing);
        Spread spread = spread(profile);
        if (spread == null) {
            return new ColumnSampling(rate.interval(), null, null, drawing.together());
        }
        DesignEffect onMean = windows == null ? null : windows.ofMean(drawing);
        Interval deviation = windows == null
                ? spread.deviation(drawing)
                : spread.deviation(drawing, windows.ofSquares(spread.kurtosis(), drawing));
        return new ColumnSampling(
                rate.interval(),
                spread.meanAsKnown(drawing, onMean),
                deviation.equals(Intervals.UNKNOWN) ? null : deviation,
                drawing.together());
    }

    private static @Nullable Spread spread(ColumnProfile profile) {
        Double mean = profile.mean();
        Double deviation = profile.standardDeviation();
        ColumnDetail detail = profile.detail();
        long values = profile.rows() - profile.nulls();
        if (mean == null || deviation == null || values < 2) {
            return null;
        }
        ColumnDetail.NumberDetail numbers = detail == null ? null : detail.numbers();
        Double skewness = numbers == null ? null : numbers.skewness();
        Double kurtosis = numbers == null ? null : numbers.kurtosis();
        return new Spread(
                values,
                mean,
                deviation,
                skewness == null ? Double.NaN : skewness,
                kurtosis == null ? Double.NaN : kurtosis + 3);
    }
}
