package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.suite.UncarriedRule;
import java.util.stream.Stream;

/** Checks that failed, or that gave no answer. */
final class CheckDetector implements Findings.Detector {
    @Override
    public Stream<Finding> find(Case subject) {
        return subject.evidence().checks().stream()
                .filter(check -> check.verdict() != CheckVerdict.PASS)
                .map(CheckDetector::finding);
    }

    private static Finding finding(CheckResult check) {
        Long unexpected = check.unexpectedCount();
        boolean decided = check.verdict() == CheckVerdict.FAIL;
        return new Finding(
                switch (check.verdict()) {
                    case FAIL -> "check-failed";
                    case NO_ANSWER -> "check-without-answer";
                    default -> "check-undecided";
                },
                decided ? check.severity() : weaker(check.severity()),
                Wording.place(check),
                Wording.check(check),
                unexpected,
                unexpected == null ? null : (Long) check.elementCount(),
                null,
                decided
                        ? "What the pilot takes for granted here does not hold."
                        : "What the pilot takes for granted here is not known to hold.",
                switch (check.verdict()) {
                    case FAIL ->
                        "Mend the values at their source, clean them on the way, or let the pilot skip such records.";
                    case NO_ANSWER ->
                        check.type().equals(UncarriedRule.TYPE)
                                ? "Write the rule anew as an expectation, or leave it to the tool that it was written for."
                                : "Correct the check as its message says.";
                    default -> "Sample more rows of the table, or read it whole.";
                });
    }

    /** An open question weighs less than a failure, except that nobody may overlook a blocker's. */
    private static Severity weaker(Severity severity) {
        return severity == Severity.BLOCKER ? Severity.MAJOR : Severity.MINOR;
    }
}
