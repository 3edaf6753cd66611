package dev.dayone.readiness.verdict;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.Funnel.Change;
import dev.dayone.readiness.flow.Walked;
import dev.dayone.readiness.wording.Numbers;
import dev.dayone.readiness.wording.Rules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The few changes that bring the most records through the flow. */
final class Changes {
    private Changes() {}

    /** The funnel with them; null: nobody followed the flow. */
    static @Nullable Funnel told(Case subject, List<Finding> findings) {
        Walked walked = subject.evidence().walked();
        if (walked == null) {
            return null;
        }
        Funnel funnel = walked.funnel();
        return funnel.with(walked.best().stream()
                .map(gain -> change(subject, findings, funnel, gain))
                .toList());
    }

    private static Change change(Case subject, List<Finding> findings, Funnel funnel, Walked.Gain gain) {
        Funnel.Step step = funnel.steps().get(gain.step());
        Set<String> ids = FlowShares.ids(subject, step).collect(Collectors.toSet());
        Optional<Finding> told =
                findings.stream().filter(finding -> ids.contains(finding.id())).findFirst();
        return new Change(
                told.map(Finding::id).orElse(""),
                step.place(),
                title(subject, funnel, step),
                told.map(Finding::remedy).orElse(remedy(step)),
                gain.handled());
    }

    private static String title(Case subject, Funnel funnel, Funnel.Step step) {
        String share = Numbers.percent((double) step.touched() / funnel.records()) + " of records ";
        String why = step.losses().isEmpty() ? "" : ": " + step.losses().get(0).why();
        return switch (step.kind()) {
            case LINK ->
                share + "get lost between " + step.place() + " and "
                        + (step.link() == null ? step.table() : step.link().to()) + why + ".";
            case NEED -> share + "come without " + step.place() + why + ".";
            case RULE ->
                share + "break a rule, " + step.place()
                        + (step.rule() == null
                                ? ""
                                : ": "
                                        + Rules.bare(subject.evidence()
                                                .checks()
                                                .get(step.rule().check())))
                        + ".";
            case FRESH -> share + "come to " + step.place() + ", which is older than asked.";
        };
    }

    private static String remedy(Funnel.Step step) {
        return switch (step.kind()) {
            case LINK -> "Agree on one key that both systems keep, and fill it.";
            case NEED -> "Make the field required where it is entered.";
            case RULE -> "Mend the values at their source.";
            case FRESH -> "Find out whether a transfer stopped.";
        };
    }
}
