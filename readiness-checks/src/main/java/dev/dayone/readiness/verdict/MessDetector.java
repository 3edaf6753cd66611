package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.link.References;
import dev.dayone.readiness.mess.ColumnDefects;
import dev.dayone.readiness.mess.RowDefects;
import dev.dayone.readiness.mess.TableDefects;
import dev.dayone.readiness.table.DrawnTogether;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        return Stream.of(
                        ColumnDefects.kinds(),
                        RowDefects.kinds(),
                        TableDefects.kinds(),
                        Stream.of(References.kind(), WITHOUT_KEY))
                .flatMap(kinds -> kinds);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        Stream<Finding> tables = subject.manifest().tables().entrySet().stream()
                .flatMap(table -> Stream.concat(
                        columns(
                                table.getKey(),
                                table.getValue(),
                                subject.evidence().tables().get(table.getKey())),
                        isKeyless(table.getValue()) ? Stream.of(keyless(table.getKey())) : Stream.empty()));
        return Stream.concat(tables, subject.evidence().inRows().stream());
    }

    private static Stream<Finding> columns(TableRef table, TableManifest manifest, @Nullable TableReport report) {
        return report == null || report.sampledRows() < ENOUGH_ROWS
                ? Stream.empty()
                : ColumnDefects.of(table, report, DrawnTogether.rows(manifest));
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
