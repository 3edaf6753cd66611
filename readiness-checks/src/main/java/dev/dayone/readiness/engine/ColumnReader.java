package dev.dayone.readiness.engine;

import dev.dayone.readiness.profile.ColumnState;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.UserDefinedType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Takes the values of one column out of batches, and of the columns below it where it is nested. */
interface ColumnReader {
    /** Takes the first rows of a vector. */
    void read(ColumnVector vector, int rows);

    /** Takes back so many rows without a value: no rows, but places in a vector that no array holds. */
    void forget(int nulls);

    /** Hands over what waits. */
    void end();

    /** The states of the column and those below it, in the order of {@link NestedPaths}. */
    List<ColumnState> states();

    /** A reader for a type. */
    static ColumnReader of(DataType type, ColumnState.Request request) {
        if (type instanceof StructType struct) {
            return new StructReader(struct, request);
        } else if (type instanceof ArrayType array) {
            return new RepeatedReader(List.of(array.elementType()), request);
        } else if (type instanceof MapType map) {
            return new RepeatedReader(List.of(map.keyType(), map.valueType()), request);
        } else if (type instanceof UserDefinedType<?> defined) {
            return of(defined.sqlType(), request);
        }
        return new LeafReader(type, request);
    }
}
