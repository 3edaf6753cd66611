package dev.dayone.route.parquet;

import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.jspecify.annotations.Nullable;

/**
 * The different values of a column, each with a number, as long as they are few. Either numbers or texts: a table of
 * places, probed one after the other.
 */
final class ValueDictionary {
    private static final int BYTES = 64 << 10;
    private static final int FULL = -1;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final PlainBytes values = new PlainBytes();
    /** A number, or a text's hash. */
    private long[] keys = new long[64];

    private @Nullable String[] texts = new String[64];
    /** One more than a value's number; 0: free. */
    private int[] slots = new int[256];

    private int[] ends = new int[64];
    private int size;

    /** The number of a value, or -1 if it is new and there is no room. */
    int id(long value, Consumer<PlainBytes> writer) {
        return id(value, null, writer);
    }

    /** The number of a value, or -1 if it is new and there is no room. */
    int id(String value, Consumer<PlainBytes> writer) {
        return id(value.hashCode(), value, writer);
    }

    private int id(long key, @Nullable String text, Consumer<PlainBytes> writer) {
        int slot = slot(key);
        while (slots[slot] != 0) {
            int id = slots[slot] - 1;
            if (keys[id] == key && (text == null || text.equals(texts[id]))) {
                return id;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return values.size() >= BYTES ? FULL : add(key, text, writer, slot);
    }

    private int slot(long hash) {
        return (int) ((hash * SPREAD) >>> 32) & (slots.length - 1);
    }

    private int add(long key, @Nullable String text, Consumer<PlainBytes> writer, int slot) {
        writer.accept(values);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
        }
        ends[size] = values.size();
        keys[size] = key;
        texts[size] = text;
        slots[slot] = size + 1;
        int id = size++;
        spread();
        return id;
    }

    /** Keeps half of the places free. */
    private void spread() {
        if (size * 2 <= slots.length) {
            return;
        }
        slots = new int[slots.length * 2];
        for (int id = 0; id < size; id++) {
            int slot = slot(keys[id]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = id + 1;
        }
    }

    int size() {
        return size;
    }

    /** Adds the value of a number. */
    void copy(int id, PlainBytes to) {
        to.add(values, id == 0 ? 0 : ends[id - 1], ends[id]);
    }

    DictionaryPage page() {
        return new DictionaryPage(values.input(), size, Encoding.PLAIN);
    }
}
