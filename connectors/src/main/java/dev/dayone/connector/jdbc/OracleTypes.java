package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How Oracle's types are read and kept. */
final class OracleTypes {
    private static final String SECONDS = "'YYYY-MM-DD HH24:MI:SS\".000000\"'";
    private static final String MICROS = "'YYYY-MM-DD HH24:MI:SS.FF6'";
    private static final String MICROS_ZONE = "'YYYY-MM-DD HH24:MI:SS.FF6TZH:TZM'";
    private static final Set<String> TEXT = Set.of("CHAR", "VARCHAR2", "NCHAR", "NVARCHAR2", "ROWID", "UROWID");
    private static final Set<String> LARGE_TEXT = Set.of("CLOB", "NCLOB");
    /** LONG and LONG RAW stand in no expression: they are left out of their tables. */
    private static final Set<String> LEFT_OUT = Set.of("LONG", "LONG RAW", "BFILE");

    private OracleTypes() {}

    static boolean isRead(String type) {
        return !LEFT_OUT.contains(type);
    }

    static boolean isWholeNumber(ColumnInfo column) {
        return column.type().equals(ColumnType.BIGINT) && column.sourceType().startsWith("NUMBER");
    }

    static ColumnSpec column(Dialect dialect, ResultSet row) throws SQLException {
        String name = row.getString("COLUMN_NAME");
        String type = row.getString("DATA_TYPE");
        Integer precision = number(row, "DATA_PRECISION");
        Integer scale = number(row, "DATA_SCALE");
        ColumnType kept = kept(type, precision, scale);
        String declared = declared(type, row.getInt("CHAR_LENGTH"), precision, scale);
        ColumnInfo info = new ColumnInfo(name, declared, kept, "Y".equals(row.getString("NULLABLE")));
        String quoted = dialect.quoted(name);
        if (type.equals("RAW")) {
            String hex = "RAWTOHEX(" + quoted + ")";
            return new ColumnSpec(info, "LENGTH(" + hex + ") / 2", hex, "HEXTORAW(?)").with(KeyValues.NONE);
        }
        String read = expression(type, kept, quoted);
        ColumnSpec column = new ColumnSpec(info, read, read, placeholder(type));
        if (type.equals("BLOB")) {
            return column.with(KeyValues.NONE);
        }
        if (kept.kind() == ColumnType.Kind.STRING) {
            boolean text = TEXT.contains(type);
            return text
                    ? column.upTo(Math.max(1, row.getInt("CHAR_LENGTH")))
                    : column.with(KeyValues.AS_READ).upTo(ColumnSpec.TEXT_LIMIT);
        }
        return type.contains("WITH TIME ZONE") ? column.with(KeyValues.AS_READ) : column;
    }

    private static String expression(String type, ColumnType kept, String quoted) {
        if (type.equals("BLOB")) {
            return "LENGTH(" + quoted + ")";
        }
        if (kept.isNumeric() || TEXT.contains(type)) {
            return quoted;
        }
        if (LARGE_TEXT.contains(type)) {
            return "SUBSTR(" + quoted + ", 1, " + ColumnSpec.TEXT_LIMIT + ")";
        }
        if (kept.kind() == ColumnType.Kind.TIMESTAMP) {
            return "TO_CHAR(" + quoted + ", " + form(type) + ")";
        }
        return switch (type) {
            case "BOOLEAN" -> "CASE WHEN " + quoted + " THEN 1 WHEN NOT " + quoted + " THEN 0 END";
            // Of JSON, XML and objects, whose texts only functions of many forms give: whether there is one.
            default ->
                type.startsWith("INTERVAL")
                        ? "TO_CHAR(" + quoted + ")"
                        : "CASE WHEN " + quoted + " IS NOT NULL THEN '(" + type.replaceAll("[^A-Z0-9_ ]", "")
                                + ")' END";
        };
    }

    private static String placeholder(String type) {
        if (type.equals("DATE")) {
            return "TO_DATE(?, " + SECONDS + ")";
        }
        if (!type.startsWith("TIMESTAMP")) {
            return "?";
        }
        return type.contains("WITH TIME ZONE")
                ? "TO_TIMESTAMP_TZ(?, " + MICROS_ZONE + ")"
                : "TO_TIMESTAMP(?, " + MICROS + ")";
    }

    private static String form(String type) {
        if (type.equals("DATE")) {
            return SECONDS;
        }
        return type.contains("WITH TIME ZONE") ? MICROS_ZONE : MICROS;
    }

    private static String declared(String type, int length, @Nullable Integer precision, @Nullable Integer scale) {
        if (type.equals("NUMBER") && (precision != null || scale != null)) {
            return type + "(" + (precision == null ? "*" : precision) + "," + (scale == null ? 0 : scale) + ")";
        }
        return length > 0 && TEXT.contains(type) ? type + "(" + length + ")" : type;
    }

    /** An Oracle DATE has a time of day. */
    private static ColumnType kept(String type, @Nullable Integer precision, @Nullable Integer scale) {
        if (type.equals("DATE") || type.startsWith("TIMESTAMP")) {
            return ColumnType.TIMESTAMP;
        }
        return switch (type) {
            case "NUMBER" -> number(precision, scale);
            case "FLOAT", "BINARY_FLOAT", "BINARY_DOUBLE" -> ColumnType.DOUBLE;
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "RAW", "BLOB" -> ColumnType.BIGINT;
            default -> ColumnType.STRING;
        };
    }

    /** NUMBER alone holds anything; NUMBER(*,0) whole numbers of 38 digits; a negative scale rounds to tens. */
    private static ColumnType number(@Nullable Integer precision, @Nullable Integer scale) {
        if (scale == null) {
            return ColumnType.DOUBLE;
        }
        int digits = precision == null ? 38 : precision - Math.min(0, scale);
        if (scale <= 0 && digits <= 18) {
            return ColumnType.BIGINT;
        }
        return digits > 38 || scale > digits ? ColumnType.DOUBLE : ColumnType.decimal(digits, Math.max(0, scale));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
