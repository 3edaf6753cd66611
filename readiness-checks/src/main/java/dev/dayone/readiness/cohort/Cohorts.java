package dev.dayone.readiness.cohort;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.engine.Failure;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.readiness.table.SnapshotTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** Chooses a cohort of the records that a pilot starts with. */
public final class Cohorts {
    private final Pilot pilot;
    private final Snapshot snapshot;
    private final SnapshotReader reader;

    private Cohorts(Pilot pilot, Snapshot snapshot, Workspace workspace, SparkEngine engine) {
        this.pilot = pilot;
        this.snapshot = snapshot;
        this.reader = new SnapshotReader(engine, snapshot, workspace);
    }

    /**
     * What is to be chosen.
     *
     * @param key null: the key of the flow's first table
     */
    public record Wish(@Nullable ColumnRef key, BigDecimal share, String salt) {}

    /**
     * The cohort that a wish comes to. Throws {@link BadRequestException} if there is no such key, or the snapshot's files
     * cannot be read; {@link SourceUnavailableException} if a Spark cluster is not there, or not to the end.
     */
    public static Cohort choose(
            Pilot pilot, Snapshot snapshot, Workspace workspace, SparkSettings settings, Wish wish) {
        SparkEngine engine = SparkEngine.shared(workspace, settings);
        return engine.answer(() -> new Cohorts(pilot, snapshot, workspace, engine).choose(wish));
    }

    private Cohort choose(Wish wish) {
        ColumnRef asked = wish.key();
        Flow flow = pilot.flow();
        TableRef ref = asked != null ? asked.tableRef() : flow == null ? null : flow.start();
        if (ref == null) {
            throw wrong("the pilot has no flow", "Name its column with --key SOURCE.TABLE.COLUMN");
        }
        SnapshotTable table = reader.tables().get(ref);
        if (table == null) {
            throw new BadRequestException(
                    ErrorCode.TABLE_UNKNOWN,
                    "Cannot choose a cohort of '" + ref + "': snapshot '"
                            + snapshot.manifest().id() + "' has no such table. Name one that it has with --key.");
        }
        int position = keyOf(table, asked);
        ColumnInfo column = table.columns().get(position);
        CohortKey.requireSameInProduction(ref.column(column.name()), column, selection(ref));
        try {
            return choose(wish, table, position);
        } catch (BadRequestException e) {
            throw e;
        } catch (Exception e) { // Spark throws what it does not declare
            BadRequestException unreadable = Failure.unreadable(e, ref);
            if (unreadable != null) {
                throw unreadable;
            }
            throw e;
        }
    }

    private TableSelection selection(TableRef ref) {
        Source source = pilot.sources().get(ref.source());
        return source == null ? TableSelection.DEFAULT : source.table(ref.table());
    }

    private static int keyOf(SnapshotTable table, @Nullable ColumnRef asked) {
        List<String> key = table.manifest().info().key();
        if (asked == null && key.size() != 1) {
            throw wrong(
                    "'" + table.ref() + "' has " + (key.isEmpty() ? "no key" : "a key of " + key.size() + " columns"),
                    "Name the column that stands for a record with --key SOURCE.TABLE.COLUMN");
        }
        String name = asked == null ? key.get(0) : asked.column();
        int position = table.position(name);
        if (position < 0) {
            throw new BadRequestException(
                    ErrorCode.COLUMN_UNKNOWN,
                    "Cannot choose a cohort by '" + table.ref().column(name) + "': " + table.unknownColumn(name) + ".");
        }
        return position;
    }

    private static BadRequestException wrong(String found, String advice) {
        return new BadRequestException(
                ErrorCode.COMMAND_INVALID,
                "Cannot choose a cohort: " + found + ", expected a key that names each record. " + advice + ".");
    }

    private Cohort choose(Wish wish, SnapshotTable table, int key) {
        List<Integer> compared = compared(table, key);
        List<ColumnValues> values = compared.stream()
                .map(position -> values(table.columns().get(position)))
                .toList();
        Column[] columns = IntStream.range(0, compared.size() + 1)
                .mapToObj(i -> i == 0
                        ? SnapshotTable.column(key).cast("string")
                        : column(table.columns().get(compared.get(i - 1)), compared.get(i - 1)))
                .toArray(Column[]::new);
        CohortRule rule = new CohortRule(wish.salt(), wish.share());
        long withKey = 0;
        long chosen = 0;
        long without = 0;
        for (Iterator<Row> rows = table.rows().select(columns).toLocalIterator(); rows.hasNext(); ) {
            Row row = rows.next();
            if (row.isNullAt(0)) {
                without++;
                continue;
            }
            boolean in = rule.holds(row.getString(0));
            withKey++;
            chosen += in ? 1 : 0;
            for (int i = 0; i < values.size(); i++) {
                add(values.get(i), row.isNullAt(i + 1) ? null : row.get(i + 1), in);
            }
        }
        Keys keys = keys(table, key);
        List<ColumnComparison> comparisons = Comparison.of(values, keys.together());
        String name = table.columns().get(key).name();
        return new Cohort(
                snapshot.manifest().id(),
                table.ref().column(name),
                wish.share(),
                wish.salt(),
                withKey,
                chosen,
                without,
                keys.count(),
                Cohort.verdict(comparisons),
                comparisons,
                rule.postgresql(name),
                rule.mysql(name));
    }

    /** Counts keys, and how many rows come together with one: Kish's effect of a design in clusters that are alike within. */
    private static Keys keys(SnapshotTable table, int key) {
        Column name = SnapshotTable.column(key).cast("string").as("name");
        Column rows = functions.col("count").cast("double");
        Row counted = table.rows()
                .select(name)
                .where("name is not null")
                .groupBy("name")
                .count()
                .agg(functions.count(rows), functions.sum(rows), functions.sum(rows.multiply(rows)))
                .head();
        return counted.isNullAt(1)
                ? new Keys(0, 1)
                : new Keys(counted.getLong(0), counted.getDouble(2) / counted.getDouble(1));
    }

    private record Keys(long count, double together) {}

    /** The columns that the pilot needs of the table; all but the key where it names none. */
    private List<Integer> compared(SnapshotTable table, int key) {
        List<Integer> positions = new ArrayList<>();
        for (String name : pilot.needs().getOrDefault(table.ref(), List.of())) {
            int position = table.position(name);
            if (position >= 0 && position != key) {
                positions.add(position);
            }
        }
        return positions.isEmpty()
                ? IntStream.range(0, table.columns().size())
                        .filter(position -> position != key)
                        .boxed()
                        .toList()
                : positions;
    }

    private static boolean isText(ColumnInfo column) {
        ColumnType.Kind kind = column.type().kind();
        return kind == ColumnType.Kind.STRING || kind == ColumnType.Kind.BOOLEAN;
    }

    private static ColumnValues values(ColumnInfo column) {
        return isText(column) ? ColumnValues.ofTexts(column.name()) : ColumnValues.ofNumbers(column.name());
    }

    private static Column column(ColumnInfo column, int position) {
        Column raw = SnapshotTable.column(position);
        if (isText(column)) {
            return raw.cast("string");
        }
        // Spark casts times to seconds, days not at all.
        return column.type().kind() == ColumnType.Kind.DATE
                ? raw.cast("timestamp").cast("double")
                : raw.cast("double");
    }

    private static void add(ColumnValues values, @Nullable Object value, boolean inCohort) {
        if (value instanceof Number number) {
            values.add(number, inCohort);
        } else if (values.isText()) {
            values.add(value == null ? null : value.toString(), inCohort);
        } else {
            values.add((Number) null, inCohort);
        }
    }
}
