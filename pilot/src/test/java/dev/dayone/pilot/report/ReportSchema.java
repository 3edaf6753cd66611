package dev.dayone.pilot.report;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dayone.pilot.Json;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of {@code report.json}, made from the records that it is written from. */
final class ReportSchema {
    private final Map<String, ObjectNode> records = new TreeMap<>();

    private ReportSchema() {}

    static String written() {
        ReportSchema schema = new ReportSchema();
        schema.record(RunReport.class);
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "The report.json of a run of dayone");
        root.put(
                "description",
                "Made from the code. Readers pass over keys that they do not know; reports of older versions lack the"
                        + " newest ones.");
        root.put("$ref", "#/$defs/RunReport");
        ObjectNode defs = root.putObject("$defs");
        schema.records.forEach(defs::set);
        return Json.write(root) + "\n";
    }

    private void record(Class<?> type) {
        String name = name(type);
        if (records.containsKey(name)) {
            return;
        }
        ObjectNode object = Json.MAPPER.createObjectNode();
        records.put(name, object);
        object.put("type", "object");
        ArrayNode required = object.putArray("required");
        ObjectNode properties = object.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            required.add(component.getName());
            properties.set(component.getName(), nullable(component.getAnnotatedType()));
        }
    }

    private ObjectNode nullable(AnnotatedType type) {
        ObjectNode plain = schema(type);
        if (!type.isAnnotationPresent(Nullable.class)) {
            return plain;
        }
        ObjectNode either = Json.MAPPER.createObjectNode();
        ArrayNode any = either.putArray("anyOf");
        any.add(plain);
        any.addObject().put("type", "null");
        return either;
    }

    private ObjectNode schema(AnnotatedType annotated) {
        Type type = annotated.getType();
        ObjectNode node = Json.MAPPER.createObjectNode();
        if (annotated instanceof AnnotatedParameterizedType generic && type instanceof ParameterizedType raw) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            if (Collection.class.isAssignableFrom((Class<?>) raw.getRawType())) {
                node.put("type", "array").set("items", nullable(arguments[0]));
            } else {
                node.put("type", "object").set("additionalProperties", nullable(arguments[1]));
            }
            return node;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            ArrayNode values = node.putArray("enum");
            Arrays.stream(plain.getEnumConstants())
                    .forEach(value -> values.add(Json.MAPPER.<JsonNode>valueToTree(value)));
        } else if (plain.isRecord() && !isText(plain)) {
            record(plain);
            node.put("$ref", "#/$defs/" + name(plain));
        } else if (plain != Object.class) {
            node.put("type", simple(plain));
        }
        return node;
    }

    private static String simple(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (List.<Class<?>>of(long.class, Long.class, int.class, Integer.class).contains(type)) {
            return "integer";
        }
        return List.<Class<?>>of(double.class, Double.class, BigDecimal.class).contains(type) ? "number" : "string";
    }

    /** Whether it is written as one text. */
    private static boolean isText(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return (outer == null ? "" : name(outer) + ".") + type.getSimpleName();
    }
}
