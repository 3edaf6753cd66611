package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.mess.ColumnDefects;
import java.util.stream.Stream;

/** What is messy in tables and their columns, whatever the pilot does with them. */
final class MessDetector implements Findings.Detector {
    private static final FindingKind WITHOUT_KEY = FindingKind.named("table-without-key", "A table has no primary key.")
            .because(
                    "A table that was made by hand or by an export.",
                    "Nothing keeps a record from standing there twice, and none can be named to look it up.")
            .mendedBy(
                    "Ask for a key.",
                    "Read the table whole, and let the pilot name no record of it.",
                    Decider.SYSTEM_OWNER);

    private static final long ENOUGH_ROWS = 20;

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.concat(ColumnDefects.kinds(), Stream.of(WITHOUT_KEY));
    }

    @Override
    public Stream<Finding> find(Case subject) {
        Stream<Finding> columns = subject.evidence().tables().entrySet().stream()
                .filter(table -> table.getValue().sampledRows() >= ENOUGH_ROWS)
                .flatMap(table -> ColumnDefects.of(table.getKey(), table.getValue()));
        Stream<Finding> keyless = subject.manifest().tables().entrySet().stream()
                .filter(table -> isKeyless(table.getValue()))
                .map(table -> keyless(table.getKey()));
        return Stream.concat(columns, keyless);
    }

    private static boolean isKeyless(TableManifest table) {
        return table.info().kind().equals("table") && table.info().key().isEmpty();
    }

    private static Finding keyless(TableRef table) {
        return WITHOUT_KEY
                .at(Severity.MINOR, table.toString(), "No primary key.")
                .done();
    }
}
