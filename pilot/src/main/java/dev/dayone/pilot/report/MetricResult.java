package dev.dayone.pilot.report;

import dev.dayone.pilot.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one metric came to.
 *
 * @param baseline measured from the snapshot; null: no answer
 * @param targetMet whether the baseline reaches the target already; null: no target or no baseline, or nobody can tell from the
 *     rows read
 * @param tables read by the SQL
 * @param fromSample whether any of those tables was not read whole, so that the baseline is an estimate
 * @param error why there is no baseline, in a sentence
 * @param interval 95 % of a baseline that is an estimate; null: it is exact, or {@code unsure} says why there is none
 * @param unsure why there is no interval of an estimate, in a few words; null: there is one, or none is needed
 * @param volume the records a month that make the metric worth a pilot; null: not asked
 */
public record MetricResult(
        Metric metric,
        @Nullable Double baseline,
        @Nullable Boolean targetMet,
        List<String> tables,
        boolean fromSample,
        @Nullable String error,
        @Nullable Interval interval,
        @Nullable String unsure,
        @Nullable Volume volume) {
    public MetricResult {
        tables = List.copyOf(tables);
    }

    /** A metric of which nothing was estimated and no volume asked. */
    public MetricResult(
            Metric metric,
            @Nullable Double baseline,
            @Nullable Boolean targetMet,
            List<String> tables,
            boolean fromSample,
            @Nullable String error) {
        this(metric, baseline, targetMet, tables, fromSample, error, null, null, null);
    }

    /**
     * The records of a month held against what makes the metric worth a pilot.
     *
     * @param found null: they could not be counted, {@code error} says why
     * @param verdict UNDETERMINED where the interval holds the limit
     */
    public record Volume(
            BudgetReport.@Nullable Volume found,
            CheckVerdict verdict,
            @Nullable String error) {}

    /** The same with its volume. */
    public MetricResult worth(@Nullable Volume counted) {
        return new MetricResult(metric, baseline, targetMet, tables, fromSample, error, interval, unsure, counted);
    }

    /** Whether there are a baseline and a target, and nobody can tell from the rows read whether it is met. */
    public boolean undecided() {
        return baseline != null && metric.target() != null && targetMet == null;
    }
}
