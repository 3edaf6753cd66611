package dev.dayone.connector.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a listing begins.
 *
 * @param at the API's own cursor or URL, or a number counted here; empty: the first page
 * @param before the print of the page before it; empty: there is none
 */
record Place(String at, String before) {
    static final Place FIRST = new Place("", "");

    boolean isFirst() {
        return at.isEmpty();
    }

    static Place of(@Nullable List<?> cursor) {
        return cursor == null || cursor.size() != 2
                ? FIRST
                : new Place(String.valueOf(cursor.get(0)), String.valueOf(cursor.get(1)));
    }

    List<?> cursor() {
        return List.of(at, before);
    }
}
