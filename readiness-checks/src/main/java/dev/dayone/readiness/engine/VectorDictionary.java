package dev.dayone.readiness.engine;

import java.lang.reflect.Field;
import org.apache.spark.sql.execution.datasources.parquet.ParquetDictionary;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two batches share a dictionary. Spark wraps Parquet's dictionary anew for each batch and shows neither: it
 * is looked for inside. Where it cannot be found, each batch counts as having its own.
 */
final class VectorDictionary {
    private static final @Nullable Field WRAPPED = field(WritableColumnVector.class);
    private static final @Nullable Field PARQUETS = field(ParquetDictionary.class);

    private VectorDictionary() {}

    /** What is the same for all batches of one dictionary; a new object if that is not known. */
    static Object identity(WritableColumnVector vector) {
        try {
            Object wrapped = WRAPPED == null ? null : WRAPPED.get(vector);
            Object inner = wrapped instanceof ParquetDictionary && PARQUETS != null ? PARQUETS.get(wrapped) : null;
            return inner == null ? new Object() : inner;
        } catch (IllegalAccessException e) {
            return new Object();
        }
    }

    private static @Nullable Field field(Class<?> holder) {
        try {
            Field field = holder.getDeclaredField("dictionary");
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
