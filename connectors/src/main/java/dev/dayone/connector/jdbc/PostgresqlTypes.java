package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** How PostgreSQL's types are read and kept. */
final class PostgresqlTypes {
    /** One more than is kept, so that a cut is seen. */
    static final int TEXT_LIMIT = 1_000_001;

    private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");
    private static final Set<String> UNBOUNDED =
            Set.of("text", "varchar", "bpchar", "citext", "json", "jsonb", "xml", "tsvector", "hstore");

    private PostgresqlTypes() {}

    static boolean isWholeNumber(ColumnInfo column) {
        return Set.of("smallint", "integer", "bigint").contains(column.sourceType());
    }

    static ColumnSpec column(Dialect dialect, ResultSet row) throws SQLException {
        String name = row.getString("attname");
        String declared = row.getString("declared");
        String type = row.getString("type_name");
        int modifier = row.getInt("type_modifier");
        boolean nullable = !row.getBoolean("attnotnull");
        String quoted = dialect.quoted(name);
        String text = "CAST(" + quoted + " AS text)";
        boolean plainKind = row.getString("type_type").equals("b");
        ColumnType kept = plainKind ? kept(type, modifier) : ColumnType.STRING;
        ColumnInfo info = new ColumnInfo(name, declared, kept, nullable);
        if (!plainKind) {
            return ColumnSpec.plain(info, left(text));
        }
        if (type.equals("bytea")) {
            return new ColumnSpec(info, "octet_length(" + quoted + ")", text, "?");
        }
        if (kept.kind() == ColumnType.Kind.STRING) {
            boolean textual = type.equals("text") || type.equals("varchar") || type.equals("bpchar");
            String read = textual ? quoted : text;
            boolean unbounded = type.startsWith("_") || (UNBOUNDED.contains(type) && modifier < 0);
            return new ColumnSpec(info, unbounded ? cut(quoted, read, textual) : read, read, "?");
        }
        boolean asText =
                kept.kind() == ColumnType.Kind.DATE || kept.kind() == ColumnType.Kind.TIMESTAMP || type.equals("bit");
        String cursor = WHOLE.contains(type) ? quoted : text;
        return new ColumnSpec(info, asText ? text : quoted, cursor, "?");
    }

    /** The length in bytes is known without a look at the text: most texts need no cutting, and are not touched. */
    private static String cut(String quoted, String read, boolean textual) {
        return textual
                ? "CASE WHEN octet_length(" + quoted + ") > " + TEXT_LIMIT + " THEN " + left(read) + " ELSE " + read
                        + " END"
                : left(read);
    }

    private static String left(String expression) {
        return "left(" + expression + ", " + TEXT_LIMIT + ")";
    }

    private static ColumnType kept(String type, int modifier) {
        return switch (type) {
            case "int2", "int4", "int8", "oid", "bytea" -> ColumnType.BIGINT;
            case "float4", "float8" -> ColumnType.DOUBLE;
            case "numeric" -> numeric(modifier);
            case "bool" -> ColumnType.BOOLEAN;
            case "bit" -> modifier == 1 ? ColumnType.BOOLEAN : ColumnType.STRING;
            case "date" -> ColumnType.DATE;
            case "timestamp", "timestamptz" -> ColumnType.TIMESTAMP;
            default -> ColumnType.STRING;
        };
    }

    private static ColumnType numeric(int modifier) {
        if (modifier < 4) {
            return ColumnType.DOUBLE;
        }
        int precision = ((modifier - 4) >> 16) & 0xffff;
        // Since version 15 the scale has 11 bits and a sign.
        int scale = (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
        return precision > 38 || scale < 0 || scale > precision
                ? ColumnType.DOUBLE
                : ColumnType.decimal(precision, scale);
    }
}
