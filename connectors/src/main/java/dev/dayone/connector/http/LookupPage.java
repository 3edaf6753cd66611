package dev.dayone.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.connector.Page;
import dev.dayone.connector.http.Description.Lookup;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows whose column holds one of some keys, asked for some at a time. A key that the API does not know has none. Where
 * a call fails behind others that did not, the page ends in front of its keys. Used by one thread.
 */
final class LookupPage implements Page {
    private final ApiCalls calls;
    private final Lookup lookup;
    private final Asked asked;
    private final Map<String, String> values;
    private final Function<JsonNode, Map<String, @Nullable Object>> rows;
    private final @Nullable Consumer<DayoneException> broken;
    private Iterator<JsonNode> records = Collections.emptyIterator();
    private @Nullable ListingPages pages;
    private @Nullable Place next;
    private int done;
    private int at;
    private boolean isBroken;
    private long bytes;

    LookupPage(
            ApiCalls calls,
            Lookup lookup,
            Asked asked,
            Map<String, String> values,
            Function<JsonNode, Map<String, @Nullable Object>> rows,
            @Nullable Consumer<DayoneException> broken) {
        this.calls = calls;
        this.lookup = lookup;
        this.asked = asked;
        this.values = values;
        this.rows = rows;
        this.broken = broken;
    }

    /** The keys of a column. */
    record Asked(String table, String column, List<String> keys) {}

    @Override
    public boolean hasNext() {
        while (!records.hasNext()
                && !isBroken
                && (next != null || at < asked.keys().size())) {
            if (next == null) {
                done = at;
                int end = Math.min(asked.keys().size(), at + lookup.most());
                pages = pages(asked.keys().subList(at, end));
                next = Place.FIRST;
                at = end;
            }
            fetch(next);
        }
        return records.hasNext();
    }

    private void fetch(Place place) {
        try {
            ListingPages.Records page = java.util.Objects.requireNonNull(pages).page(place);
            records = page.records().iterator();
            next = page.next();
        } catch (DayoneException e) {
            // Asked for one record by its key, an API that has none of that key answers so.
            if (e.code() == ErrorCode.TABLE_UNKNOWN && lookup.most() == 1) {
                next = null;
            } else if (broken != null && done > 0) {
                broken.accept(e);
                isBroken = true;
            } else {
                throw e;
            }
        }
    }

    private ListingPages pages(List<String> keys) {
        Map<String, String> filled = new HashMap<>(values);
        boolean body = lookup.listing().request().body() != null;
        filled.put(Template.KEYS, body ? String.join(Template.SEPARATOR, keys) : list(keys));
        return new ListingPages(calls, lookup.listing(), asked.table(), filled, new Trail());
    }

    private String list(List<String> keys) {
        String quote = lookup.quote();
        List<String> written = new ArrayList<>();
        for (String key : keys) {
            // Where keys stand bare beside each other, a sign of the API's own in one would ask for something else.
            if (quote.isEmpty() && lookup.most() > 1 && !key.matches("[A-Za-z0-9_.@+-]+")) {
                throw calls.failures()
                        .refused(
                                calls.request(lookup.listing().request(), values, ApiCalls.Paged.none(asked.table())),
                                "a key to look up by '" + asked.column() + "' holds signs that the API's list of keys"
                                        + " has a meaning for, expected letters, digits and _.@+-");
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
        return isBroken ? List.of(done) : null;
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
