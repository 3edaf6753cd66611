package dev.dayone.readiness.engine;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.NumberState;
import dev.dayone.readiness.profile.TextState;
import dev.dayone.readiness.profile.WideDecimalState;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** Copies a batch's values that are not null into plain arrays, so that each statistic runs in one tight loop over them. */
final class ColumnFeed {
    private long[] longs = new long[4096];
    private double[] doubles = new double[4096];
    private int[] ends = new int[4096];
    private byte[] bytes = new byte[1 << 16];

    void feed(ColumnVector vector, int rows, ColumnType type, ColumnState state) {
        reserve(rows);
        if (!vector.hasNull()) {
            feedValues(vector, rows, type, state);
            return;
        }
        int nulls = vector.numNulls();
        state.addNulls(nulls);
        if (nulls < rows) {
            feedValues(vector, rows, type, state);
        }
    }

    private void feedValues(ColumnVector vector, int rows, ColumnType type, ColumnState state) {
        if (state instanceof NumberState numbers) {
            if (type.kind() == ColumnType.Kind.DOUBLE) {
                numbers.add(doubles, doubles(vector, rows));
            } else {
                numbers.add(longs, longs(vector, rows, type));
            }
        } else if (state instanceof TextState texts) {
            // First, for copying may move the bytes to a larger array.
            int length = texts(vector, rows);
            texts.add(bytes, ends, length);
        } else if (state instanceof WideDecimalState decimals) {
            for (int row = 0; row < rows; row++) {
                if (!vector.isNullAt(row)) {
                    decimals.add(vector.getDecimal(row, type.precision(), type.scale())
                            .toJavaBigDecimal());
                }
            }
        }
    }

    private int doubles(ColumnVector vector, int rows) {
        int length = 0;
        for (int row = 0; row < rows; row++) {
            if (!vector.isNullAt(row)) {
                doubles[length++] = vector.getDouble(row);
            }
        }
        return length;
    }

    private int longs(ColumnVector vector, int rows, ColumnType type) {
        int length = 0;
        switch (type.kind()) {
            case BOOLEAN -> {
                for (int row = 0; row < rows; row++) {
                    if (!vector.isNullAt(row)) {
                        longs[length++] = vector.getBoolean(row) ? 1 : 0;
                    }
                }
            }
            case DATE -> {
                for (int row = 0; row < rows; row++) {
                    if (!vector.isNullAt(row)) {
                        longs[length++] = vector.getInt(row);
                    }
                }
            }
            case DECIMAL -> {
                for (int row = 0; row < rows; row++) {
                    if (!vector.isNullAt(row)) {
                        Decimal decimal = vector.getDecimal(row, type.precision(), type.scale());
                        longs[length++] = decimal.toUnscaledLong();
                    }
                }
            }
            case BIGINT, TIMESTAMP, DOUBLE, STRING -> {
                for (int row = 0; row < rows; row++) {
                    if (!vector.isNullAt(row)) {
                        longs[length++] = vector.getLong(row);
                    }
                }
            }
        }
        return length;
    }

    private int texts(ColumnVector vector, int rows) {
        int length = 0;
        int end = 0;
        for (int row = 0; row < rows; row++) {
            if (!vector.isNullAt(row)) {
                end = append(vector.getUTF8String(row), end);
                ends[length++] = end;
            }
        }
        return length;
    }

    private int append(UTF8String text, int start) {
        int end = start + text.numBytes();
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        Platform.copyMemory(
                text.getBaseObject(), text.getBaseOffset(), bytes, Platform.BYTE_ARRAY_OFFSET + start, text.numBytes());
        return end;
    }

    void feed(InternalRow row, int column, ColumnType type, ColumnState state) {
        if (row.isNullAt(column)) {
            state.addNulls(1);
        } else if (state instanceof NumberState numbers) {
            if (type.kind() == ColumnType.Kind.DOUBLE) {
                doubles[0] = row.getDouble(column);
                numbers.add(doubles, 1);
                return;
            }
            longs[0] = switch (type.kind()) {
                case BOOLEAN -> row.getBoolean(column) ? 1 : 0;
                case DATE -> row.getInt(column);
                case DECIMAL ->
                    row.getDecimal(column, type.precision(), type.scale()).toUnscaledLong();
                case BIGINT, TIMESTAMP, DOUBLE, STRING -> row.getLong(column);
            };
            numbers.add(longs, 1);
        } else if (state instanceof TextState texts) {
            ends[0] = append(row.getUTF8String(column), 0);
            texts.add(bytes, ends, 1);
        } else if (state instanceof WideDecimalState decimals) {
            decimals.add(row.getDecimal(column, type.precision(), type.scale()).toJavaBigDecimal());
        }
    }

    private void reserve(int rows) {
        if (rows > longs.length) {
            longs = new long[rows];
            doubles = new double[rows];
            ends = new int[rows];
        }
    }
}
