package dev.dayone.readiness.engine;

import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.NumberState;
import dev.dayone.readiness.profile.TextBatch;
import dev.dayone.readiness.profile.TextState;
import dev.dayone.readiness.profile.WideDecimalState;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** A column that has none below it: a batch's values that are not null go into its state as plain arrays. */
final class LeafReader implements ColumnReader {
    private final LeafKind kind;
    private final ColumnState state;
    private final DictionaryTally tally;
    private final TextBatch texts = new TextBatch();

    LeafReader(DataType type, ColumnState.Request request) {
        kind = LeafKind.of(type);
        state = ColumnState.of(LeafKind.typeOf(type), request);
        tally = new DictionaryTally(kind, state);
    }

    @Override
    public void read(ColumnVector vector, int rows) {
        if (kind == LeafKind.NOTHING || isEmpty(vector, rows)) {
            state.addNulls(rows);
            return;
        }
        boolean byDictionary = vector instanceof WritableColumnVector writable
                && writable.hasDictionary()
                && kind != LeafKind.WIDE_DECIMAL;
        int present = byDictionary ? tally.add((WritableColumnVector) vector, rows) : values(vector, rows);
        state.addNulls(rows - present);
    }

    /** Whether no row has a value. The vector's own count may tell of places behind the rows. */
    private static boolean isEmpty(ColumnVector vector, int rows) {
        if (!vector.hasNull()) {
            return rows == 0;
        }
        for (int row = 0; row < rows; row++) {
            if (!vector.isNullAt(row)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void forget(int nulls) {
        state.addNulls(-nulls);
    }

    @Override
    public void end() {
        tally.flush();
    }

    @Override
    public List<ColumnState> states() {
        return List.of(state);
    }

    /** Takes the values that are not null; answers how many they are. */
    private int values(ColumnVector vector, int rows) {
        if (state instanceof TextState ofTexts) {
            if (kind == LeafKind.INTERVAL) {
                intervals(vector, rows);
            } else {
                texts(vector, rows);
            }
            ofTexts.add(texts);
            return texts.size();
        } else if (state instanceof WideDecimalState decimals) {
            return decimals(vector, rows, decimals);
        }
        NumberState numbers = (NumberState) state;
        if (kind.isFloating()) {
            double[] values = doubles(vector, rows);
            int present = compact(vector, rows, (to, from) -> values[to] = values[from]);
            numbers.add(values, null, present);
            return present;
        }
        long[] keys = longs(vector, rows);
        int present = compact(vector, rows, (to, from) -> keys[to] = keys[from]);
        numbers.add(keys, null, present);
        return present;
    }

    private interface Move {
        void value(int to, int from);
    }

    /** Moves the values together over those that are null. */
    private static int compact(ColumnVector vector, int rows, Move move) {
        if (!vector.hasNull()) {
            return rows;
        }
        int length = 0;
        for (int row = 0; row < rows; row++) {
            if (!vector.isNullAt(row)) {
                move.value(length++, row);
            }
        }
        return length;
    }

    private long[] longs(ColumnVector vector, int rows) {
        if (kind == LeafKind.LONG) {
            return vector.getLongs(0, rows);
        }
        long[] keys = new long[rows];
        if (kind == LeafKind.INT) {
            int[] ints = vector.getInts(0, rows);
            for (int row = 0; row < rows; row++) {
                keys[row] = ints[row];
            }
            return keys;
        }
        boolean nulls = vector.hasNull();
        for (int row = 0; row < rows; row++) {
            if (!nulls || !vector.isNullAt(row)) {
                keys[row] = kind.key(vector, row);
            }
        }
        return keys;
    }

    private double[] doubles(ColumnVector vector, int rows) {
        if (kind == LeafKind.DOUBLE) {
            return vector.getDoubles(0, rows);
        }
        float[] floats = vector.getFloats(0, rows);
        double[] numbers = new double[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = floats[row];
        }
        return numbers;
    }

    private void texts(ColumnVector vector, int rows) {
        boolean nulls = vector.hasNull();
        SharedBytes shared = SharedBytes.of(vector, rows);
        if (shared != null) {
            texts.borrow(shared.bytes());
            for (int row = 0; row < rows; row++) {
                if (!nulls || !vector.isNullAt(row)) {
                    texts.point(shared.start(row), shared.end(row));
                }
            }
            return;
        }
        texts.clear();
        for (int row = 0; row < rows; row++) {
            if (!nulls || !vector.isNullAt(row)) {
                copy(vector.getUTF8String(row));
            }
        }
    }

    private void copy(UTF8String text) {
        int place = texts.append(text.numBytes());
        text.writeToMemory(texts.array(), Platform.BYTE_ARRAY_OFFSET + place);
    }

    private void intervals(ColumnVector vector, int rows) {
        texts.clear();
        for (int row = 0; row < rows; row++) {
            if (!vector.isNullAt(row)) {
                byte[] bytes = vector.getInterval(row).toString().getBytes(StandardCharsets.UTF_8);
                copy(UTF8String.fromBytes(bytes));
            }
        }
    }

    private int decimals(ColumnVector vector, int rows, WideDecimalState decimals) {
        List<BigDecimal> values = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            if (!vector.isNullAt(row)) {
                values.add(vector.getDecimal(
                                row, state.type().precision(), state.type().scale())
                        .toJavaBigDecimal());
            }
        }
        decimals.add(values);
        return values.size();
    }
}
