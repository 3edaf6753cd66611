package dev.dayone.pilot.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.dayone.pilot.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a tree against the published JSON Schema and says each difference in words of the file. */
final class SchemaCheck {
    private static final String RESOURCE = "/dev/dayone/pilot/pilot.schema.json";

    private final JsonSchema schema;

    private SchemaCheck(JsonSchema schema) {
        this.schema = schema;
    }

    static SchemaCheck ofPilot() {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The schema " + RESOURCE + " is missing from dayone's JAR");
            }
            return new SchemaCheck(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            in,
                            SchemaValidatorsConfig.builder()
                                    .pathType(PathType.JSON_POINTER)
                                    .build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Problem> problems(YamlTree tree) {
        List<Problem> problems = new ArrayList<>();
        for (ValidationMessage message : schema.validate(tree.root())) {
            problems.add(problem(message, tree));
        }
        return problems;
    }

    private Problem problem(ValidationMessage message, YamlTree tree) {
        String pointer = String.valueOf(message.getInstanceLocation());
        JsonNode found = message.getInstanceNode();
        String property = message.getProperty();
        if ("additionalProperties".equals(message.getType()) && property != null) {
            List<String> known = known(message);
            String hint = Nearest.to(property, known)
                    .map(nearest -> "did you mean '" + nearest + "'?")
                    .orElse("expected one of " + String.join(", ", known) + ".");
            return new Problem(
                    tree.place(YamlTree.child(pointer, property)),
                    key(pointer),
                    "unknown key '" + property + "', " + hint);
        }
        return new Problem(tree.place(pointer), key(pointer), sentence(message, found));
    }

    private static String sentence(ValidationMessage message, JsonNode found) {
        JsonNode rule = message.getSchemaNode();
        return switch (message.getType()) {
            case "required" -> "key '" + message.getProperty() + "' is missing.";
            case "type" -> "found " + kind(found) + ", expected " + expectedType(rule) + ".";
            case "enum" -> "found " + shown(found) + hint(found, rule) + ", expected one of " + list(rule) + ".";
            case "pattern" -> "found " + shown(found) + ", expected " + patternWords(rule.asText()) + ".";
            case "propertyNames" -> "a name that is not allowed, expected a letter, then letters, digits, '_' or '-'.";
            case "minProperties" -> "nothing in it, expected at least " + rule.asText() + ".";
            case "maxProperties" -> "holds more than one, expected " + rule.asText() + ".";
            case "minLength" -> "an empty text, expected at least one character.";
            case "minItems" -> "an empty list, expected at least one.";
            case "uniqueItems" -> "the same entry twice, expected each once.";
            case "minimum", "exclusiveMinimum" ->
                "found " + shown(found) + ", expected "
                        + ("minimum".equals(message.getType()) ? "at least " : "more than ") + rule.asText() + ".";
            case "maximum" -> "found " + shown(found) + ", expected at most " + rule.asText() + ".";
            default -> message.getMessage().replaceFirst("^[^:]*: ", "") + ".";
        };
    }

    private List<String> known(ValidationMessage message) {
        JsonNode parent = schema.getSchemaNode();
        String location = String.valueOf(message.getSchemaLocation().getFragment());
        for (String step : location.split("/")) {
            // 'additionalProperties' is a step to go only where it holds a schema of its own.
            if (!step.isEmpty()
                    && (!step.equals("additionalProperties")
                            || parent.path(step).isObject())) {
                parent = parent.path(step);
            }
        }
        return fieldNames(parent.path("properties")).toList();
    }

    private static Stream<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    private static String expectedType(JsonNode rule) {
        Stream<String> types = rule.isArray()
                ? Stream.iterate(0, i -> i < rule.size(), i -> i + 1)
                        .map(i -> rule.get(i).asText())
                : Stream.of(rule.asText());
        return types.filter(type -> !type.equals("null"))
                .map(SchemaCheck::typeWords)
                .collect(Collectors.joining(" or "));
    }

    private static String typeWords(String type) {
        return switch (type) {
            case "object" -> "keys and values";
            case "array" -> "a list";
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> type;
        };
    }

    private static String kind(JsonNode found) {
        return switch (found.getNodeType()) {
            case OBJECT -> "keys and values";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "nothing";
        };
    }

    private static String patternWords(String pattern) {
        return switch (pattern) {
            case "^[0-9]{1,9}(ms|s|m|h|d)$" -> "a duration such as 500ms, 30s, 5m, 2h or 7d";
            case "^[0-9]{1,9}(kB|MB|GB|TB)$" -> "a size such as 500MB or 4GB";
            case "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}( .+)?$" -> "hours such as 20:00-06:00";
            case "^[A-Z]{3}$" -> "a currency code such as EUR";
            case "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$" -> "an e-mail address";
            case "^[a-z0-9][a-z0-9-]{0,62}$" -> "lower-case letters, digits and '-', such as support-triage";
            case "^[A-Za-z][A-Za-z0-9_-]{0,62}$" -> "a letter, then letters, digits, '_' or '-'";
            default -> "a text that matches " + pattern;
        };
    }

    private static String hint(JsonNode found, JsonNode rule) {
        List<String> known = new ArrayList<>();
        rule.forEach(entry -> known.add(entry.asText()));
        return Nearest.hint(found.asText(), known);
    }

    private static String list(JsonNode rule) {
        List<String> known = new ArrayList<>();
        rule.forEach(entry -> known.add(entry.asText()));
        return String.join(", ", known);
    }

    private static String shown(JsonNode found) {
        String text = found.isValueNode() ? found.asText() : kind(found);
        return found.isTextual() ? "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'" : text;
    }

    /** A JSON pointer as people write it: {@code sources.crm.tables}. */
    static String key(String pointer) {
        return Stream.of(pointer.split("/"))
                .filter(step -> !step.isEmpty())
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .map(step -> step.matches("\\d+") ? "[" + step + "]" : "." + step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
