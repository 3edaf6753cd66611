package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.Collection;
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
        Collection<Source> sources = subject.pilot().sources().values();
        // Files beside what the pilot is built on are usual.
        return sources.stream().filter(Source::holdsFiles).map(source -> EXPORT.at(
                        DataGate.carries(subject.pilot(), source) ? Severity.BLOCKER : Severity.MINOR,
                        source.name(),
                        "'" + source.name() + "' is files (" + source.connector() + "), not a live system.")
                .done());
    }
}
