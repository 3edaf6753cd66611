package dev.dayone.connector.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.yaml.Place;
import dev.dayone.pilot.yaml.Problem;
import dev.dayone.pilot.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Walks through a connector that was found beside a pilot and refuses whatever is not on its lists, by name and place. It
 * is somebody else's: what is allowed is a description of an HTTP API, read by dayone's own bean, and nothing that Camel
 * could run, bind, read or write beyond it.
 */
final class AllowedConnector {
    private static final Set<String> BEANS = Set.of("#class:dev.dayone.connector.http.HttpSystem");
    private static final Set<String> DEPENDENCIES =
            Set.of("camel:kamelet", "camel:http", "mvn:dev.dayone:dayone-connectors");
    private static final Set<String> PROSE = Set.of("title", "description", "example");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,62}");
    private static final Pattern BEAN_TYPE = Pattern.compile("/spec/template/beans/\\d+/type");
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{([^{}]*)}}");

    private final YamlTree tree;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> parameters = new TreeSet<>();
    private final Set<String> beans = new TreeSet<>();

    private AllowedConnector(YamlTree tree) {
        this.tree = tree;
    }

    /** The connector as it was read, to be run in place of its text. Throws {@link BadRequestException} CONNECTOR_INVALID. */
    static JsonNode checked(String yaml, String origin, String name) {
        YamlTree tree = YamlTree.parse(yaml);
        AllowedConnector walk = new AllowedConnector(tree);
        walk.problems.addAll(tree.problems());
        if (walk.problems.isEmpty()) {
            walk.document(name);
        }
        if (walk.problems.isEmpty()) {
            return tree.root();
        }
        throw new BadRequestException(
                ErrorCode.CONNECTOR_INVALID,
                "Cannot use connector '" + origin
                        + "': it is not from dayone and holds what such a one may not, expected"
                        + " parameters and the description of an HTTP API. Remove it, see docs/connectors.md.\n"
                        + walk.problems.stream()
                                .sorted(Problem.IN_ORDER)
                                .map(problem -> "  " + problem.line(origin))
                                .distinct()
                                .collect(Collectors.joining("\n")));
    }

    private void document(String name) {
        JsonNode root = tree.root();
        keys("", root, Set.of("apiVersion", "kind", "metadata", "spec"));
        keys("/metadata", root.path("metadata"), Set.of("name", "labels", "annotations"));
        String named = root.path("metadata").path("name").asText();
        if (!NAME.matcher(named).matches() || !named.equals(name)) {
            refuse(
                    "/metadata/name",
                    "name '" + named + "', expected lower-case letters, digits and '-', as in the file's name");
        }
        if (ConnectorCatalogue.SHIPPED.contains(named)) {
            refuse(
                    "/metadata/name",
                    "name '" + named + "' is that of a connector that comes with dayone, expected another");
        }
        JsonNode spec = root.path("spec");
        keys("/spec", spec, Set.of("definition", "types", "dependencies", "template"));
        definition(spec.path("definition"));
        each(spec.path("dependencies"), "/spec/dependencies", (pointer, one) -> {
            if (!DEPENDENCIES.contains(one.asText())) {
                refuse(pointer, "dependency '" + one.asText() + "'");
            }
        });
        template(spec.path("template"));
        texts("", root);
    }

    private void definition(JsonNode definition) {
        keys("/spec/definition", definition, Set.of("title", "description", "type", "required", "properties"));
        definition.path("properties").fieldNames().forEachRemaining(name -> {
            String pointer = YamlTree.child("/spec/definition/properties", name);
            if (!PARAMETER.matcher(name).matches()) {
                refuse(pointer, "parameter '" + name + "', expected letters and digits");
            }
            parameters.add(name);
            keys(
                    pointer,
                    definition.path("properties").path(name),
                    Set.of(
                            "title",
                            "description",
                            "type",
                            "default",
                            "example",
                            "enum",
                            "format",
                            "x-descriptors",
                            "x-secret"));
        });
    }

    private void template(JsonNode template) {
        keys("/spec/template", template, Set.of("beans", "from"));
        each(template.path("beans"), "/spec/template/beans", this::bean);
        JsonNode from = template.path("from");
        keys("/spec/template/from", from, Set.of("uri", "steps"));
        if (!from.path("uri").asText().equals("kamelet:source")) {
            refuse("/spec/template/from/uri", "endpoint '" + shown(from.path("uri")) + "', expected kamelet:source");
        }
        if (from.path("steps").isEmpty()) {
            refuse("/spec/template/from", "no steps, expected the one that reads");
        }
        each(from.path("steps"), "/spec/template/from/steps", this::step);
    }

    private void bean(String pointer, JsonNode bean) {
        keys(pointer, bean, Set.of("name", "type", "properties"));
        String type = bean.path("type").asText();
        if (!BEANS.contains(type)) {
            refuse(
                    pointer + "/type",
                    "bean '" + shown(bean.path("type")) + "', expected one of " + String.join(", ", BEANS));
        }
        String name = bean.path("name").asText();
        if (!PARAMETER.matcher(name).matches() || parameters.contains(name)) {
            refuse(pointer + "/name", "bean name '" + name + "', expected letters and digits, and no parameter's name");
        }
        beans.add(name);
        JsonNode properties = bean.path("properties");
        keys(pointer + "/properties", properties, Set.of("parameters", "description"));
        keys(pointer + "/properties/parameters", properties.path("parameters"), parameters);
        properties.path("parameters").fields().forEachRemaining(field -> {
            if (!field.getValue().isValueNode()) {
                refuse(pointer + "/properties/parameters", "'" + field.getKey() + "' that is no text");
            }
        });
        if (properties.path("description").isTextual()) {
            String at = pointer + "/properties/description";
            AllowedDescription.problems(properties.path("description").asText(), parameters)
                    .forEach(problem -> refuse(at, problem));
        } else {
            refuse(pointer + "/properties", "no description as a text");
        }
    }

    private void step(String pointer, JsonNode step) {
        keys(pointer, step, Set.of("process"));
        keys(pointer + "/process", step.path("process"), Set.of("ref"));
        Matcher reference = REFERENCE.matcher(step.path("process").path("ref").asText());
        if (step.has("process") && !(reference.matches() && beans.contains(reference.group(1)))) {
            refuse(
                    pointer + "/process",
                    "step of '" + shown(step.path("process").path("ref")) + "', expected {{NAME}} of a bean above");
        }
    }

    /** Nothing that Camel would take for more than a text: placeholders, references, functions. */
    private void texts(String pointer, JsonNode node) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> {
                String below = YamlTree.child(pointer, field.getKey());
                text(below, field.getKey());
                boolean prose = pointer.startsWith("/spec/definition") && PROSE.contains(field.getKey());
                if (!prose || !field.getValue().isTextual()) {
                    texts(below, field.getValue());
                }
            });
        } else if (node.isArray()) {
            each(node, pointer, this::texts);
        } else if (node.isTextual() && !BEAN_TYPE.matcher(pointer).matches()) {
            text(pointer, node.asText());
        }
    }

    private void text(String pointer, String text) {
        Matcher reference = REFERENCE.matcher(text);
        boolean inTemplate = pointer.startsWith("/spec/template");
        while (reference.find()) {
            String name = reference.group(1);
            if (!inTemplate || !(parameters.contains(name) || beans.contains(name))) {
                refuse(pointer, "placeholder '" + reference.group() + "', expected {{NAME}} of a parameter of its own");
            }
        }
        String rest = reference.replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            refuse(pointer, "'{{' or '}}' around no name, expected '{ {' or '} }' where two braces meet");
        }
        if (rest.contains("${") || rest.contains("$simple{")) {
            refuse(pointer, "function '" + cut(rest.substring(rest.indexOf('$'))) + "'");
        }
        if (text.strip().startsWith("#")) {
            refuse(pointer, "reference '" + cut(text) + "'");
        }
    }

    private void keys(String pointer, JsonNode node, Set<String> allowed) {
        if (node.isMissingNode()) {
            return;
        }
        if (!node.isObject()) {
            refuse(pointer, "a value where keys are expected");
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!allowed.contains(key)) {
                refuse(
                        YamlTree.child(pointer, key),
                        "'" + cut(key) + "', expected " + String.join(", ", new TreeSet<>(allowed)));
            }
        });
    }

    private interface Visit {
        void at(String pointer, JsonNode node);
    }

    private void each(JsonNode list, String pointer, Visit visit) {
        if (!list.isMissingNode() && !list.isArray()) {
            refuse(pointer, "a value where a list is expected");
        }
        for (int i = 0; i < list.size(); i++) {
            visit.at(pointer + "/" + i, list.path(i));
        }
    }

    private void refuse(String pointer, String what) {
        Place place = tree.place(pointer);
        problems.add(new Problem(place, "", what + "."));
    }

    private static String shown(JsonNode node) {
        return cut(node.isValueNode() ? node.asText() : "keys and values");
    }

    /** A text on one line that is not too long to be shown. */
    static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
