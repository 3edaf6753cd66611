package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.Locale;

/**
 * How SQLite's columns are read and kept. A column's type is what its declaration suggests, any value may be of another:
 * what does not fit is handed on as a text, and counted where the snapshot cannot keep it.
 */
final class SqliteTypes {
    private static final long MILLIS_FROM = 100_000_000_000L;

    private SqliteTypes() {}

    /** The column of a name, as declared in the table. */
    static ColumnSpec column(Dialect dialect, String name, String declared, boolean nullable) {
        ColumnType kept = kept(declared.toUpperCase(Locale.ROOT));
        ColumnInfo info = new ColumnInfo(name, declared.isEmpty() ? "any" : declared, kept, nullable);
        String quoted = dialect.quoted(name);
        // An expression has no declared type, by which the driver would turn values into others.
        String raw = "coalesce(" + quoted + ", NULL)";
        if (isBinary(declared)) {
            return new ColumnSpec(info, "length(CAST(" + quoted + " AS blob))", "hex(" + quoted + ")", "unhex(?)")
                    .with(KeyValues.NONE);
        }
        ColumnSpec column = new ColumnSpec(info, expression(kept, quoted), raw, "?");
        // Without a type that turns a text into a number, '5' does not equal 5.
        return declared.isEmpty() ? column.with(KeyValues.AS_READ) : column;
    }

    static boolean isWholeNumber(String declared) {
        return declared.toUpperCase(Locale.ROOT).contains("INT");
    }

    static boolean isBinary(String declared) {
        return kept(declared.toUpperCase(Locale.ROOT)).equals(ColumnType.BIGINT) && !isWholeNumber(declared);
    }

    private static String expression(ColumnType kept, String quoted) {
        return switch (kept.kind()) {
            case STRING -> "substr(CAST(" + quoted + " AS text), 1, " + ColumnSpec.TEXT_LIMIT + ")";
            case DATE, TIMESTAMP -> time(quoted);
            default -> "CASE typeof(" + quoted + ") WHEN 'blob' THEN 'blob' ELSE " + quoted + " END";
        };
    }

    /** Times are texts, seconds or milliseconds since 1970, or days since noon of 24 November 4714 BC. */
    private static String time(String quoted) {
        String form = "'%Y-%m-%d %H:%M:%f'";
        return "CASE typeof(" + quoted + ") WHEN 'integer' THEN strftime(" + form + ", CASE WHEN abs(" + quoted + ") < "
                + MILLIS_FROM + " THEN " + quoted + " ELSE " + quoted + " / 1000.0 END, 'unixepoch')"
                + " WHEN 'real' THEN strftime(" + form + ", " + quoted + ") ELSE CAST(" + quoted + " AS text) END";
    }

    /** By the rules of SQLite's column affinity, with dates and truth values told apart. */
    private static ColumnType kept(String declared) {
        if (declared.contains("INT")) {
            return ColumnType.BIGINT;
        }
        if (declared.isEmpty() || declared.contains("CHAR") || declared.contains("CLOB") || declared.contains("TEXT")) {
            return ColumnType.STRING;
        }
        if (declared.contains("BLOB")) {
            return ColumnType.BIGINT;
        }
        if (declared.startsWith("DATETIME") || declared.startsWith("TIMESTAMP")) {
            return ColumnType.TIMESTAMP;
        }
        if (declared.equals("DATE")) {
            return ColumnType.DATE;
        }
        if (declared.startsWith("BOOL")) {
            return ColumnType.BOOLEAN;
        }
        boolean number = declared.matches("(REAL|FLOA|DOUB|NUM|DEC|MONEY|CURRENCY).*");
        return number ? ColumnType.DOUBLE : ColumnType.STRING;
    }
}
