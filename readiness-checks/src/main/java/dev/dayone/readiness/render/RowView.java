package dev.dayone.readiness.render;

import dev.dayone.pilot.report.ExampleRow;
import java.util.Map;
import java.util.stream.Collectors;

/** A row that breaks a rule, in words. */
record RowView(String key, String values, String reason) {
    private static final int LONGEST = 60;

    static RowView of(ExampleRow row) {
        return new RowView(text(row.key()), text(row.values()), row.reason());
    }

    private static String text(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> column.getKey() + " " + TextCells.cut(PlainText.spaced(column.getValue()), LONGEST))
                .collect(Collectors.joining(", "));
    }
}
