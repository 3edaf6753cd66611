package dev.dayone.readiness.mess;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables' reports made from rows of texts, for tests that need no engine. */
final class Profiles {
    private Profiles() {}

    /** A shown column of some values, each in as many rows as stand behind it: {@code open 90}. */
    static ProfiledPlace place(String column, String... counts) {
        int dot = column.lastIndexOf('.');
        TableRef table = TableRef.parse(column.substring(0, dot));
        List<@Nullable String[]> rows = new ArrayList<>();
        for (String count : counts) {
            int blank = count.lastIndexOf(' ');
            String value = count.substring(0, blank);
            for (int i = 0; i < Integer.parseInt(count.substring(blank + 1)); i++) {
                rows.add(new @Nullable String[] {value.equals("null") ? null : value});
            }
        }
        return report(table, List.of(column.substring(dot + 1)), rows).column(0);
    }

    /** What was measured of rows; columns as {@code name type}. */
    static RowPlace report(TableRef table, List<String> columns, List<@Nullable String[]> rows) {
        List<ColumnReport> reports = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String[] named = columns.get(i).split(" ", -1);
            ColumnType type = ColumnType.parse(named[1]);
            reports.add(new ColumnReport(named[0], named[1], type, Visibility.SHOWN, "", profile(rows, i)));
        }
        return new RowPlace(
                table,
                new TableReport(
                        (long) rows.size(),
                        rows.size(),
                        true,
                        SampleMethod.ALL,
                        null,
                        List.of("id"),
                        List.of(),
                        null,
                        reports),
                1);
    }

    private static ColumnProfile profile(List<@Nullable String[]> rows, int column) {
        Map<String, Long> values = new LinkedHashMap<>();
        long nulls = 0;
        for (@Nullable String[] row : rows) {
            String value = row[column];
            if (value == null) {
                nulls++;
            } else {
                values.merge(value, 1L, Long::sum);
            }
        }
        List<ValueCount> top = values.entrySet().stream()
                .map(value -> new ValueCount(value.getKey(), value.getValue()))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed())
                .limit(10)
                .toList();
        return new ColumnProfile(
                rows.size(),
                nulls,
                0,
                values.size(),
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                top,
                List.of(),
                List.of());
    }
}
