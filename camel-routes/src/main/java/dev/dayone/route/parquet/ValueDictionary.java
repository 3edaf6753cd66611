package dev.dayone.route.parquet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;

/** The different values of a column, each with a number, as long as they are few. */
final class ValueDictionary {
    private static final int BYTES = 64 << 10;
    private static final int FULL = -1;

    private final Map<Object, Integer> ids = new HashMap<>();
    private final PlainBytes values = new PlainBytes();
    private int[] ends = new int[64];

    /** The number of a value, or -1 if it is new and there is no room. */
    int id(Object value, Consumer<PlainBytes> writer) {
        Integer known = ids.get(value);
        if (known != null) {
            return known;
        }
        if (values.size() >= BYTES) {
            return FULL;
        }
        writer.accept(values);
        int id = ids.size();
        if (id == ends.length) {
            ends = Arrays.copyOf(ends, id * 2);
        }
        ends[id] = values.size();
        ids.put(value, id);
        return id;
    }

    int size() {
        return ids.size();
    }

    /** Adds the value of a number. */
    void copy(int id, PlainBytes to) {
        to.add(values, id == 0 ? 0 : ends[id - 1], ends[id]);
    }

    DictionaryPage page() {
        return new DictionaryPage(values.input(), ids.size(), Encoding.PLAIN);
    }
}
