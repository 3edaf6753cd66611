package dev.dayone.connector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.connector.guard.StatementLog;
import dev.dayone.connector.http.Description.Request;
import dev.dayone.pilot.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Makes requests of what a description says, and sends them through the gate. */
final class ApiCalls {
    private final HttpGate gate;
    private final URI base;
    private final Map<String, String> headers;
    private final HttpFailures failures;
    private final StatementLog log;

    ApiCalls(HttpGate gate, URI base, Map<String, String> headers, HttpFailures failures, StatementLog log) {
        this.gate = gate;
        this.base = base;
        this.headers = headers;
        this.failures = failures;
        this.log = log;
    }

    /**
     * What a page adds to a request.
     *
     * @param asked parameters of the query or, of a search, of the body, by dotted path
     */
    record Paged(Map<String, Object> asked, Map<String, String> headers, String table, boolean paged) {
        /** Nothing. */
        static Paged none(String table) {
            return new Paged(Map.of(), Map.of(), table, false);
        }
    }

    HttpFailures failures() {
        return failures;
    }

    /** Sends a request that is answered by one JSON document. */
    JsonAnswer ask(Request request, Map<String, String> values, String table) {
        Outgoing outgoing = request(request, values, Paged.none(table));
        return json(send(outgoing), outgoing);
    }

    Answer send(Outgoing request) {
        return gate.send(request);
    }

    JsonAnswer json(Answer answer, Outgoing request) {
        return JsonAnswer.read(answer, request, failures);
    }

    /** Counts records that came back. */
    void returned(Outgoing request, int records) {
        log.returned(request.shape(), records, 0, 0);
    }

    /** A request with its places filled. */
    Outgoing request(Request request, Map<String, String> values, Paged page) {
        Map<String, String> query = new LinkedHashMap<>();
        request.query().forEach((name, text) -> {
            String value = Template.fill(text, values);
            // What a parameter that was not given leaves empty is not asked for; what is written empty is.
            if (!value.isEmpty() || text.isEmpty()) {
                query.put(name, value);
            }
        });
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(page.headers());
        String body = null;
        if (request.body() != null) {
            Object filled = Template.fillAll(request.body(), values);
            page.asked().forEach((path, value) -> put(filled, path, value));
            body = json(filled);
            all.put("Content-Type", "application/json");
        } else {
            page.asked().forEach((name, value) -> query.put(name, String.valueOf(value)));
        }
        URI uri = uri(Template.fillPath(request.path(), values), query);
        return new Outgoing(uri, request.path(), all, body, page.table(), page.paged());
    }

    /** A request for a URL that the API gave, relative to its base or not. */
    Outgoing at(String url, String path, String table) {
        Outgoing unknown = new Outgoing(base, path, headers, null, table, true);
        try {
            return new Outgoing(base.resolve(url), path, headers, null, table, true);
        } catch (IllegalArgumentException e) {
            throw failures.unexpected(
                    unknown, "the link to the next page is no URL, expected one", "Correct the connector's paging");
        }
    }

    private URI uri(String path, Map<String, String> query) {
        StringJoiner pairs = new StringJoiner("&");
        query.forEach((name, value) -> pairs.add(Template.encoded(name) + "=" + Template.encoded(value)));
        String under = base.toString().replaceFirst("/+$", "");
        return URI.create(under + path + (pairs.length() == 0 ? "" : (path.contains("?") ? "&" : "?") + pairs));
    }

    @SuppressWarnings("unchecked")
    private static void put(@Nullable Object body, String path, Object value) {
        if (!(body instanceof Map<?, ?> found)) {
            return;
        }
        Map<String, Object> map = (Map<String, Object>) found;
        int dot = path.indexOf('.');
        if (dot < 0) {
            map.put(path, value);
            return;
        }
        put(map.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<>()), path.substring(dot + 1), value);
    }

    private static String json(Object body) {
        try {
            return Json.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A body of maps and lists", e);
        }
    }
}
