package dev.dayone.readiness.table;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.readiness.statistic.Drawing;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * A table of a snapshot. Its rows have the columns {@code c0} to {@code cN}, in the manifest's order: names as the source
 * has them, with dots, quotes or only their case apart, stay at the edges.
 */
public final class SnapshotTable {
    /** By how much a source's own statistics may be off. */
    public static final double STATISTICS_OFF_BY = 2;

    private final TableRef ref;
    private final TableManifest manifest;
    private final Supplier<Dataset<Row>> source;
    private final Supplier<Dataset<Row>> sourceInWindows;
    private @Nullable Dataset<Row> rows;
    private @Nullable Dataset<Row> rowsInWindows;

    /** A table of a manifest; {@code source} is asked for the rows once, if anybody wants them. */
    public SnapshotTable(TableRef ref, TableManifest manifest, Supplier<Dataset<Row>> source) {
        this(ref, manifest, source, source);
    }

    /** The same; {@code inWindows} is asked for the rows with the numbers of their windows, if they have any. */
    public SnapshotTable(
            TableRef ref, TableManifest manifest, Supplier<Dataset<Row>> source, Supplier<Dataset<Row>> inWindows) {
        this.ref = ref;
        this.manifest = manifest;
        this.source = source;
        this.sourceInWindows = inWindows;
    }

    /** Its reference. */
    public TableRef ref() {
        return ref;
    }

    /** What the snapshot says of it. */
    public TableManifest manifest() {
        return manifest;
    }

    /** Its rows, planned on first use: some tens of milliseconds. */
    public synchronized Dataset<Row> rows() {
        Dataset<Row> planned = rows == null ? source.get() : rows;
        rows = planned;
        return planned;
    }

    /** Its rows with a column {@link Windows#COLUMN}; null: they were not drawn in windows. */
    public synchronized @Nullable Dataset<Row> rowsInWindows() {
        if (rowsInWindows == null && manifest.windows() != null) {
            rowsInWindows = sourceInWindows.get();
        }
        return rowsInWindows;
    }

    /** The columns, in order. */
    public List<ColumnInfo> columns() {
        return manifest.info().columns();
    }

    /** The position of a column: by its exact name, else by the only one that differs in case alone; -1: none. */
    public int position(String name) {
        List<ColumnInfo> columns = columns();
        int exact = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(name))
                .findFirst()
                .orElse(-1);
        if (exact >= 0) {
            return exact;
        }
        int[] alike = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equalsIgnoreCase(name))
                .toArray();
        return alike.length == 1 ? alike[0] : -1;
    }

    /** The inner name of a position. */
    public static String inner(int position) {
        return "c" + position;
    }

    /** The column at a position. */
    public static Column column(int position) {
        return functions.col(inner(position));
    }

    /** Why there is no such column, with the nearest name. */
    public String unknownColumn(String name) {
        List<String> names = columns().stream().map(ColumnInfo::name).toList();
        return "Table '" + ref + "' has no column '" + name + "'" + NearestName.hint(name, names);
    }

    /** The rows that the source has: exact where the snapshot is whole or the source counted, else by its statistics. */
    public @Nullable Long sourceRows() {
        if (manifest.whole()) {
            return manifest.sampledRows();
        }
        Long counted = countedRows();
        return counted == null ? manifest.info().approximateRows() : counted;
    }

    /** The rows that the source counted; null: it did not. */
    public @Nullable Long countedRows() {
        Pushdown pushdown = manifest.pushdown();
        return pushdown == null ? null : pushdown.rows();
    }

    /** The rows that the table has at the most: statistics count as true within a factor of two; infinite: unknown. */
    public double mostRows() {
        Long rows = sourceRows();
        boolean exact = manifest.whole() || countedRows() != null;
        return rows == null ? Double.POSITIVE_INFINITY : (double) rows * (exact ? 1 : STATISTICS_OFF_BY);
    }

    /** How its rows were chosen from those of the whole table. */
    public Drawing drawing() {
        double looked = manifest.sampledRows();
        if (manifest.whole()) {
            return Drawing.everyRow(looked);
        }
        double together = DrawnTogether.rows(manifest);
        return switch (manifest.used()) {
            case RANDOM -> Drawing.atRandom(looked, mostRows()).inWindows(together);
            // Of the rows that the flow reaches, nobody knows how many there are.
            case LINKED -> Drawing.atRandom(looked, Double.POSITIVE_INFINITY).inWindows(together);
            case ALL, LATEST -> new Drawing(Drawing.Choice.NOT_AT_RANDOM, looked, mostRows());
        };
    }

    /** Which rows a check on rows is about. */
    public RowsMeant meant() {
        return manifest.whole() ? RowsMeant.EVERY_ROW : RowsMeant.of(manifest.used());
    }

    /** How its rows were chosen from those that a check on rows is about: the latest are all there are of the latest. */
    public Drawing drawingOfMeant() {
        return meant() == RowsMeant.LATEST_ROWS ? Drawing.everyRow((double) manifest.sampledRows()) : drawing();
    }

    /** What the source counted of some columns together over the whole table; null: it did not. */
    public Pushdown.@Nullable Distinct counted(List<String> columns) {
        Pushdown pushdown = manifest.pushdown();
        return pushdown == null
                ? null
                : pushdown.columns().stream()
                        .filter(counted -> counted.columns().equals(columns))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * The position of the column of which a row was drawn for its value, together with all others of that value: the one that a
     * table was read by keys for, else its primary key; -1: there is none.
     */
    public int unit() {
        if (manifest.used() == SampleMethod.LINKED) {
            return manifest.linked().size() == 1
                    ? position(manifest.linked().get(0).column())
                    : -1;
        }
        List<String> key = manifest.info().key();
        return key.size() == 1 && isKey(key) ? position(key.get(0)) : -1;
    }

    /** Whether the source sees to it that no values of some columns repeat: they are the table's whole primary key. */
    public boolean isKey(List<String> columns) {
        List<String> key = manifest.info().key();
        return manifest.info().kind().equals("table") && key.size() == columns.size() && columns.containsAll(key);
    }
}
