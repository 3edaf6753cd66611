package dev.dayone.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The values that MariaDB and MySQL allow in a column: by its ENUM or SET, or its CHECK where the version has those. */
final class MariadbChoices {
    private static final String KNOWN = """
            SELECT c.COLUMN_NAME FROM information_schema.COLUMNS c
            WHERE c.TABLE_SCHEMA = 'information_schema' AND c.TABLE_NAME = 'CHECK_CONSTRAINTS'""";

    /** Names of MariaDB's constraints are unique in a table alone. */
    private static final String MARIADB = """
            SELECT k.TABLE_NAME, k.CHECK_CLAUSE AS RULE FROM information_schema.CHECK_CONSTRAINTS k
            WHERE k.CONSTRAINT_SCHEMA = database()""";

    private static final String MYSQL = """
            SELECT t.TABLE_NAME, k.CHECK_CLAUSE AS RULE FROM information_schema.CHECK_CONSTRAINTS k
              JOIN information_schema.TABLE_CONSTRAINTS t ON t.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA
                AND t.CONSTRAINT_NAME = k.CONSTRAINT_NAME AND t.CONSTRAINT_TYPE = 'CHECK'
            WHERE k.CONSTRAINT_SCHEMA = database()""";

    private final Map<String, Map<String, List<String>>> ofRules = new LinkedHashMap<>();

    private MariadbChoices() {}

    /** Asks for the rules of the connection's database. */
    static MariadbChoices of(Connection connection) throws SQLException {
        MariadbChoices found = new MariadbChoices();
        List<String> known =
                Rows.of(connection, KNOWN, List.of(), row -> row.getString(1).toUpperCase(Locale.ROOT));
        if (!known.isEmpty()) {
            Rows.of(connection, known.contains("TABLE_NAME") ? MARIADB : MYSQL, List.of(), row -> {
                ChoiceList.Rule rule = ChoiceList.ofRule(row.getString("RULE"));
                return rule != null
                        && found.ofRules
                                        .computeIfAbsent(row.getString("TABLE_NAME"), none -> new LinkedHashMap<>())
                                        .put(rule.column(), rule.choices())
                                == null;
            });
        }
        return found;
    }

    /** The column with its choices, if it has some. */
    ColumnSpec declare(String table, ColumnSpec column) {
        List<String> ofType = ChoiceList.ofType(column.info().sourceType());
        List<String> known = ofType.isEmpty()
                ? ofRules.getOrDefault(table, Map.of()).getOrDefault(column.name(), List.of())
                : ofType;
        return known.isEmpty() ? column : column.allowing(known);
    }
}
