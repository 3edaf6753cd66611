package dev.dayone.readiness.render;

import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The flow's records on their way, in words and bars.
 *
 * @param handled the share that comes through
 * @param headline that share in a sentence
 * @param steps those that turn records away; {@code others}: how many do not; null: all do
 * @param note what the numbers leave open; null: nothing
 */
record FunnelView(
        String handled,
        String headline,
        @Nullable String howSure,
        @Nullable String note,
        List<Step> steps,
        @Nullable String others,
        List<Change> changes) {
    /** One step; {@code why} records are turned away there. */
    record Step(String asked, RateBar bar, String left, String lost, String why) {}

    /** Something to mend; {@code gain} is what it adds to those before it. */
    record Change(
            int rank, String title, String place, @Nullable String anchor, String remedy, String gain, RateBar bar) {}

    /** Null: nobody followed the flow. */
    static @Nullable FunnelView of(RunReport report, Anchors anchors) {
        Funnel funnel = report.funnel();
        if (funnel == null) {
            return null;
        }
        String through = Numbers.percent(share(funnel, funnel.handled()));
        return new FunnelView(
                through,
                (funnel.atLeast() ? "At least " : "") + Numbers.count(funnel.handled()) + " of "
                        + Numbers.count(funnel.records(), "record") + " of " + funnel.start()
                        + " that were followed come through with all that the pilot needs.",
                Wording.howSure(funnel.interval()),
                funnel.atLeast()
                        ? "The other side of a link was read in part: keys that were not found may yet be there."
                        : null,
                funnel.steps().stream()
                        .filter(step -> step.touched() > 0)
                        .map(step -> step(report, funnel, step))
                        .toList(),
                quiet(funnel),
                changes(funnel, anchors));
    }

    private static @Nullable String quiet(Funnel funnel) {
        long quiet = funnel.steps().stream().filter(step -> step.touched() == 0).count();
        return quiet == 0
                ? null
                : Numbers.count(quiet, "other step") + (quiet == 1 ? " turns" : " turn") + " nobody away.";
    }

    private static Step step(RunReport report, Funnel funnel, Funnel.Step step) {
        double left = share(funnel, step.left());
        return new Step(
                asked(report, step),
                RateBar.of(Tone.NONE, left, null, null),
                Numbers.percent(left),
                step.lost() == 0 ? "" : "−" + Numbers.percent(share(funnel, step.lost())),
                step.losses().stream()
                        .map(loss -> loss.why() + ": " + Numbers.count(loss.records()))
                        .collect(Collectors.joining("; ")));
    }

    /** What a step asks, in a few words. */
    static String asked(RunReport report, Funnel.Step step) {
        return switch (step.kind()) {
            case LINK ->
                step.place() + " found in "
                        + (step.link() == null ? step.table() : step.link().to());
            case NEED -> step.place() + " filled";
            case FRESH -> step.place() + " fresh enough";
            case RULE -> {
                Funnel.Rule rule = step.rule();
                yield rule == null || rule.check() >= report.checks().size()
                        ? step.place() + " keeps its rule"
                        : step.table() + ": " + Wording.rule(report.checks().get(rule.check()));
            }
        };
    }

    private static List<Change> changes(Funnel funnel, Anchors anchors) {
        List<Change> changes = new ArrayList<>();
        long before = funnel.handled();
        for (Funnel.Change change : funnel.changes()) {
            double after = share(funnel, change.handled());
            changes.add(new Change(
                    changes.size() + 1,
                    change.title(),
                    change.place(),
                    anchors.place(change.place()),
                    change.remedy(),
                    gain(funnel, change, before),
                    RateBar.of(Tone.GOOD, after, null, null)));
            before = change.handled();
        }
        return changes;
    }

    /** What a change adds to those before it. */
    static String gain(Funnel funnel, Funnel.Change change, long before) {
        double more = share(funnel, change.handled() - before);
        return (more == 0 ? "nothing by itself" : "+" + Numbers.percent(more)) + ", then "
                + Numbers.percent(share(funnel, change.handled())) + " come through";
    }

    private static double share(Funnel funnel, long records) {
        return (double) records / funnel.records();
    }
}
