package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** How SQL Server's types are read and kept. */
final class SqlserverTypes {
    private static final Set<String> WHOLE = Set.of("tinyint", "smallint", "int", "bigint");
    private static final Set<String> SHORT_TEXT = Set.of("char", "varchar", "nchar", "nvarchar");
    private static final Set<String> BINARY = Set.of("binary", "varbinary", "image", "timestamp");
    private static final int UNLIMITED = -1;

    private SqlserverTypes() {}

    static boolean isWholeNumber(ColumnInfo column) {
        return WHOLE.contains(column.sourceType());
    }

    static ColumnSpec column(Dialect dialect, ResultSet row) throws SQLException {
        String name = row.getString("column_name");
        String type = row.getString("type_name");
        int length = row.getInt("max_length");
        int precision = row.getInt("precision");
        int scale = row.getInt("scale");
        ColumnType kept = kept(type, precision, scale);
        ColumnInfo info =
                new ColumnInfo(name, declared(type, length, precision, scale), kept, row.getBoolean("is_nullable"));
        String quoted = dialect.quoted(name);
        if (BINARY.contains(type)) {
            return new ColumnSpec(
                            info,
                            "DATALENGTH(" + quoted + ")",
                            "CONVERT(varchar(max), " + quoted + ", 2)",
                            "CONVERT(varbinary(900), ?, 2)")
                    .with(KeyValues.NONE);
        }
        String read = expression(type, kept, quoted, length);
        ColumnSpec column = new ColumnSpec(info, read, read, placeholder(type));
        if (kept.kind() != ColumnType.Kind.STRING) {
            return column;
        }
        KeyValues keys = type.equals("uniqueidentifier") ? KeyValues.UUID : KeyValues.AS_READ;
        boolean large = length == UNLIMITED || !(SHORT_TEXT.contains(type) || keys == KeyValues.UUID);
        return column.with(SHORT_TEXT.contains(type) ? KeyValues.TEXT : keys)
                .upTo(large ? ColumnSpec.TEXT_LIMIT : length);
    }

    private static String expression(String type, ColumnType kept, String quoted, int length) {
        if (kept.isNumeric() || kept.kind() == ColumnType.Kind.BOOLEAN) {
            return quoted;
        }
        if (SHORT_TEXT.contains(type)) {
            return length == UNLIMITED ? left(quoted) : quoted;
        }
        return switch (type) {
            case "date" -> "CONVERT(varchar(10), " + quoted + ", 23)";
            case "datetime", "datetime2", "smalldatetime", "datetimeoffset" ->
                "CONVERT(varchar(40), " + quoted + ", 126)";
            case "time" -> "CONVERT(varchar(16), " + quoted + ")";
            case "uniqueidentifier" -> "CONVERT(varchar(36), " + quoted + ")";
            case "sql_variant" -> "CONVERT(nvarchar(4000), " + quoted + ")";
            default -> left("CONVERT(nvarchar(max), " + quoted + ")");
        };
    }

    private static String left(String expression) {
        return "LEFT(" + expression + ", " + ColumnSpec.TEXT_LIMIT + ")";
    }

    /** A text comes as nvarchar, to which an index of varchar is converted row by row: so it is converted itself. */
    private static String placeholder(String type) {
        return switch (type) {
            case "char", "varchar" -> "CONVERT(varchar(8000), ?)";
            case "uniqueidentifier", "date", "smalldatetime", "datetime", "datetime2", "datetimeoffset", "time" ->
                "CONVERT(" + type + ", ?" + (type.contains("time") && !type.equals("time") ? ", 126)" : ")");
            default -> "?";
        };
    }

    private static String declared(String type, int length, int precision, int scale) {
        if (type.equals("decimal") || type.equals("numeric")) {
            return type + "(" + precision + "," + scale + ")";
        }
        if (SHORT_TEXT.contains(type) || type.equals("binary") || type.equals("varbinary")) {
            int characters = type.startsWith("n") ? length / 2 : length;
            return type + "(" + (length == UNLIMITED ? "max" : String.valueOf(characters)) + ")";
        }
        return type;
    }

    private static ColumnType kept(String type, int precision, int scale) {
        return switch (type) {
            case "tinyint", "smallint", "int", "bigint" -> ColumnType.BIGINT;
            case "bit" -> ColumnType.BOOLEAN;
            case "decimal", "numeric", "money", "smallmoney" -> ColumnType.decimal(precision, scale);
            case "float", "real" -> ColumnType.DOUBLE;
            case "date" -> ColumnType.DATE;
            case "datetime", "datetime2", "smalldatetime", "datetimeoffset" -> ColumnType.TIMESTAMP;
            default -> BINARY.contains(type) ? ColumnType.BIGINT : ColumnType.STRING;
        };
    }
}
