package dev.dayone.connector.jdbc;

import dev.dayone.pilot.Limits;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts a table's rows and distinct keys by one statement, once the server's own estimate of its cost is small enough. */
final class Aggregates {
    private final JdbcSource source;
    private final TableSpec table;

    Aggregates(JdbcSource source, TableSpec table) {
        this.source = source;
        this.table = table;
    }

    /**
     * The statement that a selection asks for. Throws {@link LimitExceededException} LIMIT_EXCEEDED if it would touch
     * more rows than that allows, or the server does not tell how many.
     */
    PageQuery query(Map<?, ?> selection, Function<String, ColumnSpec> columns) throws SQLException {
        String sql = sql(selection.get("distinct"), columns);
        long allowed =
                selection.get("maxRows") instanceof Number number ? number.longValue() : Limits.DEFAULT.pushdownRows();
        OptionalLong estimate = estimate(sql);
        if (estimate.isEmpty() || estimate.getAsLong() > allowed) {
            String found = estimate.isEmpty()
                    ? "the server does not tell how many rows that touches"
                    : "the server expects to touch " + estimate.getAsLong() + " rows";
            throw new LimitExceededException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "Cannot count '" + table.name() + "' in '" + source.sourceName() + "': " + found
                            + ", expected at most " + allowed + ". Raise the source's limit 'pushdownRows', or leave"
                            + " 'pushdown' out for this table.");
        }
        return PageQuery.row(sql);
    }

    private OptionalLong estimate(String sql) throws SQLException {
        OptionalLong told;
        try (Connection connection = source.getConnection()) {
            told = source.dialect().estimatedRows(connection, sql);
        }
        Long approximate = table.facts().approximateRows();
        return told.isPresent() || approximate == null ? told : OptionalLong.of(approximate);
    }

    private String sql(@org.jspecify.annotations.Nullable Object distinct, Function<String, ColumnSpec> columns) {
        Dialect dialect = source.dialect();
        List<String> items = new ArrayList<>(List.of("count(*) AS " + dialect.quoted("row_count")));
        int number = 0;
        for (Object list : distinct instanceof List<?> lists ? lists : List.of()) {
            List<ColumnSpec> together =
                    ((List<?>) list).stream().map(String::valueOf).map(columns).toList();
            items.add("count(" + present(together) + ") AS " + dialect.quoted("present_" + number));
            items.add(different(together) + " AS " + dialect.quoted("distinct_" + number));
            number++;
        }
        return "SELECT " + String.join(", ", items) + " FROM " + table.from();
    }

    private String present(List<ColumnSpec> together) {
        return together.size() == 1
                ? source.dialect().quoted(together.get(0).name())
                : "CASE WHEN " + noneMissing(together) + " THEN 1 END";
    }

    private String different(List<ColumnSpec> together) {
        Dialect dialect = source.dialect();
        if (together.size() == 1) {
            return "count(DISTINCT " + dialect.exact(together.get(0)) + ")";
        }
        List<String> keys = new ArrayList<>();
        for (ColumnSpec column : together) {
            keys.add(dialect.exact(column) + " AS " + dialect.quoted("k" + keys.size()));
        }
        return "(SELECT count(*) FROM (SELECT DISTINCT " + String.join(", ", keys) + " FROM " + table.from() + " WHERE "
                + noneMissing(together) + ") " + dialect.quoted("apart") + ")";
    }

    private String noneMissing(List<ColumnSpec> together) {
        return together.stream()
                .map(column -> source.dialect().quoted(column.name()) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }
}
