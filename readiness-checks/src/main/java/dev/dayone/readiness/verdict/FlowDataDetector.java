package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the flow's driving table is fresh, and enough of it was read. */
final class FlowDataDetector implements Findings.Detector {
    private static final FindingKind NOT_FRESH = FindingKind.named(
                    "flow-not-fresh", "The flow's driving table has no new rows, or nobody can tell whether it has.")
            .because(
                    "A copy that is no longer filled, a system that was replaced, or a table without a time.",
                    "The pilot would be built on how things were.")
            .mendedBy(
                    "Attach the system where rows come in today, or say how old they may be under 'flow.freshness'.",
                    "Read the latest rows: 'sample: {method: latest}'.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind FEW = FindingKind.named(
                    "sample-too-small", "Too few rows of the flow's driving table were read to tell shares.")
            .because("A limit on rows, or a sample made small for a first try.", "Rates are too unsure to build on.")
            .mendedBy(
                    "Read at least " + DataGate.ENOUGH_ROWS + " rows of it.",
                    "Trust what was counted, and no share of it.",
                    Decider.PROCESS_OWNER);

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(NOT_FRESH, FEW);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        return Stream.of(stale(Freshness.of(subject)), few(subject)).filter(Objects::nonNull);
    }

    private static @Nullable Finding stale(@Nullable Freshness freshness) {
        return freshness == null || freshness.verdict() == CheckVerdict.PASS
                ? null
                : NOT_FRESH
                        .at(
                                freshness.verdict() == CheckVerdict.FAIL ? Severity.BLOCKER : Severity.MAJOR,
                                freshness.table().toString(),
                                capital(freshness.sentence()))
                        .done();
    }

    private static @Nullable Finding few(Case subject) {
        String few = DataGate.few(subject);
        return few == null
                ? null
                : FEW.at(
                                Severity.MAJOR,
                                Objects.requireNonNull(subject.pilot().flow())
                                        .start()
                                        .toString(),
                                few)
                        .done();
    }

    private static String capital(String sentence) {
        return sentence.startsWith("the ")
                ? sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1)
                : sentence;
    }
}
