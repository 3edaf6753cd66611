package dev.dayone.connector.guard;

import dev.dayone.pilot.snapshot.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one write that dayone tries, to see it refused: a DELETE whose condition no row can meet, in a transaction that
 * is rolled back whatever comes. It is of no other form than this class gives it, and stands in the receipt.
 */
public final class WriteAttempts {
    private static final String NO_ROW = " WHERE 1 = 0";

    private final char quote;
    private final StatementLog log;

    WriteAttempts(char quote, StatementLog log) {
        this.quote = quote;
        this.log = log;
    }

    /** A dialect's reading of a failure. */
    @FunctionalInterface
    public interface Refusals {
        /** Why the server refused to write, in a few words; null: the failure has another reason. */
        @Nullable
        String reason(SQLException failure);
    }

    /** Tries it on a table in the session as it stands; null: it failed for a reason that proves nothing. */
    Probe.@Nullable WriteAttempt on(Connection connection, String quotedTable, Refusals refusals) throws SQLException {
        String sql = "DELETE FROM " + checked(quotedTable) + NO_ROW;
        if (connection.getAutoCommit()) {
            throw new SQLException("A write is tried inside of a transaction only");
        }
        connection.rollback();
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            return new Probe.WriteAttempt(sql, false, "the server ran it, and it was rolled back");
        } catch (SQLException e) {
            String reason = refusals.reason(e);
            return reason == null
                    ? null
                    : new Probe.WriteAttempt(sql, true, reason + " (SQL state " + e.getSQLState() + ")");
        } finally {
            connection.rollback();
            log.ran(sql, (System.nanoTime() - start) / 1_000_000);
        }
    }

    private String checked(String quotedTable) {
        String mark = Pattern.quote(String.valueOf(quote));
        String name = mark + "(?:[^" + mark + "]|" + mark + mark + ")+" + mark;
        if (!quotedTable.matches(name + "(?:\\." + name + ")*")) {
            throw new IllegalArgumentException("A write is tried on a table by its quoted name only");
        }
        return quotedTable;
    }
}
