package dev.dayone.pilot.report;

import dev.dayone.pilot.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one metric came to.
 *
 * @param baseline measured from the snapshot; null: no answer
 * @param targetMet whether the baseline reaches the target already; null: no target or no baseline
 * @param tables read by the SQL
 * @param fromSample whether any of those tables was not read whole, so that the baseline is an estimate
 * @param error why there is no baseline, in a sentence
 */
public record MetricResult(
        Metric metric,
        @Nullable Double baseline,
        @Nullable Boolean targetMet,
        List<String> tables,
        boolean fromSample,
        @Nullable String error) {
    public MetricResult {
        tables = List.copyOf(tables);
    }
}
