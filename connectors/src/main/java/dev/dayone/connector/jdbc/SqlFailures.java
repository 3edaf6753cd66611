package dev.dayone.connector.jdbc;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.InternalFaultException;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names what a database answered. The server's own words may hold values, so only names of objects are taken. */
final class SqlFailures {
    private static final Pattern POSTGRESQL_OBJECT = Pattern.compile(
            "(?:relation|table|view|schema|column|database) \"?([^\"\\n]+?)\"?(?: does not exist|$|\\n)");

    private final String source;
    private final Dialect.Settings settings;
    private final boolean connecting;

    private SqlFailures(String source, Dialect.Settings settings, boolean connecting) {
        this.source = source;
        this.settings = settings;
        this.connecting = connecting;
    }

    static DayoneException named(String source, Dialect.Settings settings, Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable at = failure; at != null && chain.size() < 30; at = at.getCause()) {
            if (at instanceof DayoneException known) {
                return known;
            }
            chain.add(at);
        }
        // Both drivers say in words that a time-out fell into the login; a silent server of another kind does that too.
        boolean connecting = chain.stream()
                .map(at -> String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message -> message.contains("connect to")
                        || message.contains("connect timed out")
                        || message.contains("connection attempt failed"));
        SqlFailures failures = new SqlFailures(source, settings, connecting);
        for (Throwable at : chain) {
            DayoneException network = failures.network(at);
            if (network != null) {
                return network;
            }
        }
        for (Throwable at : chain) {
            DayoneException named = at instanceof SQLException sql ? failures.named(sql) : null;
            if (named != null) {
                return named;
            }
        }
        return failures.other(chain.get(chain.size() - 1));
    }

    private @Nullable DayoneException network(Throwable at) {
        if (at instanceof UnknownHostException) {
            return unreachable("its host name is not known", at);
        }
        if (at instanceof ConnectException || at instanceof NoRouteToHostException) {
            return String.valueOf(at.getMessage()).contains("timed out")
                    ? unreachable("no answer within 10 seconds", at)
                    : unreachable("nothing listens there", at);
        }
        if (at instanceof SocketTimeoutException) {
            return connecting ? unreachable("no answer within 10 seconds", at) : timedOut(at);
        }
        return null;
    }

    private @Nullable DayoneException named(SQLException sql) {
        int code = sql.getErrorCode();
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals("28P01") || code == 1045 || code == 1698 || code == 1130 || state.equals("28000")) {
            return bad(
                    ErrorCode.LOGIN_REFUSED,
                    "Cannot log in to '" + source + "' as '" + settings.username() + "': the server at " + at()
                            + " refused the account or its password, expected an account that may connect. Check the"
                            + " parameters 'username' and 'password'.",
                    sql);
        }
        if (state.equals("3D000") || code == 1049) {
            return bad(
                    ErrorCode.DATABASE_UNKNOWN,
                    "Cannot open database '" + settings.database() + "' in '" + source + "': the server at " + at()
                            + " has none of that name, expected an existing one. Check the parameter 'database'.",
                    sql);
        }
        if (state.equals("42501") || Set.of(1044, 1142, 1143, 1370).contains(code)) {
            return bad(
                    ErrorCode.RIGHT_MISSING,
                    "Cannot read " + object(sql) + " in '" + source + "': the account '" + settings.username()
                            + "' lacks the right, expected SELECT. Grant it, or leave the table out of the pilot.",
                    sql);
        }
        if (state.equals("42P01") || state.equals("3F000") || code == 1146) {
            return bad(
                    ErrorCode.TABLE_UNKNOWN,
                    "Cannot read " + object(sql) + " in '" + source + "': the server has no such table, expected it to"
                            + " be there while it is read. Run 'dayone doctor' to see the tables.",
                    sql);
        }
        if (state.equals("42703") || code == 1054) {
            return bad(
                    ErrorCode.COLUMN_UNKNOWN,
                    "Cannot read " + object(sql) + " in '" + source + "': the server has no such column, expected it"
                            + " to be there while it is read. Run 'dayone doctor' to see the columns.",
                    sql);
        }
        if (state.equals("25006") || code == 1792) {
            return bad(
                    ErrorCode.STATEMENT_REFUSED,
                    "Cannot run a statement in '" + source + "': the server refused to write in a read-only session,"
                            + " expected a statement that only reads. Leave out of the pilot what writes when it is"
                            + " read.",
                    sql);
        }
        if (state.equals("57014")
                || state.equals("55P03")
                || Set.of(1969, 3024, 1205, 1317).contains(code)
                || sql instanceof SQLTimeoutException) {
            return timedOut(sql);
        }
        if (state.equals("57P03")
                || state.startsWith("53")
                || code == 1040
                || code == 1203
                || state.equals("08001")
                || state.equals("08004")) {
            return unreachable("it takes no connection now", sql);
        }
        boolean broken = state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("40001")
                || Set.of(1053, 1158, 1159, 1160, 1161, 1927, 2006, 2013).contains(code);
        return broken ? brokeOff(sql) : null;
    }

    private DayoneException other(Throwable root) {
        if (root instanceof java.io.IOException || (root instanceof SQLException sql && sql.getSQLState() == null)) {
            return brokeOff(root);
        }
        String found = root instanceof SQLException sql
                ? "the server answered SQL state " + sql.getSQLState() + ", error " + sql.getErrorCode()
                : root.getClass().getSimpleName();
        return new InternalFaultException(
                ErrorCode.INTERNAL,
                "Cannot read '" + source + "': " + found + ", expected rows. Report it with the log.",
                root);
    }

    private DayoneException unreachable(String found, Throwable cause) {
        return new SourceUnavailableException(
                ErrorCode.SOURCE_UNREACHABLE,
                "Cannot reach '" + source + "' at " + at() + ": " + found + ", expected a "
                        + "database server. Check the parameters 'host' and 'port', and the network.",
                cause);
    }

    private DayoneException timedOut(Throwable cause) {
        return new SourceUnavailableException(
                ErrorCode.SOURCE_TIMED_OUT,
                "Cannot read '" + source + "': a statement or lock took longer than the source's limits, expected an"
                        + " answer in time. Raise 'statementTimeout' or 'lockTimeout', or read at a quieter hour.",
                cause);
    }

    private DayoneException brokeOff(Throwable cause) {
        return new SourceUnavailableException(
                ErrorCode.SOURCE_BROKE_OFF,
                "Cannot read '" + source + "' to the end: the server at " + at() + " closed the connection, expected it"
                        + " to stay. Run again: what was read is kept.",
                cause);
    }

    private static DayoneException bad(ErrorCode code, String message, Throwable cause) {
        return new BadRequestException(code, message, cause);
    }

    private String at() {
        return settings.host() + ":" + settings.port();
    }

    private static String object(SQLException sql) {
        Matcher matcher = POSTGRESQL_OBJECT.matcher(String.valueOf(sql.getMessage()));
        return matcher.find() ? "'" + matcher.group(1) + "'" : "what was asked";
    }
}
