package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.stream.Stream;

/** Sources that are files, not systems. */
final class ExportDetector implements Findings.Detector {
    private static final FindingKind EXPORT = FindingKind.named(
                    "built-on-exports", "A source is files that somebody exported, not the system that they come from.")
            .because(
                    "Nobody has asked for access to the system yet.",
                    "The pilot works on what was chosen and cleaned for it, and stops where the next export does not"
                            + " come.")
            .mendedBy(
                    "Attach the system itself, read-only, however small the flow.",
                    "Say with every answer how old the files are.",
                    Decider.SYSTEM_OWNER);

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(EXPORT);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        // Files beside what the pilot is built on are usual.
        return FileSource.of(subject).stream()
                .map(source -> EXPORT.at(severity(source), source.name(), source.sentence())
                        .done());
    }

    private static Severity severity(FileSource source) {
        return source.closes() ? Severity.BLOCKER : source.built() ? Severity.MAJOR : Severity.MINOR;
    }
}
