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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names what a database answered. The server's own words may hold values, so only names of objects are taken. */
final class SqlFailures {
    private static final Pattern OBJECT = Pattern.compile(
            "(?:relation|table|view|schema|column|database) [\"'`]?([^\"\\n]+?)[\"'`]?(?: does not exist|$|\\n)");

    private final String source;
    private final Dialect dialect;
    private final Dialect.Settings settings;
    private final boolean connecting;

    private SqlFailures(JdbcSource source, boolean connecting) {
        this.source = source.sourceName();
        this.dialect = source.dialect();
        this.settings = source.settings();
        this.connecting = connecting;
    }

    static DayoneException named(JdbcSource source, Throwable failure) {
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
        SqlFailures failures = new SqlFailures(source, connecting);
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
        FailureKind kind = dialect.failure(sql);
        return kind == null
                ? null
                : switch (kind) {
                    case LOGIN_REFUSED -> loginRefused(sql);
                    case DATABASE_UNKNOWN -> databaseUnknown(sql);
                    case RIGHT_MISSING ->
                        bad(
                                ErrorCode.RIGHT_MISSING,
                                "Cannot read " + object(sql) + " in '" + source + "': the account '"
                                        + settings.username() + "' lacks the right, expected SELECT. Grant it, or"
                                        + " leave the table out of the pilot.",
                                sql);
                    case TABLE_UNKNOWN -> gone(ErrorCode.TABLE_UNKNOWN, "table", sql);
                    case COLUMN_UNKNOWN -> gone(ErrorCode.COLUMN_UNKNOWN, "column", sql);
                    case WRITE_REFUSED ->
                        bad(
                                ErrorCode.STATEMENT_REFUSED,
                                "Cannot run a statement in '" + source + "': the server refused to write in a"
                                        + " read-only session, expected a statement that only reads. Leave out of the"
                                        + " pilot what writes when it is read.",
                                sql);
                    case TIMED_OUT -> timedOut(sql);
                    case UNREACHABLE -> unreachable("it takes no connection now", sql);
                    case BROKEN_OFF -> brokeOff(sql);
                    case FILE_IN_USE -> fileInUse(sql);
                    case FILE_NOT_READABLE ->
                        fileNotReadable("it is no database that the connector reads, or it is damaged", sql);
                    case FILE_HALF_WRITTEN -> fileNotReadable("its last writer left it in the middle of a write", sql);
                };
    }

    private DayoneException loginRefused(SQLException sql) {
        return bad(
                ErrorCode.LOGIN_REFUSED,
                "Cannot log in to '" + source + "' as '" + settings.username() + "': the server at " + at()
                        + " refused the account or its password, expected an account that may connect. Check the"
                        + " parameters 'username' and 'password'.",
                sql);
    }

    private DayoneException databaseUnknown(SQLException sql) {
        return bad(
                ErrorCode.DATABASE_UNKNOWN,
                "Cannot open database '" + settings.database() + "' in '" + source + "': the server at " + at()
                        + " has none of that name, expected an existing one. Check the parameter 'database'.",
                sql);
    }

    private DayoneException gone(ErrorCode code, String what, SQLException sql) {
        return bad(
                code,
                "Cannot read " + object(sql) + " in '" + source + "': the server has no such " + what + ", expected it"
                        + " to be there while it is read. Run 'dayone doctor' to see the " + what + "s.",
                sql);
    }

    private DayoneException fileInUse(SQLException sql) {
        return new SourceUnavailableException(
                ErrorCode.SOURCE_UNREACHABLE,
                "Cannot open '" + at() + "' in '" + source + "': another process holds it locked, expected a file that"
                        + " may be read now. Run again when its application lets go of it, or read a copy.",
                sql);
    }

    private DayoneException fileNotReadable(String found, SQLException sql) {
        return bad(
                ErrorCode.FILE_NOT_READABLE,
                "Cannot open '" + at() + "' in '" + source + "': " + found + ", expected a whole database file. Open it"
                        + " once with its own application, or read a copy that it made.",
                sql);
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
        return settings.place();
    }

    private static String object(SQLException sql) {
        Matcher matcher = OBJECT.matcher(String.valueOf(sql.getMessage()));
        return matcher.find() ? "'" + matcher.group(1) + "'" : "what was asked";
    }
}
