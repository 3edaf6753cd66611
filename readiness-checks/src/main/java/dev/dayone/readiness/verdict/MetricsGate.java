package dev.dayone.readiness.verdict;

import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Answers the metrics gate: three baselines that are sure enough, each with a target, of records that are enough. */
final class MetricsGate {
    /** The number of business metrics that a pilot is steered by. */
    static final int METRICS = 3;

    private MetricsGate() {}

    static Gate of(List<MetricResult> metrics) {
        List<String> closed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        measured(metrics, closed, open);
        for (MetricResult metric : metrics) {
            MetricResult.Volume volume = metric.volume();
            if (volume != null && volume.verdict() == CheckVerdict.FAIL) {
                closed.add(worth(metric));
            } else if (volume != null && volume.verdict() != CheckVerdict.PASS) {
                open.add(worth(metric));
            }
        }
        return answer(metrics, closed, open);
    }

    /** The same, whatever records there are. */
    static Gate ofBaselines(List<MetricResult> metrics) {
        List<String> closed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        measured(metrics, closed, open);
        return answer(metrics, closed, open);
    }

    private static Gate answer(List<MetricResult> metrics, List<String> closed, List<String> open) {
        return Gates.answer(
                GateName.METRICS,
                closed,
                open,
                Numbers.count(metrics.size(), "metric") + " with a measured baseline and a target.");
    }

    private static void measured(List<MetricResult> metrics, List<String> closed, List<String> open) {
        if (metrics.size() != METRICS) {
            closed.add(
                    "the pilot has " + Numbers.count(metrics.size(), "metric") + ", expected exactly " + METRICS + ".");
        }
        for (MetricResult metric : metrics) {
            String name = "'" + metric.metric().name() + "'";
            if (metric.metric().target() == null) {
                closed.add(name + " has no target.");
            }
            if (metric.baseline() == null) {
                open.add(name + " could not be measured: " + metric.error());
            } else if (metric.undecided() && metric.unsure() != null) {
                open.add(name + " was measured on a sample, without an interval: " + metric.unsure() + ".");
            }
        }
    }

    /** A metric's records held against what makes it worth a pilot, in a sentence; of one that has a volume. */
    static String worth(MetricResult metric) {
        Metric.Worth worth = metric.metric().worth();
        MetricResult.Volume volume = metric.volume();
        if (worth == null || volume == null) {
            return "";
        }
        String name = "'" + metric.metric().name() + "'";
        BudgetReport.Volume found = volume.found();
        if (found == null) {
            return name + ": the records that make it worth a pilot could not be counted: " + volume.error() + ".";
        }
        Interval interval = found.interval();
        String records = Numbers.number(found.records()) + " records a month (" + worth.records() + ")";
        String asked = Numbers.number(worth.atLeast());
        return switch (volume.verdict()) {
            case PASS -> name + " is of " + records + ", at least " + asked + " asked.";
            case FAIL -> name + " is of " + records + " only, fewer than the " + asked + " that make it worth a pilot.";
            case UNDETERMINED, NO_ANSWER ->
                name + " is of about " + records + (interval == null ? "" : ", " + Numbers.numbers(interval))
                        + ", around the " + asked + " that make it worth a pilot.";
        };
    }
}
