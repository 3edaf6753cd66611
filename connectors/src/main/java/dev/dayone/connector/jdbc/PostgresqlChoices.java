package dev.dayone.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that PostgreSQL allows in a column: by its ENUM, its CHECK or its domain's. */
final class PostgresqlChoices {
    private static final String COLUMNS = """
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_type t ON t.oid = a.atttypid""";

    private static final String OF_SCHEMAS = """
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND n.nspname IN (%s)
              AND a.attnum > 0 AND NOT a.attisdropped""";

    private static final String ENUMS =
            "SELECT a.attrelid AS table_oid, a.attname, CAST(e.enumlabel AS text) AS choice "
                    + COLUMNS
                    + " JOIN pg_enum e ON e.enumtypid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END "
                    + OF_SCHEMAS + " ORDER BY a.attrelid, a.attnum, e.enumsortorder";

    private static final String CHECKS =
            "SELECT a.attrelid AS table_oid, a.attname, pg_get_constraintdef(k.oid) AS rule "
                    + COLUMNS
                    + " JOIN pg_constraint k ON k.contype = 'c' AND ((k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum])"
                    + " OR (k.contypid = t.oid AND t.typtype = 'd')) " + OF_SCHEMAS
                    + " ORDER BY a.attrelid, a.attnum, k.oid";

    private final Map<Long, Map<String, List<String>>> choices = new LinkedHashMap<>();

    private PostgresqlChoices() {}

    /** Asks for all of some schemas; {@code marks}: a placeholder for each. */
    static PostgresqlChoices of(Connection connection, String marks, List<String> schemas) throws SQLException {
        PostgresqlChoices found = new PostgresqlChoices();
        Rows.of(connection, CHECKS.formatted(marks), schemas, row -> {
            ChoiceList.Rule rule = ChoiceList.ofRule(row.getString("rule"));
            return rule != null
                    && found.of(row.getLong("table_oid"), row.getString("attname"))
                            .addAll(rule.choices());
        });
        Rows.of(connection, ENUMS.formatted(marks), schemas, row -> found.of(
                        row.getLong("table_oid"), row.getString("attname"))
                .add(row.getString("choice")));
        return found;
    }

    private List<String> of(long table, String column) {
        return choices.computeIfAbsent(table, none -> new LinkedHashMap<>())
                .computeIfAbsent(column, none -> new ArrayList<>());
    }

    /** The column with its choices, if it has some. */
    ColumnSpec declare(long table, ColumnSpec column) {
        List<String> known = choices.getOrDefault(table, Map.of()).getOrDefault(column.name(), List.of());
        return known.isEmpty() ? column : column.allowing(known);
    }
}
