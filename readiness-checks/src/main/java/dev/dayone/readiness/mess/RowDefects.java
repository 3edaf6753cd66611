package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.engine.RowTexts;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** All kinds of mess that are looked for in rows: one pass over a table for all of them. */
public final class RowDefects {
    private static final long FEWEST_ROWS = 20;
    /** A million rows would take seconds, more than all else that is measured of them. */
    private static final long MOST_ROWS = 100_000;

    private static final int MOST_COLUMNS = 400;

    private static final List<RowDefect> ALL = List.of(
            new AttributeTables(),
            new CategorySpellings(),
            new CutTexts(),
            new DuplicateRows(),
            new EndBeforeStart(),
            new FilledSince(),
            new MailAliases(),
            new MaskedDefaultDates(),
            new MergedRecords(),
            new NearDuplicates(),
            new PersonalInText(),
            new SharedMailboxes(),
            new SwappedNames(),
            new TestRecords());

    private RowDefects() {}

    /** What can be wrong with rows. */
    public static Stream<FindingKind> kinds() {
        return ALL.stream().map(RowDefect::kind);
    }

    /**
     * What a pass over rows found.
     *
     * @param typed what tells more once all tables are measured
     */
    public record Found(List<Finding> findings, List<TypedIds> typed) {
        static final Found NOTHING = new Found(List.of(), List.of());
    }

    /** What is wrong with the rows of a table; of very few rows, and of more than can be held, nothing is said. */
    public static Found of(SnapshotTable table, TableReport report) {
        long rows = report.sampledRows();
        if (rows < FEWEST_ROWS || rows > MOST_ROWS || report.columns().size() > MOST_COLUMNS) {
            return Found.NOTHING;
        }
        RowPlace place =
                new RowPlace(table.ref(), report, Math.max(1, table.drawing().together()));
        List<TypedReferences.Watch> typed = TypedReferences.watches(place).toList();
        List<RowWatch> watches = Stream.concat(ALL.stream().flatMap(defect -> defect.watches(place)), typed.stream())
                .toList();
        List<Integer> columns = watches.stream()
                .flatMap(watch -> watch.columns().stream())
                .distinct()
                .sorted()
                .toList();
        if (columns.isEmpty()) {
            return Found.NOTHING;
        }
        Column[] asked = columns.stream()
                .map(column -> SnapshotTable.column(column).cast("string").as("t" + column))
                .toArray(Column[]::new);
        @Nullable String[] row = new String[report.columns().size()];
        RowTexts.forEach(table.rows().select(asked), texts -> {
            for (int i = 0; i < texts.length; i++) {
                row[columns.get(i)] = texts[i];
            }
            watches.forEach(watch -> watch.look(row));
        });
        return new Found(
                watches.stream().flatMap(RowWatch::found).toList(),
                typed.stream().map(TypedReferences.Watch::ids).toList());
    }
}
