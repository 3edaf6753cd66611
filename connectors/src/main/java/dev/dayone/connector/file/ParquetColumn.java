package dev.dayone.connector.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column of a Parquet file.
 *
 * @param path the fields that lead to it, from the outermost on
 */
record ParquetColumn(String name, List<Type> path, ColumnType type) {
    static ParquetColumn of(String name, List<Type> path) {
        Type field = path.get(path.size() - 1);
        boolean plain = field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED);
        return new ParquetColumn(
                name, List.copyOf(path), plain ? ParquetValues.type(field.asPrimitiveType()) : ColumnType.STRING);
    }

    private Type field() {
        return path.get(path.size() - 1);
    }

    boolean nullable() {
        return path.stream().anyMatch(field -> !field.isRepetition(Type.Repetition.REQUIRED));
    }

    /** The type in the file's words. */
    String sourceType() {
        Type field = field();
        LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
            return logical == null ? "repeated" : logical.toString().toLowerCase(Locale.ROOT);
        }
        if (logical != null) {
            return logical.toString().toLowerCase(Locale.ROOT);
        }
        return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case BINARY, FIXED_LEN_BYTE_ARRAY -> "binary";
            default -> field.asPrimitiveType().getPrimitiveTypeName().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Its value in a row. */
    @Nullable
    Object value(Group row) {
        Group group = row;
        for (Type step : path.subList(0, path.size() - 1)) {
            if (group.getFieldRepetitionCount(step.getName()) == 0) {
                return null;
            }
            group = group.getGroup(step.getName(), 0);
        }
        Type field = field();
        if (field.isRepetition(Type.Repetition.REPEATED)) {
            return json(all(group, field));
        }
        if (group.getFieldRepetitionCount(field.getName()) == 0) {
            return null;
        }
        return field.isPrimitive()
                ? ParquetValues.value(group, field.asPrimitiveType(), 0)
                : json(nested(group.getGroup(field.getName(), 0)));
    }

    private static List<@Nullable Object> all(Group group, Type field) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < group.getFieldRepetitionCount(field.getName()); i++) {
            values.add(
                    field.isPrimitive()
                            ? ParquetValues.value(group, field.asPrimitiveType(), i)
                            : nested(group.getGroup(field.getName(), i)));
        }
        return values;
    }

    /** A list as a list and a map as a map, without the groups that Parquet wraps them in. */
    private static @Nullable Object nested(Group group) {
        GroupType type = group.getType();
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        boolean wrapped = type.getFieldCount() == 1 && type.getType(0).isRepetition(Type.Repetition.REPEATED);
        if (wrapped && logical instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
            return list(all(group, type.getType(0)), type.getType(0));
        }
        if (wrapped && logical instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation) {
            return map(all(group, type.getType(0)));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Type field : type.getFields()) {
            List<@Nullable Object> found = all(group, field);
            boolean many = field.isRepetition(Type.Repetition.REPEATED);
            values.put(field.getName(), many ? found : found.isEmpty() ? null : found.get(0));
        }
        return values;
    }

    private static List<@Nullable Object> list(List<@Nullable Object> entries, Type repeated) {
        boolean boxed = !repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1;
        if (!boxed) {
            return entries;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Object entry : entries) {
            values.add(entry instanceof Map<?, ?> box ? box.values().iterator().next() : entry);
        }
        return values;
    }

    private static Map<String, @Nullable Object> map(List<@Nullable Object> entries) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> pair) {
                List<?> parts = new ArrayList<>(pair.values());
                values.put(String.valueOf(parts.get(0)), parts.size() > 1 ? parts.get(1) : null);
            }
        }
        return values;
    }

    private static String json(@Nullable Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A nested value cannot be written as JSON", e);
        }
    }
}
