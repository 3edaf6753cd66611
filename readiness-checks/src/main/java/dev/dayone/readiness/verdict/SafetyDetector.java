package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.snapshot.Probe;
import java.util.stream.Stream;

/** Accounts that can do more than read, whether or not the pilot accepts it. */
final class SafetyDetector implements Findings.Detector {
    @Override
    public Stream<Finding> find(Case subject) {
        return subject.manifest().sources().entrySet().stream()
                .filter(entry -> !Boolean.FALSE.equals(entry.getValue().probe().canWrite()))
                .map(entry -> {
                    Probe probe = entry.getValue().probe();
                    boolean accepted = subject.pilot().sources().containsKey(entry.getKey())
                            && subject.pilot().source(entry.getKey()).acceptsWritableAccount();
                    boolean known = probe.canWrite() != null;
                    return new Finding(
                            known ? "account-can-write" : "rights-unknown",
                            accepted || !known ? Severity.MAJOR : Severity.BLOCKER,
                            entry.getKey(),
                            known
                                    ? "Account '" + probe.account() + "' can write: "
                                            + String.join(", ", probe.writeRights())
                                            + (accepted ? " (accepted by the pilot)." : ".")
                                    : "What account '" + probe.account() + "' may do could not be told.",
                            null,
                            null,
                            null,
                            "A mistake, or a stolen password, changes production.",
                            "Give dayone an account that can only SELECT.");
                });
    }
}
