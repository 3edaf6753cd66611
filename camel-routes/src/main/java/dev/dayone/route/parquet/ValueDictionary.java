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
    private @Nullable String[] texts = new String[0];
    private long[] numbers = new long[0];
    /** One more than a value's number; 0: free. */
    private int[] slots = new int[256];

    private int[] ends = new int[64];
    private int size;

    /** The number of a value, or -1 if it is new and there is no room. */
    int id(long value, Consumer<PlainBytes> writer) {
        int slot = slot(value);
        while (slots[slot] != 0) {
            if (numbers[slots[slot] - 1] == value) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        int id = add(writer, slot);
        if (id >= 0) {
            numbers = id < numbers.length ? numbers : Arrays.copyOf(numbers, Math.max(64, id * 2));
            numbers[id] = value;
            spread();
        }
        return id;
    }

    /** The number of a value, or -1 if it is new and there is no room. */
    int id(String value, Consumer<PlainBytes> writer) {
        int slot = slot(value.hashCode());
        while (slots[slot] != 0) {
            if (value.equals(texts[slots[slot] - 1])) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        int id = add(writer, slot);
        if (id >= 0) {
            texts = id < texts.length ? texts : Arrays.copyOf(texts, Math.max(64, id * 2));
            texts[id] = value;
            spread();
        }
        return id;
    }

    private int slot(long hash) {
        return (int) ((hash * SPREAD) >>> 32) & (slots.length - 1);
    }

    private int add(Consumer<PlainBytes> writer, int slot) {
        if (values.size() >= BYTES) {
            return FULL;
        }
        writer.accept(values);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size] = values.size();
        slots[slot] = size + 1;
        return size++;
    }

    /** Keeps half of the places free. */
    private void spread() {
        if (size * 2 <= slots.length) {
            return;
        }
        slots = new int[slots.length * 2];
        for (int id = 0; id < size; id++) {
            String text = id < texts.length ? texts[id] : null;
            int slot = slot(text == null ? numbers[id] : text.hashCode());
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
