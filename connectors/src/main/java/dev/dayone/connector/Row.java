package dev.dayone.connector;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row as an array of values over columns that all rows of an answer share: a map to whoever asks by name, several
 * times cheaper than one to make and to walk through. Not to be changed.
 */
public final class Row extends AbstractMap<String, Object> {
    /** A column of the reader's own: the row's place in its table, behind a comma where in its block. */
    public static final String PLACE = "dayone_place";

    private final Columns columns;
    private final @Nullable Object[] values;
    private long weight = -1;

    /** A row of values in the columns' order; the array is the row's from now on. */
    public Row(Columns columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** The columns of an answer; those behind the first so many are the reader's own and not seen in the map. */
    public static final class Columns {
        private final List<String> names;
        private final int visible;
        private final Map<String, Integer> places = new HashMap<>();

        public Columns(List<String> names, int visible) {
            this.names = List.copyOf(names);
            this.visible = visible;
            for (int i = 0; i < names.size(); i++) {
                places.putIfAbsent(names.get(i), i);
            }
        }

        /** The place of a column that is seen, or -1. */
        public int place(@Nullable Object name) {
            Integer place = places.get(name);
            return place == null || place >= visible ? -1 : place;
        }
    }

    /** The columns; the same object for all rows of an answer. */
    public Columns columns() {
        return columns;
    }

    /** The value at a place. */
    public @Nullable Object at(int place) {
        return values[place];
    }

    /** The value of any column, the reader's own among them. */
    public @Nullable Object any(String name) {
        Integer place = columns.places.get(name);
        return place == null ? null : values[place];
    }

    /** See {@link Page#weight}; counted once. */
    long weight() {
        if (weight < 0) {
            weight = 0;
            for (int i = 0; i < columns.visible; i++) {
                weight += Page.weight(values[i]);
            }
        }
        return weight;
    }

    // The values of a map may be null, which its type does not say.
    @Override
    @SuppressWarnings("NullAway")
    public Object get(@Nullable Object name) {
        int place = columns.place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return columns.place(name) >= 0;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return columns.visible;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < columns.visible;
        }

        @Override
        @SuppressWarnings("NullAway")
        public Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Entry<String, Object> entry = new SimpleImmutableEntry<>(columns.names.get(next), values[next]);
            next++;
            return entry;
        }
    }
}
