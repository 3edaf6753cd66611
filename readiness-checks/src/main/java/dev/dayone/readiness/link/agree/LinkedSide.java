package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType.Kind;
import dev.dayone.readiness.link.KeyText;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * One side of a link: its key, and the columns that may be compared with some of the other side.
 *
 * @param times and {@code values}: positions in the table
 */
record LinkedSide(SnapshotTable table, int key, List<Integer> times, List<Integer> values) {
    private static final int MOST_TIMES = 8;
    private static final int MOST_VALUES = 12;
    private static final double LONG_TEXT = 120;
    private static final Set<String> TIMES = Set.of("date", "timestamp");

    /** Its key and every time column; values only once the other side is known. Null: the column is not there. */
    static @Nullable LinkedSide of(ColumnRef key, @Nullable SnapshotTable table, @Nullable TableReport report) {
        int position = table == null ? -1 : table.position(key.column());
        if (table == null || report == null || position < 0) {
            return null;
        }
        List<Integer> times = positions(report, column -> isTime(column), MOST_TIMES);
        List<Integer> values = positions(report, column -> isValue(report, column), Integer.MAX_VALUE);
        return new LinkedSide(table, position, without(times, position), without(values, position));
    }

    private static List<Integer> without(List<Integer> positions, int key) {
        return positions.stream().filter(position -> position != key).toList();
    }

    private static List<Integer> positions(TableReport report, Predicate<ColumnReport> holds, int most) {
        return IntStream.range(0, report.columns().size())
                .filter(i -> report.columns().get(i).profile().filled() > 0
                        && holds.test(report.columns().get(i)))
                .boxed()
                .limit(most)
                .toList();
    }

    private static boolean isTime(ColumnReport column) {
        Kind kind = column.type().kind();
        return kind == Kind.DATE
                || kind == Kind.TIMESTAMP
                || (kind == Kind.STRING
                        && TIMES.contains(String.valueOf(column.profile().inferredType())));
    }

    private static boolean isValue(TableReport report, ColumnReport column) {
        boolean isLong = column.profile().length() != null
                && Objects.requireNonNull(column.profile().length()).mean() > LONG_TEXT;
        return !isTime(column) && !isLong && !report.key().contains(column.name());
    }

    /** The same with those values alone that the other side has too. */
    LinkedSide sharing(LinkedSide other) {
        List<Integer> shared = values.stream()
                .filter(mine -> other.values.stream().anyMatch(theirs -> isSame(mine, other, theirs)))
                .limit(MOST_VALUES)
                .toList();
        return new LinkedSide(table, key, times, shared);
    }

    boolean isSame(int mine, LinkedSide other, int theirs) {
        boolean bothTruths = (kind(mine) == Kind.BOOLEAN) == (other.kind(theirs) == Kind.BOOLEAN);
        return bothTruths && attribute(mine).equals(other.attribute(theirs));
    }

    private Kind kind(int position) {
        return column(position).type().kind();
    }

    private String attribute(int position) {
        return Names.attribute(table.ref().table(), column(position).name());
    }

    String moment(int position) {
        return Names.moment(table.ref().table(), column(position).name());
    }

    ColumnInfo column(int position) {
        return table.columns().get(position);
    }

    ColumnRef ref(int position) {
        return table.ref().column(column(position).name());
    }

    /** Key, times and values, each as text. */
    List<Column> selected() {
        List<Column> selected = new ArrayList<>();
        selected.add(keyText(key));
        times.forEach(time -> selected.add(
                Moments.text(SnapshotTable.column(time), column(time).type())));
        values.forEach(value -> selected.add(keyText(value)));
        return selected;
    }

    private Column keyText(int position) {
        return KeyText.of(SnapshotTable.column(position), column(position).type());
    }

    long rows() {
        return table.manifest().sampledRows();
    }
}
