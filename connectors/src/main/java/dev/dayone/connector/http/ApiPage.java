package dev.dayone.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.connector.Page;
import dev.dayone.pilot.error.DayoneException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of several of an API's pages, one of which is held at a time. It ends early where a call fails behind rows that
 * were handed out: those are kept, and the failure is told when the next page is asked for. Used by one thread.
 */
final class ApiPage implements Page {
    /** So many pages without a row, one after the other, are more than a filter leaves behind. */
    private static final int MOST_EMPTY = 1_000;

    private final ListingPages pages;
    private final Function<JsonNode, Map<String, @Nullable Object>> rows;
    private final Ending ending;
    private @Nullable Place next;
    private Iterator<JsonNode> records = Collections.emptyIterator();
    private long left;
    private long bytes;

    ApiPage(ListingPages pages, Place first, Function<JsonNode, Map<String, @Nullable Object>> rows, Ending ending) {
        this.pages = pages;
        this.next = first;
        this.rows = rows;
        this.ending = ending;
        this.left = ending.limit();
    }

    /**
     * How a page ends.
     *
     * @param limit rows after which no further page of the API is asked for
     * @param broken is given what broke the page off once it handed out rows; null: it may not end so
     */
    record Ending(long limit, java.util.function.@Nullable Consumer<DayoneException> broken) {}

    @Override
    public boolean hasNext() {
        for (int empty = 0; !records.hasNext() && next != null && left > 0; empty++) {
            if (empty > MOST_EMPTY) {
                throw pages.endless(empty);
            }
            if (!fetch(next)) {
                return false;
            }
        }
        return records.hasNext();
    }

    private boolean fetch(Place place) {
        try {
            ListingPages.Records page = pages.page(place);
            records = page.records().iterator();
            next = page.next();
            return true;
        } catch (DayoneException e) {
            if (ending.broken() == null || left == ending.limit()) {
                throw e;
            }
            ending.broken().accept(e);
            left = 0;
            return false;
        }
    }

    @Override
    @SuppressWarnings("NullAway")
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map<String, @Nullable Object> row = rows.apply(records.next());
        left--;
        bytes += Page.weight(row);
        return row;
    }

    @Override
    public @Nullable List<?> nextCursor() {
        return next == null ? null : next.cursor();
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
