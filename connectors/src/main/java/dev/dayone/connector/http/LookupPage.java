package dev.dayone.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.connector.Page;
import dev.dayone.connector.http.Description.Lookup;
import dev.dayone.connector.http.JsonAnswer.Amount;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows whose column holds one of some keys, asked for some at a time. A key that the API does not know has none. */
final class LookupPage implements Page {
    private final ApiCalls calls;
    private final Lookup lookup;
    private final Asked asked;
    private final Map<String, String> values;
    private final Function<JsonNode, Map<String, @Nullable Object>> rows;
    private Iterator<JsonNode> records = Collections.emptyIterator();
    private int at;
    private long bytes;

    LookupPage(
            ApiCalls calls,
            Lookup lookup,
            Asked asked,
            Map<String, String> values,
            Function<JsonNode, Map<String, @Nullable Object>> rows) {
        this.calls = calls;
        this.lookup = lookup;
        this.asked = asked;
        this.values = values;
        this.rows = rows;
    }

    /** The keys of a column. */
    record Asked(String table, String column, List<String> keys) {}

    @Override
    public boolean hasNext() {
        while (!records.hasNext() && at < asked.keys().size()) {
            int end = Math.min(asked.keys().size(), at + lookup.most());
            records = records(asked.keys().subList(at, end)).iterator();
            at = end;
        }
        return records.hasNext();
    }

    private List<JsonNode> records(List<String> keys) {
        Map<String, String> filled = new HashMap<>(values);
        filled.put("keys", list(keys));
        Outgoing request = calls.request(lookup.request(), filled, ApiCalls.Paged.none(asked.table()));
        try {
            List<JsonNode> found =
                    calls.json(calls.send(request), request).records(lookup.records(), Amount.ONE_OR_MANY);
            calls.returned(request, found.size());
            return found;
        } catch (BadRequestException e) {
            if (e.code() == ErrorCode.TABLE_UNKNOWN && lookup.most() == 1) {
                return List.of();
            }
            throw e;
        }
    }

    private String list(List<String> keys) {
        String quote = lookup.quote();
        List<String> written = new ArrayList<>();
        for (String key : keys) {
            // Where keys stand bare beside each other, one with a sign of the API's own would say something else.
            if (quote.isEmpty() && lookup.most() > 1 && !key.matches("[A-Za-z0-9_.@+-]+")) {
                continue;
            }
            written.add(
                    quote + (quote.isEmpty() ? key : key.replace("\\", "\\\\").replace(quote, "\\" + quote)) + quote);
        }
        return String.join(",", written);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map<String, @Nullable Object> row = rows.apply(records.next());
        bytes += Page.weight(row);
        return row;
    }

    @Override
    public @Nullable List<?> nextCursor() {
        return null;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        records = Collections.emptyIterator();
    }
}
