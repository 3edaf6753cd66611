package dev.dayone.readiness.history;

import dev.dayone.pilot.History;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.history.PastRun.Head;
import dev.dayone.readiness.plan.Review;
import dev.dayone.readiness.plan.Review.Answer;
import dev.dayone.readiness.plan.Review.Figure;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a monthly review of what is remembered of runs. */
public final class Reviewing {
    private final List<Metric> metrics;
    private final PastRun before;
    private final List<PastRun> months;

    private Reviewing(List<Metric> metrics, PastRun before, List<PastRun> months) {
        this.metrics = metrics;
        this.before = before;
        this.months = months;
    }

    /** The run that says how it was before the pilot, where nobody names one: the first that was not an incident; null: none. */
    public static @Nullable Head first(List<Head> runs, History settings) {
        return runs.stream()
                .filter(head -> !settings.leavesOut(head.sampledAt()))
                .min(Comparator.comparing(Head::sampledAt).thenComparing(Head::completedAt))
                .orElse(null);
    }

    /** The newest run of each of the last months that came after one, incidents left out; oldest first. */
    public static List<Head> months(List<Head> runs, Head before, History settings, int most) {
        Map<YearMonth, Head> newest = new TreeMap<>();
        for (Head head : runs) {
            if (head.sampledAt().isAfter(before.sampledAt())
                    && !head.snapshot().equals(before.snapshot())
                    && !settings.leavesOut(head.sampledAt())) {
                newest.merge(month(head), head, Reviewing::later);
            }
        }
        List<Head> all = new ArrayList<>(newest.values());
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static Head later(Head one, Head other) {
        int order = one.sampledAt().compareTo(other.sampledAt());
        return order > 0 || (order == 0 && one.completedAt().isAfter(other.completedAt())) ? one : other;
    }

    private static YearMonth month(Head head) {
        return YearMonth.from(head.sampledAt().atZone(ZoneOffset.UTC));
    }

    /** The review of a pilot's metrics. */
    public static Review of(String pilot, List<Metric> metrics, PastRun before, List<PastRun> months) {
        return new Reviewing(metrics, before, months).review(pilot);
    }

    private Review review(String pilot) {
        return new Review(
                pilot,
                run(before),
                months.stream().map(Reviewing::run).toList(),
                metrics.stream().map(this::line).toList());
    }

    private static Review.Run run(PastRun run) {
        Head head = run.head();
        return new Review.Run(
                month(head).toString(),
                head.id(),
                head.sampledAt().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                head.verdict(),
                run.findings().size());
    }

    private Review.Line line(Metric metric) {
        Measure was = measures(before).get(metric.name());
        return new Review.Line(
                metric.name(),
                metric.unit(),
                metric.target() == null ? null : metric.target().toString(),
                figure(metric, was, Answer.BEFORE),
                months.stream()
                        .map(run -> measures(run).get(metric.name()))
                        .map(now -> figure(metric, now, answer(metric, was, now)))
                        .toList());
    }

    private static Map<String, Measure> measures(PastRun run) {
        return run.measures().stream()
                .filter(measure -> measure.quantity() == Quantity.BASELINE)
                .collect(Collectors.toMap(Measure::place, Function.identity(), (one, other) -> one));
    }

    private static Figure figure(Metric metric, @Nullable Measure measure, Answer answer) {
        if (measure == null) {
            return new Figure(null, null, Answer.NOT_MEASURED, null);
        }
        Interval interval = measure.interval();
        boolean known = measure.isSure();
        boolean exact = interval.low() == interval.high();
        return new Figure(measure.value(), known && !exact ? interval : null, answer, met(metric, measure));
    }

    private static @Nullable Boolean met(Metric metric, Measure measure) {
        Metric.Target target = metric.target();
        if (target == null || !measure.isSure()) {
            return null;
        }
        boolean low = target.isMetBy(measure.interval().low());
        return low == target.isMetBy(measure.interval().high()) ? low : null;
    }

    private static Answer answer(Metric metric, @Nullable Measure was, @Nullable Measure now) {
        if (now == null || was == null) {
            return now == null ? Answer.NOT_MEASURED : Answer.BEFORE;
        }
        if (!was.isSure() || !now.isSure()) {
            return Answer.UNSURE;
        }
        if (!was.isApartFrom(now)) {
            return Answer.WITHIN_NOISE;
        }
        Metric.Target target = metric.target();
        if (target == null) {
            return Answer.OTHER;
        }
        boolean fell = now.value() < was.value();
        return fell == (target.atMost() != null) ? Answer.BETTER : Answer.WORSE;
    }
}
