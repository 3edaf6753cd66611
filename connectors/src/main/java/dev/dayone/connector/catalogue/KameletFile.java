package dev.dayone.connector.catalogue;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a Kamelet's head: plain maps and lists only, with limits on size and aliases. */
final class KameletFile {
    private static final String SECRET_DESCRIPTOR = "urn:camel:group:credentials";

    private KameletFile() {}

    static Connector read(String yaml, String origin) {
        Object document = document(yaml, origin);
        Map<?, ?> metadata = map(map(document).get("metadata"));
        Map<?, ?> definition = map(map(map(document).get("spec")).get("definition"));
        Map<?, ?> labels = map(metadata.get("labels"));
        Map<?, ?> annotations = map(metadata.get("annotations"));
        if (!"Kamelet".equals(map(document).get("kind")) || !(metadata.get("name") instanceof String name)) {
            throw invalid(origin, "it has no 'kind: Kamelet' or no name", null);
        }
        List<?> required = definition.get("required") instanceof List<?> list ? list : List.of();
        Map<String, Connector.Parameter> parameters = new LinkedHashMap<>();
        map(definition.get("properties"))
                .forEach((key, value) ->
                        parameters.put(String.valueOf(key), parameter(map(value), required.contains(key))));
        return new Connector(
                name,
                text(definition, "title", name),
                text(definition, "description", "").strip(),
                text(labels, "dayone.dev/kind", "http"),
                origin,
                optional(annotations, "dayone.dev/tried-against"),
                optional(annotations, "dayone.dev/driver"),
                parameters,
                tables(map(map(document).get("spec")).get("template"), origin));
    }

    private static @Nullable Object document(String yaml, String origin) {
        try {
            return PlainYaml.load(yaml);
        } catch (YamlEngineException e) {
            throw invalid(origin, "it is not YAML that dayone reads", e);
        }
    }

    /** Those that the description of an HTTP system names. */
    private static List<String> tables(@Nullable Object template, String origin) {
        List<String> tables = new ArrayList<>();
        if (map(template).get("beans") instanceof List<?> beans) {
            for (Object bean : beans) {
                Object told = map(map(bean).get("properties")).get("description") instanceof String description
                        ? document(description, origin)
                        : null;
                map(map(told).get("tables")).keySet().forEach(name -> tables.add(String.valueOf(name)));
            }
        }
        return tables;
    }

    private static Connector.Parameter parameter(Map<?, ?> schema, boolean required) {
        boolean secret = "password".equals(schema.get("format"))
                || (schema.get("x-descriptors") instanceof List<?> list
                        && list.contains(SECRET_DESCRIPTOR)
                        && !Boolean.FALSE.equals(schema.get("x-secret")));
        List<String> choices = schema.get("enum") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return new Connector.Parameter(
                text(schema, "title", ""),
                text(schema, "description", "").strip(),
                text(schema, "type", "string"),
                required,
                secret,
                "path".equals(schema.get("format")),
                optional(schema, "default"),
                optional(schema, "example"),
                choices);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> map, String key, String otherwise) {
        String found = optional(map, key);
        return found == null ? otherwise : found;
    }

    private static @Nullable String optional(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? null : String.valueOf(value);
    }

    private static BadRequestException invalid(String origin, String found, @Nullable Throwable cause) {
        return new BadRequestException(
                ErrorCode.CONNECTOR_INVALID,
                "Cannot read connector '" + origin + "': " + found
                        + ", expected a Kamelet. Compare it with the output of" + " 'dayone connectors postgresql'.",
                cause);
    }
}
