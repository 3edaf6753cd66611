package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import java.util.stream.Stream;

/** Accounts that can do more than read, whether or not the pilot accepts it, and sessions that let a write through. */
final class SafetyDetector implements Findings.Detector {
    private static final String BREAKS = "A mistake, or a stolen password, changes production.";

    @Override
    public Stream<Finding> find(Case subject) {
        return ReadOnlyProof.of(subject)
                .flatMap(proof -> Stream.of(session(proof), rights(proof)).flatMap(stream -> stream));
    }

    private static Stream<Finding> session(ReadOnlyProof proof) {
        return proof.carriedOut()
                ? Stream.of(finding(
                        "session-not-read-only",
                        Severity.BLOCKER,
                        proof.source(),
                        "The session was not read-only: " + proof.attempt(),
                        "Do not run dayone on this system until its session is refused every write; report it."))
                : Stream.empty();
    }

    private static Stream<Finding> rights(ReadOnlyProof proof) {
        Boolean canWrite = proof.probe().canWrite();
        if (canWrite == null) {
            boolean confined = proof.probe().readsOnly();
            return Stream.of(finding(
                    "rights-unknown",
                    confined ? Severity.MINOR : Severity.MAJOR,
                    proof.source(),
                    "What account '" + proof.probe().account() + "' may do could not be told"
                            + (confined ? "; dayone cannot send it a write." : "."),
                    confined
                            ? "Give dayone a token or a role that can only read: a stolen one then changes nothing."
                            : "Give dayone an account that can only SELECT, and that may read its own rights."));
        }
        return canWrite
                ? Stream.of(finding(
                        "account-can-write",
                        proof.accepted() ? Severity.MAJOR : Severity.BLOCKER,
                        proof.source(),
                        "Account '" + proof.probe().account() + "' can write: " + proof.rights()
                                + (proof.accepted() ? " (accepted by the pilot)." : "."),
                        proof.remedy()))
                : Stream.empty();
    }

    private static Finding finding(String kind, Severity severity, String place, String title, String remedy) {
        return new Finding(kind, severity, place, title, null, null, null, BREAKS, remedy);
    }
}
