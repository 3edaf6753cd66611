package dev.dayone.readiness.history;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.engine.Anomalies;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which numbers of a run are not as they usually are.
 *
 * <p>Earlier snapshots say what is usual: a number is drift if Deequ's normal strategy finds it further from their mean
 * than the prediction interval of one more value (S. B. Vardeman, The American Statistician 46, 1992: Student's t with
 * n - 1 degrees of freedom, wider by the root of 1 + 1/n). Where weekdays differ, it is held against its own ({@link Usual}).
 * All numbers of a run together raise a false alarm in one of a
 * hundred runs, if they spread normally (Bonferroni). What sampling leaves open counts for the usual; so does what is too
 * little to matter. Rows are drift also where Deequ's rate of change finds that they halve or double from one snapshot to
 * the next, and never did.
 */
public final class Drift {
    /** The kind of all that this finds. */
    public static final FindingKind KIND = FindingKind.named(
                    "drift", "A number is not as it was in earlier runs, beyond chance and sampling.")
            .because(
                    "A change in the source system, in how people use it, or in a load that feeds it.",
                    "The pilot meets data other than what it was judged and tuned on.")
            .mendedBy(
                    "Find what changed in the source on the days between the two runs.",
                    "Judge the pilot's answers on records of these days by hand. If something passing was the matter, name the days under 'history: incidents' of the pilot.",
                    Decider.SYSTEM_OWNER);

    private static final double FALSE_ALARMS = 0.01;
    private static final double LEAST_SHARE = 0.01;
    private static final double LEAST_ROWS = 10;
    private static final double LEAST_ROWS_RATE = 0.1;
    private static final double LEAST_RATE = 0.05;
    private static final double LEAST_OF_DEVIATION = 0.1;
    private static final double HALF = 0.5;
    private static final double DOUBLE = 2;

    private final Map<String, List<Seen>> earlier = new HashMap<>();
    private final Map<String, Double> deviations = new HashMap<>();
    private final int minimumRuns;

    /** The numbers of a run, and on which weekday they were sampled. */
    public record Day(DayOfWeek weekday, List<Measure> measures) {
        public Day {
            measures = List.copyOf(measures);
        }
    }

    private record Seen(DayOfWeek weekday, Measure measure) {}

    /**
     * Against earlier snapshots.
     *
     * @param runs oldest first, one run a snapshot, without those to be left out
     * @param minimumRuns without so many values of it, nothing is said of a number
     */
    public Drift(List<Day> runs, int minimumRuns) {
        this.minimumRuns = Math.max(2, minimumRuns);
        for (Day run : runs) {
            for (Measure measure : run.measures()) {
                earlier.computeIfAbsent(key(measure), key -> new ArrayList<>()).add(new Seen(run.weekday(), measure));
            }
        }
    }

    /** What has drifted in a run. */
    public List<Finding> of(Day now) {
        List<Case> cases = new ArrayList<>();
        for (Measure measure : now.measures()) {
            if (measure.quantity() == Quantity.DEVIATION) {
                deviations.put(measure.place(), measure.value());
            }
        }
        for (Measure measure : now.measures()) {
            Case one = measure.quantity().isWatched() && measure.isSound() ? comparable(measure, now.weekday()) : null;
            if (one != null) {
                cases.add(one);
            }
        }
        double risk = FALSE_ALARMS / Math.max(1, cases.size());
        return cases.stream()
                .filter(one -> hasDrifted(one, risk))
                .map(one -> finding(one, risk))
                .toList();
    }

    /** A number and how it usually is. */
    private record Case(Measure now, Usual usual) {
        double mean() {
            return usual.mean();
        }
    }

    private @Nullable Case comparable(Measure now, DayOfWeek weekday) {
        List<Usual.Past> before = earlier.getOrDefault(key(now), List.of()).stream()
                .filter(one -> !now.quantity().dependsOnRows() || one.measure().isOfOneSize(now))
                .map(one -> new Usual.Past(one.weekday(), one.measure().value()))
                .toList();
        return before.size() < minimumRuns ? null : new Case(now, Usual.on(weekday, before));
    }

    private boolean hasDrifted(Case one, double risk) {
        Measure now = one.now();
        double nearest = now.nearest(one.mean());
        if (Math.abs(nearest - one.mean()) < 1e-12 || Math.abs(now.value() - one.mean()) < floor(one)) {
            return false;
        }
        return Anomalies.isUnusual(one.usual().values(), nearest, one.usual().deviations(risk))
                || (now.quantity() == Quantity.ROWS && jumps(one));
    }

    private static boolean jumps(Case one) {
        List<Double> before = one.usual().same();
        for (int i = 1; i < before.size(); i++) {
            if (before.get(i - 1) <= 0 || Anomalies.isJump(before.subList(0, i), before.get(i), HALF, DOUBLE)) {
                return false;
            }
        }
        return before.get(before.size() - 1) > 0
                && Anomalies.isJump(before, one.now().value(), HALF, DOUBLE);
    }

    private double floor(Case one) {
        Measure now = one.now();
        double rate = LEAST_RATE * Math.abs(one.mean());
        if (now.quantity().isShare()) {
            return LEAST_SHARE;
        }
        if (now.quantity() == Quantity.ROWS) {
            return Math.max(LEAST_ROWS, LEAST_ROWS_RATE * one.mean());
        }
        Double deviation = deviations.get(now.place());
        return now.quantity() == Quantity.MEAN && deviation != null ? LEAST_OF_DEVIATION * deviation : rate;
    }

    private static Finding finding(Case one, double risk) {
        Measure now = one.now();
        List<Double> same = one.usual().same();
        DayOfWeek weekday = one.usual().weekday();
        String on = weekday == null ? "" : " on " + weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s";
        Measure usual = new Measure(now.place(), now.quantity(), one.mean(), now.interval(), now.rows());
        double least = Collections.min(same);
        double most = Collections.max(same);
        return KIND.at(
                        Severity.MAJOR,
                        now.place(),
                        now.place() + ": " + now.quantity().words() + " is " + Comparison.told(now, usual)
                                + ", usually " + Comparison.told(usual, now) + on)
                .about(now.quantity().name())
                .seen(List.of(
                        "between " + written(least, now) + " and " + written(most, now) + " in "
                                + Numbers.count(same.size(), "earlier snapshot") + on,
                        "up to " + written(one.usual().reach(risk), now) + " from the usual would be chance"))
                .done();
    }

    private static String written(double value, Measure like) {
        return like.quantity().isShare() ? Numbers.percent(value) : Numbers.number(value);
    }

    private static String key(Measure measure) {
        return measure.quantity().name() + '\n' + measure.place();
    }
}
