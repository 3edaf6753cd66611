package dev.dayone.readiness.engine;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.UserDefinedType;

/**
 * Names what is profiled of a type: a field of a struct is {@code a.b}; of an array, its length under its own name and its
 * elements as {@code a.element}; of a map, its length, {@code a.key} and {@code a.value}.
 */
final class NestedPaths {
    private NestedPaths() {}

    /** A column or one below it, and the type that its values are profiled as. */
    record Named(String path, ColumnType type) {}

    static List<Named> of(StructType schema) {
        List<Named> paths = new ArrayList<>();
        for (StructField field : schema.fields()) {
            collect(field.name(), field.dataType(), paths);
        }
        return paths;
    }

    private static void collect(String path, DataType type, List<Named> paths) {
        if (type instanceof StructType struct) {
            for (StructField field : struct.fields()) {
                collect(path + "." + field.name(), field.dataType(), paths);
            }
        } else if (type instanceof ArrayType array) {
            paths.add(new Named(path, ColumnType.BIGINT));
            collect(path + ".element", array.elementType(), paths);
        } else if (type instanceof MapType map) {
            paths.add(new Named(path, ColumnType.BIGINT));
            collect(path + ".key", map.keyType(), paths);
            collect(path + ".value", map.valueType(), paths);
        } else if (type instanceof UserDefinedType<?> defined) {
            collect(path, defined.sqlType(), paths);
        } else {
            paths.add(new Named(path, LeafKind.typeOf(type)));
        }
    }
}
