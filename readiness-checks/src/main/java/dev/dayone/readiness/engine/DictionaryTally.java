package dev.dayone.readiness.engine;

import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.NumberState;
import dev.dayone.readiness.profile.TextBatch;
import dev.dayone.readiness.profile.TextState;
import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows by their place in a dictionary, over all batches that share it: each value is then looked at once with the
 * number of its rows.
 */
final class DictionaryTally {
    private final LeafKind kind;
    private final ColumnState state;
    private final TextBatch texts = new TextBatch();
    private @Nullable Object dictionary;
    // By id: its place among the values seen, less one; 0: not seen.
    private int[] places = new int[256];
    private long[] rows = new long[64];
    private long[] keys = new long[64];
    private double[] numbers = new double[64];
    private int size;

    DictionaryTally(LeafKind kind, ColumnState state) {
        this.kind = kind;
        this.state = state;
    }

    /** Counts a batch; answers how many of its rows have a value. */
    int add(WritableColumnVector vector, int length) {
        Object shared = VectorDictionary.identity(vector);
        if (shared != dictionary) {
            flush();
            dictionary = shared;
        }
        int[] ids = vector.getDictionaryIds().getInts(0, length);
        boolean nulls = vector.hasNull();
        int present = 0;
        for (int row = 0; row < length; row++) {
            if (nulls && vector.isNullAt(row)) {
                continue;
            }
            int id = ids[row];
            int place = id < places.length ? places[id] : 0;
            if (place == 0) {
                place = take(vector, row, id);
            }
            rows[place - 1]++;
            present++;
        }
        return present;
    }

    private int take(WritableColumnVector vector, int row, int id) {
        if (id >= places.length) {
            places = Arrays.copyOf(places, Math.max(id + 1, places.length * 2));
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        if (kind == LeafKind.TEXT) {
            UTF8String text = vector.getUTF8String(row);
            int place = texts.append(text.numBytes());
            text.writeToMemory(texts.array(), org.apache.spark.unsafe.Platform.BYTE_ARRAY_OFFSET + place);
        } else if (kind.isFloating()) {
            numbers[size] = kind.number(vector, row);
        } else {
            keys[size] = kind.key(vector, row);
        }
        places[id] = ++size;
        return size;
    }

    /** Hands what was counted to the state. */
    void flush() {
        if (size == 0) {
            return;
        }
        if (state instanceof TextState ofTexts) {
            texts.weigh(rows);
            ofTexts.add(texts);
            texts.clear();
        } else if (state instanceof NumberState ofNumbers && kind.isFloating()) {
            ofNumbers.add(numbers, rows, size);
        } else if (state instanceof NumberState ofNumbers) {
            ofNumbers.add(keys, rows, size);
        }
        Arrays.fill(rows, 0, size, 0);
        Arrays.fill(places, 0);
        size = 0;
    }
}
