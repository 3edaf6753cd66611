package dev.dayone.readiness.engine;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.jspecify.annotations.Nullable;

/** Texts of a batch that lie in one array, to be read where they are. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SharedBytes(byte[] bytes, WritableColumnVector vector) {
    /** Null: the texts of these rows lie elsewhere, or there is none. */
    static @Nullable SharedBytes of(ColumnVector vector, int rows) {
        boolean nulls = vector.hasNull();
        int first = 0;
        while (nulls && first < rows && vector.isNullAt(first)) {
            first++;
        }
        return first < rows
                        && vector instanceof WritableColumnVector writable
                        && !writable.hasDictionary()
                        && writable.getUTF8String(first).getBaseObject() instanceof byte[] bytes
                ? new SharedBytes(bytes, writable)
                : null;
    }

    int start(int row) {
        return vector.getArrayOffset(row);
    }

    int end(int row) {
        return vector.getArrayOffset(row) + vector.getArrayLength(row);
    }
}
