package dev.dayone.connector.http;

import dev.dayone.connector.guard.StatementLog;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that requests leave by. Whatever a connector's YAML says: only GET is sent, and POST to the paths that it
 * lists as searches and to where tokens are had; credentials go to the API's own host, scheme and port and nowhere else,
 * after a redirect neither. Used by one thread.
 */
final class HttpGate implements AutoCloseable {
    private static final int REDIRECTS = 5;
    private static final String TOKEN = "a token";

    private final Wire wire;
    private final URI base;
    private final Origin home;
    private final Set<String> searches;
    private final Credentials credentials;
    private final CallBudget budget;
    private final StatementLog log;
    private final HttpFailures failures;

    HttpGate(Wire wire, Rules rules, Credentials credentials, CallBudget budget, StatementLog log) {
        this.wire = wire;
        this.base = rules.base();
        this.home = Origin.of(base);
        this.searches = rules.searches();
        this.credentials = credentials;
        this.budget = budget;
        this.log = log;
        this.failures = rules.failures();
    }

    /** Where requests may go, and how failures are told. */
    record Rules(URI base, Set<String> searches, HttpFailures failures) {}

    /** How the last connection was encrypted. */
    String tls() {
        return wire.tls();
    }

    /** A good answer. Throws what {@link HttpFailures} makes of any other. */
    Answer send(Outgoing request) {
        allow(request);
        Answer answer = followed(request);
        if (answer.status() == 401 && credentials.renew(this::token)) {
            answer = followed(request);
        }
        if (!answer.isGood()) {
            throw failures.of(request, answer, budget.rest(answer));
        }
        return answer;
    }

    private void allow(Outgoing request) {
        if (!Origin.of(request.uri()).equals(home)) {
            throw failures.refused(
                    request,
                    "the request would go to " + Origin.of(request.uri()) + ", expected " + home
                            + ", where the credentials are for");
        }
        if (request.body() != null && !searches.contains(request.path())) {
            throw failures.refused(
                    request,
                    "it would send POST to '" + request.path() + "', expected GET, or a path that the connector's"
                            + " 'searches' list");
        }
    }

    /** The answer at the end of redirects. */
    private Answer followed(Outgoing request) {
        URI uri = credentials.query(request.uri());
        boolean trusted = true;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            Map<String, String> headers = new LinkedHashMap<>(trusted ? request.headers() : Map.of());
            headers.put("Accept", "application/json");
            if (trusted) {
                headers.putAll(credentials.headers(this::token));
            }
            Answer answer = exchange(request, uri, headers, request.body());
            String location = answer.header("location");
            if (!answer.isRedirect() || location == null) {
                return answer;
            }
            URI next = target(request, uri, location);
            // Once away from home, credentials stay off: what comes back was chosen by somebody else.
            trusted = trusted && Origin.of(next).equals(home);
            uri = next;
        }
        throw failures.refused(request, "it was redirected more than " + REDIRECTS + " times, expected an answer");
    }

    private URI target(Outgoing request, URI from, String location) {
        URI next;
        try {
            next = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw failures.refused(request, "it was redirected to what is no URL, expected one");
        }
        Origin origin = Origin.of(next);
        if (!origin.scheme().equals("https") && !origin.scheme().equals("http")) {
            throw failures.refused(request, "it was redirected to a '" + origin.scheme() + "' URL, expected https");
        }
        if (Origin.of(from).isEncrypted() && !origin.isEncrypted()) {
            throw failures.refused(
                    request, "it was redirected from https to " + origin + ", expected to stay encrypted");
        }
        if (request.body() != null) {
            throw failures.refused(request, "a search was redirected to " + origin + ", expected its answer");
        }
        return next;
    }

    /** Asks for a token: the one POST that is no search, to the URL that the connector names and no other. */
    private Answer token(String url, String form) {
        URI uri = tokenUri(url);
        Outgoing request = new Outgoing(uri, uri.getPath(), Map.of(), form, TOKEN, false);
        Map<String, String> headers =
                Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded");
        Answer answer = exchange(request, uri, headers, form);
        if (!answer.isGood()) {
            throw failures.of(request, answer, null);
        }
        return answer;
    }

    private URI tokenUri(String url) {
        Outgoing asked = new Outgoing(base, "", Map.of(), null, TOKEN, false);
        URI uri;
        try {
            uri = base.resolve(url);
        } catch (IllegalArgumentException e) {
            throw failures.refused(asked, "'tokenUrl' is no URL, expected one");
        }
        Origin origin = Origin.of(uri);
        if (uri.getHost() == null || !(origin.isEncrypted() || origin.scheme().equals("http"))) {
            throw failures.refused(asked, "'tokenUrl' is no web address, expected https");
        }
        if (home.isEncrypted() && !origin.isEncrypted()) {
            throw failures.refused(asked, "'tokenUrl' is not encrypted, expected https as of the API");
        }
        return uri;
    }

    private Answer exchange(Outgoing request, URI uri, Map<String, String> headers, @Nullable String body) {
        budget.before(request);
        long start = System.nanoTime();
        Answer answer = null;
        try {
            answer = wire.send(uri, headers, body);
            budget.after(answer);
            return answer;
        } catch (Exception e) {
            throw failures.of(request, e);
        } finally {
            log.ran(request.shape(), (System.nanoTime() - start) / 1_000_000);
            log.returned(request.shape(), 0, answer == null ? 0 : answer.body().capacity(), 0);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
