package dev.dayone.connector.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The places of a table that were asked for since its first page, so that a circle is seen. */
final class Trail {
    private final List<String> places = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** Reading begins at a place: what was asked for behind it is asked for again. */
    void begin(String place) {
        int at = places.lastIndexOf(place);
        if (at < 0) {
            places.clear();
            known.clear();
            add(place);
            return;
        }
        while (places.size() > at + 1) {
            known.remove(places.remove(places.size() - 1));
        }
    }

    /** Whether a place is new; it is not any more then. */
    boolean add(String place) {
        boolean fresh = known.add(place);
        if (fresh) {
            places.add(place);
        }
        return fresh;
    }
}
