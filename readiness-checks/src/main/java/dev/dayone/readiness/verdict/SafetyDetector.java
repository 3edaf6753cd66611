package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.stream.Stream;

/** Accounts that can do more than read, whether or not the pilot accepts it, and sessions that let a write through. */
final class SafetyDetector implements Findings.Detector {
    private static final FindingKind WROTE = FindingKind.named(
                    "session-not-read-only", "A write that was tried was carried out (and rolled back).")
            .because(
                    "A database that ignores what a session asks for.",
                    "A mistake, or a stolen password, changes production.")
            .mendedBy(
                    "Do not run dayone on this system until its session is refused every write; report it.",
                    "There is no way around it.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind UNKNOWN = FindingKind.named(
                    "rights-unknown", "What an account may do could not be told.")
            .because(
                    "A system that does not say, or an account that may not ask.",
                    "A mistake, or a stolen password, changes production.")
            .mendedBy(
                    "Give dayone an account that can only SELECT, and that may read its own rights.",
                    "Accept it by name in the pilot, if whoever runs the system agrees.",
                    Decider.SYSTEM_OWNER);

    private static final FindingKind WRITES = FindingKind.named(
                    "account-can-write", "An account can do more than read.")
            .because(
                    "An account that was made for something else.",
                    "A mistake, or a stolen password, changes production.")
            .mendedBy(
                    "Give dayone an account that can only SELECT.",
                    "Accept it by name in the pilot, if whoever runs the system agrees.",
                    Decider.SYSTEM_OWNER);

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(WROTE, UNKNOWN, WRITES);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        return ReadOnlyProof.of(subject)
                .flatMap(proof -> Stream.of(session(proof), rights(proof)).flatMap(stream -> stream));
    }

    private static Stream<Finding> session(ReadOnlyProof proof) {
        return proof.carriedOut()
                ? Stream.of(finding(
                        WROTE,
                        Severity.BLOCKER,
                        proof.source(),
                        "The session was not read-only: " + proof.attempt(),
                        WROTE.remedy()))
                : Stream.empty();
    }

    private static Stream<Finding> rights(ReadOnlyProof proof) {
        Boolean canWrite = proof.probe().canWrite();
        if (canWrite == null) {
            boolean confined = proof.probe().readsOnly();
            return Stream.of(finding(
                    UNKNOWN,
                    confined ? Severity.MINOR : Severity.MAJOR,
                    proof.source(),
                    "What account '" + proof.probe().account() + "' may do could not be told"
                            + (confined ? "; dayone cannot send it a write." : "."),
                    confined
                            ? "Give dayone a token or a role that can only read: a stolen one then changes nothing."
                            : UNKNOWN.remedy()));
        }
        return canWrite
                ? Stream.of(finding(
                        WRITES,
                        proof.accepted() ? Severity.MAJOR : Severity.BLOCKER,
                        proof.source(),
                        "Account '" + proof.probe().account() + "' can write: " + proof.rights()
                                + (proof.accepted() ? " (accepted by the pilot)." : "."),
                        proof.remedy()))
                : Stream.empty();
    }

    private static Finding finding(FindingKind kind, Severity severity, String place, String title, String remedy) {
        return kind.at(severity, place, title).mendedBy(remedy).done();
    }
}
