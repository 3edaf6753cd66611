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
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        List<Integer> key = keyOf(table, asked);
        for (int position : key) {
            ColumnInfo column = table.columns().get(position);
            CohortKey.requireSameInProduction(ref.column(column.name()), column, selection(ref));
        }
        try {
            return choose(wish, table, key);
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

    /** The column that was asked for; else all of the table's own key, in its order. */
    private static List<Integer> keyOf(SnapshotTable table, @Nullable ColumnRef asked) {
        List<String> key = asked == null ? table.manifest().info().key() : List.of(asked.column());
        if (key.isEmpty()) {
            throw wrong(
                    "'" + table.ref() + "' has no key",
                    "Name the column that stands for a record with --key SOURCE.TABLE.COLUMN");
        }
        return key.stream().map(name -> position(table, name)).toList();
    }

    private static int position(SnapshotTable table, String name) {
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

    private Cohort choose(Wish wish, SnapshotTable table, List<Integer> key) {
        List<Integer> compared = compared(table, key);
        List<ColumnValues> values = compared.stream()
                .map(position -> values(table.columns().get(position)))
                .toList();
        Column[] columns = Stream.concat(
                        key.stream().map(Cohorts::text),
                        compared.stream().map(position -> column(table.columns().get(position), position)))
                .toArray(Column[]::new);
        CohortRule rule = new CohortRule(wish.salt(), wish.share());
        int parts = key.size();
        long withKey = 0;
        long chosen = 0;
        long without = 0;
        for (Iterator<Row> rows = table.rows().select(columns).toLocalIterator(); rows.hasNext(); ) {
            Row row = rows.next();
            if (IntStream.range(0, parts).anyMatch(row::isNullAt)) {
                without++;
                continue;
            }
            boolean in = rule.holds(
                    IntStream.range(0, parts).mapToObj(row::getString).toList());
            withKey++;
            chosen += in ? 1 : 0;
            for (int i = 0; i < values.size(); i++) {
                add(values.get(i), row.isNullAt(i + parts) ? null : row.get(i + parts), in);
            }
        }
        Keys keys = keys(table, key);
        List<String> notThere =
                needed(table).stream().filter(name -> table.position(name) < 0).toList();
        List<ColumnComparison> comparisons = Comparison.of(values, keys.together());
        List<String> names = key.stream()
                .map(position -> table.columns().get(position).name())
                .toList();
        return new Cohort(
                snapshot.manifest().id(),
                names.stream().map(name -> table.ref().column(name).toString()).collect(Collectors.joining(", ")),
                wish.share(),
                wish.salt(),
                withKey,
                chosen,
                without,
                keys.count(),
                verdict(comparisons, notThere),
                comparisons,
                rule.postgresql(names),
                rule.mysql(names),
                notThere);
    }

    /** A needed column that is not there may be what tells the cohort from the rest. */
    private static Representation verdict(List<ColumnComparison> comparisons, List<String> notThere) {
        Representation told = Cohort.verdict(comparisons);
        return told == Representation.REPRESENTATIVE && !notThere.isEmpty() ? Representation.UNDETERMINED : told;
    }

    private static Column text(int position) {
        return SnapshotTable.column(position).cast("string");
    }

    /** Counts keys, and how many rows come together with one: Kish's effect of a design in clusters that are alike within. */
    private static Keys keys(SnapshotTable table, List<Integer> key) {
        Column[] names =
                key.stream().map(position -> text(position).as("k" + position)).toArray(Column[]::new);
        Column rows = functions.col("count").cast("double");
        Row counted = table.rows()
                .select(names)
                .na()
                .drop()
                .groupBy(Stream.of(names)
                        .map(name -> functions.col(name.named().name()))
                        .toArray(Column[]::new))
                .count()
                .agg(functions.count(rows), functions.sum(rows), functions.sum(rows.multiply(rows)))
                .head();
        return counted.isNullAt(1)
                ? new Keys(0, 1)
                : new Keys(counted.getLong(0), counted.getDouble(2) / counted.getDouble(1));
    }

    private record Keys(long count, double together) {}

    private List<String> needed(SnapshotTable table) {
        return pilot.needs().getOrDefault(table.ref(), List.of());
    }

    /** The columns that the pilot needs of the table, and parts of a key of several columns too; all but the key if it names none. */
    private List<Integer> compared(SnapshotTable table, List<Integer> key) {
        List<Integer> needed = needed(table).stream()
                .map(table::position)
                .filter(position -> position >= 0 && !(key.size() == 1 && key.contains(position)))
                .toList();
        return needed.isEmpty() && !needsWhatIsNotThere(table)
                ? IntStream.range(0, table.columns().size())
                        .filter(position -> !key.contains(position))
                        .boxed()
                        .toList()
                : needed;
    }

    private boolean needsWhatIsNotThere(SnapshotTable table) {
        return needed(table).stream().anyMatch(name -> table.position(name) < 0);
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
