package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** How PostgreSQL's types are read and kept. */
final class PostgresqlTypes {
    private static final Set<String> WHOLE = Set.of("int2", "int4", "int8");
    private static final Set<String> TEXTUAL = Set.of("text", "varchar", "bpchar");
    private static final Set<String> BOUNDED = Set.of(
            "uuid",
            "time",
            "timetz",
            "interval",
            "money",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "name",
            "char",
            "point",
            "box",
            "line",
            "lseg",
            "circle",
            "pg_lsn",
            "int4range",
            "int8range",
            "daterange",
            "tsrange",
            "tstzrange");

    /**
     * Longer texts are kept outside of their row, even if they shrink to a 255th: a table that keeps nothing outside has
     * none that would be cut.
     */
    private static final int KEPT_IN_THE_ROW = 2_000;

    private PostgresqlTypes() {}

    static boolean isWholeNumber(ColumnInfo column) {
        return Set.of("smallint", "integer", "bigint").contains(column.sourceType());
    }

    static ColumnSpec column(Dialect dialect, ResultSet row) throws SQLException {
        String name = row.getString("attname");
        String declared = row.getString("declared");
        String type = row.getString("type_name");
        int modifier = row.getInt("type_modifier");
        String quoted = dialect.quoted(name);
        String text = "CAST(" + quoted + " AS text)";
        boolean plainKind = row.getString("type_type").equals("b");
        ColumnType kept = plainKind ? kept(type, modifier) : ColumnType.STRING;
        ColumnInfo info = new ColumnInfo(name, declared, kept, !row.getBoolean("attnotnull"));
        if (!plainKind) {
            ColumnSpec column = new ColumnSpec(info, left(text), text, "?").with(KeyValues.AS_READ);
            return row.getString("type_type").equals("e") ? column : column.upTo(ColumnSpec.TEXT_LIMIT);
        }
        if (type.equals("bytea")) {
            return new ColumnSpec(info, "octet_length(" + quoted + ")", text, "?").with(KeyValues.NONE);
        }
        if (kept.kind() == ColumnType.Kind.STRING) {
            return row.getBoolean("all_short") && TEXTUAL.contains(type)
                    ? ColumnSpec.plain(info, quoted).with(KeyValues.TEXT).upTo(KEPT_IN_THE_ROW)
                    : texts(info, type, modifier, quoted);
        }
        if (type.equals("bit")) {
            return new ColumnSpec(info, text, text, "?").with(KeyValues.AS_READ);
        }
        // COPY writes days and times as a cast to text would; the cast would write each twice.
        boolean time = kept.kind() == ColumnType.Kind.DATE || kept.kind() == ColumnType.Kind.TIMESTAMP;
        return new ColumnSpec(info, quoted, time || WHOLE.contains(type) ? quoted : text, "?");
    }

    private static ColumnSpec texts(ColumnInfo info, String type, int modifier, String quoted) {
        boolean textual = TEXTUAL.contains(type);
        String read = textual ? quoted : "CAST(" + quoted + " AS text)";
        KeyValues keys = textual || type.equals("citext")
                ? KeyValues.TEXT
                : type.equals("uuid") ? KeyValues.UUID : KeyValues.AS_READ;
        // What is declared shorter than the limit is never cut; what has no length of its own is.
        boolean bounded = BOUNDED.contains(type) || (textual && modifier >= 0 && modifier - 4 < ColumnSpec.TEXT_LIMIT);
        ColumnSpec column = new ColumnSpec(info, bounded ? read : cut(quoted, read, textual), read, "?").with(keys);
        return textual && bounded ? column.upTo(modifier - 4) : bounded ? column : column.upTo(ColumnSpec.TEXT_LIMIT);
    }

    /** The length in bytes is known without a look at the text: most texts need no cutting, and are not touched. */
    private static String cut(String quoted, String read, boolean textual) {
        return textual
                ? "CASE WHEN octet_length(" + quoted + ") > " + ColumnSpec.TEXT_LIMIT + " THEN " + left(read) + " ELSE "
                        + read + " END"
                : left(read);
    }

    private static String left(String expression) {
        return "left(" + expression + ", " + ColumnSpec.TEXT_LIMIT + ")";
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
