package dev.dayone.readiness.mess;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.readiness.profile.KeySketch;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table as far as mess shows only beside other tables, or beside what its source declares.
 *
 * @param declared its columns as the source declares them
 * @param values by position: each value and its rows, of columns that have few and are shown
 * @param keys what tells whether it holds another column's values; null: it has no single key
 * @param typed ids beside the column that says of which table
 */
public record Neighbour(
        TableRef table,
        TableReport report,
        double together,
        List<ColumnInfo> declared,
        Map<Integer, Map<String, Long>> values,
        @Nullable KeySketch keys,
        List<TypedIds> typed) {
    private static final int FEW = 60;

    /** What remains of a table once it is measured. */
    public static Neighbour of(
            SnapshotTable table, TableReport report, List<ProfiledColumn> profile, RowDefects.Found inRows) {
        Map<Integer, Map<String, Long>> values = new HashMap<>();
        KeySketch keys = null;
        for (int i = 0; i < profile.size(); i++) {
            ColumnReport column = report.columns().get(i);
            Map<String, Long> all = profile.get(i).values();
            if (all != null && all.size() <= FEW && column.visibility() == Visibility.SHOWN) {
                values.put(i, all);
            }
            if (column.name().equals(key(report))) {
                keys = profile.get(i).keys();
            }
        }
        double together = Math.max(1, table.drawing().together());
        return new Neighbour(table.ref(), report, together, table.columns(), values, keys, inRows.typed());
    }

    /** The column that its rows are known by; null: there is none. */
    @Nullable
    String key() {
        return key(report);
    }

    private static @Nullable String key(TableReport report) {
        List<String> key = report.key();
        boolean none = key.isEmpty();
        return key.size() == 1
                ? key.get(0)
                : report.columns().stream()
                        .map(ColumnReport::name)
                        .filter(name -> none && name.equalsIgnoreCase("id"))
                        .findFirst()
                        .orElse(null);
    }

    ProfiledPlace column(int position) {
        return new ProfiledPlace(table, report, report.columns().get(position), together);
    }

    /** The values of a column; empty: they are many, or not shown. */
    Map<String, Long> valuesOf(int position) {
        return values.getOrDefault(position, Map.of());
    }

    /** The share of some keys that it holds; NaN: it was not read whole, or nobody can tell. */
    double holds(KeySketch some) {
        return keys == null || !report.whole() ? Double.NaN : some.containedIn(keys);
    }

    /** The others of its source. */
    List<Neighbour> besides(List<Neighbour> all) {
        return all.stream()
                .filter(other -> other.table().source().equals(table.source()) && !Objects.equals(other, this))
                .toList();
    }
}
