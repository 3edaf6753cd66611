package dev.dayone.connector.jdbc;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database's failure is about, whatever the product's code for it. */
enum FailureKind {
    LOGIN_REFUSED,
    DATABASE_UNKNOWN,
    RIGHT_MISSING,
    TABLE_UNKNOWN,
    COLUMN_UNKNOWN,
    WRITE_REFUSED,
    TIMED_OUT,
    UNREACHABLE,
    BROKEN_OFF,
    FILE_IN_USE,
    FILE_NOT_READABLE,
    FILE_HALF_WRITTEN;

    /** By the SQL states of PostgreSQL, and the error numbers of MariaDB and MySQL; null: by neither. */
    static @Nullable FailureKind of(SQLException failure) {
        int code = failure.getErrorCode();
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals("28P01")
                || state.equals("28000")
                || Set.of(1045, 1698, 1130).contains(code)) {
            return LOGIN_REFUSED;
        }
        if (state.equals("3D000") || code == 1049) {
            return DATABASE_UNKNOWN;
        }
        if (state.equals("42501") || Set.of(1044, 1142, 1143, 1370).contains(code)) {
            return RIGHT_MISSING;
        }
        if (state.equals("42P01") || state.equals("3F000") || code == 1146) {
            return TABLE_UNKNOWN;
        }
        if (state.equals("42703") || code == 1054) {
            return COLUMN_UNKNOWN;
        }
        if (state.equals("25006") || code == 1792) {
            return WRITE_REFUSED;
        }
        if (state.equals("57014")
                || state.equals("55P03")
                || Set.of(1969, 3024, 1205, 1317).contains(code)
                || failure instanceof SQLTimeoutException) {
            return TIMED_OUT;
        }
        if (Set.of("57P03", "08001", "08004").contains(state)
                || state.startsWith("53")
                || Set.of(1040, 1203).contains(code)) {
            return UNREACHABLE;
        }
        return isBroken(state, code) ? BROKEN_OFF : null;
    }

    private static boolean isBroken(String state, int code) {
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("40001")
                || Set.of(1053, 1158, 1159, 1160, 1161, 1927, 2006, 2013).contains(code);
    }
}
