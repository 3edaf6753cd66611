package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** How H2's types are read and kept. */
final class H2Types {
    private static final Set<String> WHOLE = Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT");
    private static final Set<String> TEXT = Set.of("CHARACTER", "CHARACTER VARYING", "VARCHAR_IGNORECASE");
    private static final Set<String> BINARY = Set.of("BINARY", "BINARY VARYING", "BINARY LARGE OBJECT", "JAVA_OBJECT");

    private H2Types() {}

    static boolean isWholeNumber(ColumnInfo column) {
        return WHOLE.contains(column.sourceType());
    }

    static boolean isBinary(ColumnInfo column) {
        return BINARY.contains(column.sourceType().replaceAll("\\(.*", ""));
    }

    static ColumnSpec column(Dialect dialect, ResultSet row) throws SQLException {
        String name = row.getString("COLUMN_NAME");
        String type = row.getString("DATA_TYPE");
        long length = row.getLong("CHARACTER_MAXIMUM_LENGTH");
        int precision = row.getInt("NUMERIC_PRECISION");
        int scale = row.getInt("NUMERIC_SCALE");
        ColumnType kept = kept(type, precision, scale);
        ColumnInfo info =
                new ColumnInfo(name, declared(type, length, kept), kept, "YES".equals(row.getString("IS_NULLABLE")));
        ColumnSpec column = ColumnSpec.plain(info, expression(type, kept, dialect.quoted(name), length));
        if (BINARY.contains(type)) {
            return column.with(KeyValues.NONE);
        }
        if (kept.kind() != ColumnType.Kind.STRING) {
            return column;
        }
        KeyValues keys = type.equals("UUID") ? KeyValues.UUID : KeyValues.AS_READ;
        return column.with(TEXT.contains(type) ? KeyValues.TEXT : keys)
                .upTo(length > 0 ? length : ColumnSpec.TEXT_LIMIT);
    }

    private static String expression(String type, ColumnType kept, String quoted, long length) {
        if (BINARY.contains(type)) {
            return "OCTET_LENGTH(" + quoted + ")";
        }
        boolean number = kept.isNumeric() || kept.equals(ColumnType.BOOLEAN);
        if (number || (TEXT.contains(type) && length < ColumnSpec.TEXT_LIMIT)) {
            return quoted;
        }
        if (TEXT.contains(type) || type.equals("CHARACTER LARGE OBJECT")) {
            return "LEFT(" + quoted + ", " + ColumnSpec.TEXT_LIMIT + ")";
        }
        return "CAST(" + quoted + " AS varchar)";
    }

    private static String declared(String type, long length, ColumnType kept) {
        if (kept.kind() == ColumnType.Kind.DECIMAL) {
            return type + kept.toString().substring("decimal".length());
        }
        return TEXT.contains(type) ? type + "(" + length + ")" : type;
    }

    private static ColumnType kept(String type, int precision, int scale) {
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" -> ColumnType.BIGINT;
            case "REAL", "DOUBLE PRECISION", "DECFLOAT" -> ColumnType.DOUBLE;
            case "NUMERIC", "DECIMAL" ->
                precision < 1 || precision > 38 || scale < 0 || scale > precision
                        ? ColumnType.DOUBLE
                        : ColumnType.decimal(precision, scale);
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "DATE" -> ColumnType.DATE;
            case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" -> ColumnType.TIMESTAMP;
            default -> BINARY.contains(type) ? ColumnType.BIGINT : ColumnType.STRING;
        };
    }
}
