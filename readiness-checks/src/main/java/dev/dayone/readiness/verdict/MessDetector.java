package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.readiness.mess.ColumnDefects;
import java.util.stream.Stream;

/** What is messy in tables and their columns, whatever the pilot does with them. */
final class MessDetector implements Findings.Detector {
    private static final long ENOUGH_ROWS = 20;

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
        return new Finding(
                "table-without-key",
                Severity.MINOR,
                table.toString(),
                "No primary key.",
                null,
                null,
                null,
                "Nothing keeps a record from standing there twice, and none can be named to look it up.",
                "Ask for a key; until then, read the table whole and let the pilot name no record of it.");
    }
}
