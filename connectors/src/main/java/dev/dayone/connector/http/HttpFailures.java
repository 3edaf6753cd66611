package dev.dayone.connector.http;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names what an API answered. Its own words may hold values, so none of them are taken. */
final class HttpFailures {
    private final String source;
    private final String host;
    private final Set<String> credentials;

    HttpFailures(String source, String host, Set<String> credentials) {
        this.source = source;
        this.host = host;
        this.credentials = credentials;
    }

    /** What a status other than good means; {@code rest}: how long the API asks to be left alone. */
    DayoneException of(Outgoing request, Answer answer, @Nullable Duration rest) {
        int status = answer.status();
        if (status == 429 || (rest != null && (status == 403 || status == 503))) {
            return rateLimited(source, request.table(), "the API answered " + status, rest);
        }
        if (status == 401 || request.table().equals("a token")) {
            return status >= 500 ? broken(request, status, null) : refusedLogin(status);
        }
        if (status == 403) {
            return bad(
                    ErrorCode.RIGHT_MISSING,
                    request,
                    "the API answered 403 to " + request.shape() + ", expected rows",
                    "Give the account or token the right to read it");
        }
        if (request.paged() && (status == 400 || status == 404 || status == 410 || status == 422)) {
            return new SourceUnavailableException(
                    ErrorCode.CURSOR_EXPIRED,
                    "Cannot go on reading '" + request.table() + "' in '" + source + "': the API answered " + status
                            + " to the cursor of the next page, expected that page. Run again: the table is begun afresh.");
        }
        if (status == 404 || status == 410) {
            return bad(
                    ErrorCode.TABLE_UNKNOWN,
                    request,
                    "the API answered " + status + " to " + request.shape() + ", expected what stands there",
                    "Check the address ('baseUrl' or what it is made of), and whether this account has that feature");
        }
        if (status == 408 || status >= 500) {
            return broken(request, status, rest);
        }
        String found = answer.isRedirect() ? "a redirect to nowhere (" + status + ")" : String.valueOf(status);
        return bad(
                ErrorCode.ANSWER_UNEXPECTED,
                request,
                "the API answered " + found + " to " + request.shape() + ", expected 200",
                "Compare the connector's path and parameters with the vendor's API page");
    }

    /** What an exception on the way means. */
    DayoneException of(Outgoing request, Exception thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof DayoneException known) {
                return known;
            }
            DayoneException named = network(request, at);
            if (named != null) {
                return named;
            }
        }
        return new SourceUnavailableException(
                ErrorCode.SOURCE_BROKE_OFF,
                "Cannot read '" + request.table() + "' in '" + source + "': the connection to " + host + " broke off ("
                        + thrown.getClass().getSimpleName() + "), expected the whole answer. It is asked again.",
                thrown);
    }

    private @Nullable DayoneException network(Outgoing request, Throwable at) {
        if (at instanceof Wire.BodyTooLargeException) {
            return bad(
                    ErrorCode.ANSWER_UNEXPECTED,
                    request,
                    "the answer is larger than " + Wire.MAX_BODY / 1_000_000 + " MB, expected a page",
                    "Give the connector's paging a smaller 'size'");
        }
        if (at instanceof SSLException) {
            return bad(
                    ErrorCode.LOGIN_REFUSED,
                    request,
                    "the TLS certificate of " + host + " could not be verified, expected one that Java trusts",
                    "Check the address; put a certificate authority of your own into Java's trust store");
        }
        if (at instanceof UnknownHostException) {
            return unreachable("its host name is not known", at);
        }
        // Of Apache's client, a connection that is not made in time is a ConnectException too.
        if (at instanceof ConnectException || at instanceof NoRouteToHostException) {
            return unreachable("nothing listens there", at);
        }
        return at instanceof SocketTimeoutException
                ? new SourceUnavailableException(
                        ErrorCode.SOURCE_TIMED_OUT,
                        "Cannot read '" + request.table() + "' in '" + source + "': no whole answer to "
                                + request.shape() + " in time, expected one. Raise 'statementTimeout' in the source's"
                                + " limits, or give the connector's paging a smaller 'size'.",
                        at)
                : null;
    }

    /** A request that dayone does not send. */
    BadRequestException refused(Outgoing request, String found) {
        return bad(ErrorCode.REQUEST_REFUSED, request, found, "Correct the connector or the source's address");
    }

    /** An answer that is not what the connector says. */
    BadRequestException unexpected(Outgoing request, String found, String todo) {
        return bad(ErrorCode.ANSWER_UNEXPECTED, request, found, todo);
    }

    /** An answer that ends too soon. */
    SourceUnavailableException truncated(Outgoing request, Throwable cause) {
        return new SourceUnavailableException(
                ErrorCode.SOURCE_BROKE_OFF,
                "Cannot read '" + request.table() + "' in '" + source
                        + "': the JSON ends in the middle, expected the whole answer. It is asked again.",
                cause);
    }

    /** The API wants to be left alone. */
    static SourceUnavailableException rateLimited(String source, String table, String found, @Nullable Duration rest) {
        return new SourceUnavailableException(
                ErrorCode.RATE_LIMITED,
                "Cannot read '" + table + "' in '" + source + "' now: " + found
                        + (rest == null ? "" : " and asks for " + Math.max(1, rest.toSeconds()) + " s of rest")
                        + ", expected to be let in. Run again later; what was read is kept.",
                null,
                rest);
    }

    private DayoneException broken(Outgoing request, int status, @Nullable Duration rest) {
        return new SourceUnavailableException(
                ErrorCode.SOURCE_BROKE_OFF,
                "Cannot read '" + request.table() + "' in '" + source + "': the API answered " + status + " to "
                        + request.shape() + ", expected 200. It is asked again.",
                null,
                rest);
    }

    private BadRequestException refusedLogin(int status) {
        return new BadRequestException(
                ErrorCode.LOGIN_REFUSED,
                "Cannot log in to '" + source + "': the API answered " + status + ", expected it to accept the"
                        + " credentials. Check " + names() + ".");
    }

    private String names() {
        return credentials.isEmpty()
                ? "whether the API asks for credentials that the source does not give"
                : "the parameters " + String.join(", ", credentials);
    }

    private SourceUnavailableException unreachable(String found, Throwable cause) {
        return new SourceUnavailableException(
                ErrorCode.SOURCE_UNREACHABLE,
                "Cannot reach '" + source + "' at " + host + ": " + found
                        + ", expected an API there. Check the address, the network and the API.",
                cause);
    }

    private BadRequestException bad(ErrorCode code, Outgoing request, String found, String todo) {
        return new BadRequestException(
                code, "Cannot read '" + request.table() + "' in '" + source + "': " + found + ". " + todo + ".");
    }
}
