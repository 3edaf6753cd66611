package dev.dayone.readiness.render;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.MetricResult;
import org.jspecify.annotations.Nullable;

/** A metric on the page. */
record MetricView(
        String name,
        Badge badge,
        String baseline,
        String target,
        String gap,
        @Nullable String sure,
        @Nullable String worth,
        @Nullable String basis,
        String sql,
        @Nullable String error) {
    static MetricView of(MetricResult metric) {
        return new MetricView(
                metric.metric().name(),
                badge(metric),
                Wording.baseline(metric),
                Wording.target(metric),
                Wording.gap(metric),
                Wording.sure(metric),
                Wording.worth(metric),
                basis(metric),
                metric.metric().sql(),
                metric.error());
    }

    private static Badge badge(MetricResult metric) {
        if (metric.baseline() == null) {
            return new Badge(Tone.NONE, "could not be measured");
        }
        if (metric.metric().target() == null) {
            return new Badge(Tone.WARN, "no target");
        }
        if (metric.volume() != null && metric.volume().verdict() == CheckVerdict.FAIL) {
            return new Badge(Tone.BAD, "too few records");
        }
        if (metric.undecided()) {
            return new Badge(Tone.WARN, "not decided");
        }
        return Boolean.TRUE.equals(metric.targetMet())
                ? new Badge(Tone.WARN, "target already met")
                : new Badge(Tone.GOOD, "baseline measured");
    }

    private static @Nullable String basis(MetricResult metric) {
        if (metric.baseline() == null) {
            return null;
        }
        String tables = metric.tables().isEmpty() ? "" : " of " + String.join(", ", metric.tables());
        return metric.fromSample() ? "estimated from a sample" + tables : "from every row" + tables;
    }
}
