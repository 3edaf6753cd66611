package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.suite.UncarriedRule;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that failed, or that gave no answer. */
final class CheckDetector implements Findings.Detector {
    private static final FindingKind FAILED = FindingKind.named("check-failed", "A check of the pilot fails.")
            .because(
                    "Records that break a rule that nothing enforces.",
                    "What the pilot takes for granted here does not hold.")
            .mendedBy(
                    "Mend the values at their source.",
                    "Clean them on the way, or let the pilot skip such records.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind UNANSWERED = FindingKind.named(
                    "check-without-answer", "A check of the pilot could not be measured.")
            .because(
                    "A wrong name or argument, or a rule that could not be carried over.",
                    "What the pilot takes for granted here is not known to hold.")
            .mendedBy("Correct the check as its message says.", "Do not take the rule for granted.", Decider.ENGINEERS);

    private static final FindingKind UNDECIDED = FindingKind.named(
                    "check-undecided", "The rows looked at do not decide a check of the pilot.")
            .because(
                    "Too few rows were looked at for how near the threshold they are.",
                    "What the pilot takes for granted here is not known to hold.")
            .mendedBy(
                    "Sample more rows of the table, or read it whole.",
                    "Do not take the rule for granted.",
                    Decider.ENGINEERS);

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(FAILED, UNANSWERED, UNDECIDED);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        return subject.evidence().checks().stream()
                .filter(check -> check.verdict() != CheckVerdict.PASS)
                .map(CheckDetector::finding);
    }

    /** The ids that a finding about a check may have. */
    static Stream<String> ids(CheckResult check) {
        return Stream.of(FAILED, UNDECIDED).map(kind -> kind.id(Wording.place(check), rule(check)));
    }

    private static String rule(CheckResult check) {
        return check.type() + check.kwargs();
    }

    private static Finding finding(CheckResult check) {
        Long unexpected = check.unexpectedCount();
        boolean decided = check.verdict() == CheckVerdict.FAIL;
        FindingKind kind =
                switch (check.verdict()) {
                    case FAIL -> FAILED;
                    case NO_ANSWER -> UNANSWERED;
                    default -> UNDECIDED;
                };
        String remedy = check.type().equals(UncarriedRule.TYPE)
                ? "Write the rule anew as an expectation, or leave it to the tool that it was written for."
                : kind.remedy();
        return kind.at(
                        decided ? check.severity() : weaker(check.severity()),
                        Wording.place(check),
                        Wording.check(check))
                .about(rule(check))
                .rows(unexpected, unexpected == null ? null : (Long) check.elementCount(), broken(check))
                .seen(check.examples().stream().map(ValueCount::value).toList())
                .mendedBy(remedy)
                .done();
    }

    /** The share of rows that break the rule; null: not told of rows, or all were seen. */
    private static @Nullable Interval broken(CheckResult check) {
        Interval keeping = check.interval();
        Long unexpected = check.unexpectedCount();
        boolean share = unexpected != null && keeping != null && keeping.low() >= 0 && keeping.high() <= 1;
        return keeping == null || !share || check.missingCount() > 0 ? null : Intervals.complement(keeping);
    }

    /** An open question weighs less than a failure, except that nobody may overlook a blocker's. */
    private static Severity weaker(Severity severity) {
        return severity == Severity.BLOCKER ? Severity.MAJOR : Severity.MINOR;
    }
}
