package dev.dayone.readiness.render;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table on the page. */
record TableView(
        String name,
        String anchor,
        String rows,
        long rowsOrder,
        String sampled,
        long sampledOrder,
        String how,
        String seen,
        @Nullable String note,
        String key,
        int columnCount,
        long findings,
        List<String> worst,
        HeatMap heat,
        List<ColumnView> columns) {
    private static final int WORST = 3;

    static TableView of(TableRef ref, TableReport table, HeatMap heat, String anchor, long findings) {
        Long rows = table.rows();
        return new TableView(
                ref.toString(),
                anchor,
                rows == null ? "unknown" : (table.whole() || table.counted() ? "" : "≈ ") + Numbers.count(rows),
                rows == null ? -1 : rows,
                Numbers.count(table.sampledRows()),
                table.sampledRows(),
                Wording.looked(table),
                seen(table),
                table.note(),
                table.key().isEmpty() ? "none" : String.join(", ", table.key()),
                table.columns().size(),
                findings,
                worst(table.columns()),
                heat,
                columns(table, anchor));
    }

    private static String seen(TableReport table) {
        Long rows = table.rows();
        String total = table.whole()
                ? ""
                : rows == null
                        ? " of an unknown number"
                        : " of " + (table.counted() ? "" : "about ") + Numbers.count(rows)
                                + (table.counted() ? ", counted by the source" : "");
        return Wording.looked(table) + ": " + Numbers.count(table.sampledRows()) + total + " · "
                + Numbers.count(table.columns().size(), "column");
    }

    private static List<ColumnView> columns(TableReport table, String anchor) {
        List<ColumnView> columns = new ArrayList<>();
        for (ColumnReport column : table.columns()) {
            columns.add(ColumnView.of(column, anchor + "c" + (columns.size() + 1)));
        }
        return columns;
    }

    /** The columns with the most gaps, then those whose text is of several types. */
    private static List<String> worst(List<ColumnReport> columns) {
        Stream<String> gaps = columns.stream()
                .filter(column ->
                        column.profile().rows() > 0 && column.profile().filled() < 1)
                .sorted(Comparator.comparingDouble(column -> column.profile().filled()))
                .map(column ->
                        column.name() + " " + Numbers.percent(column.profile().filled()) + " filled");
        Stream<String> mixed = columns.stream()
                .filter(column -> ColumnView.isMixed(column.profile()))
                .sorted(Comparator.comparing(
                        column -> column.profile().inferredShare(), Comparator.nullsLast(Comparator.naturalOrder())))
                .map(column -> column.name() + " mixed types");
        return Stream.concat(gaps, mixed).limit(WORST).toList();
    }
}
