package dev.dayone.connector.http;

import dev.dayone.connector.catalogue.PlainYaml;
import dev.dayone.connector.http.Description.AuthScheme;
import dev.dayone.connector.http.Description.Request;
import dev.dayone.connector.http.Description.TestCall;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the description of an API: plain maps and lists, every problem told at once. */
final class DescriptionReader {
    private static final Set<String> OWN_PLACES = Set.of("table", "columns", "keys", "name", "path");

    private final Map<String, String> values;
    private final Set<String> parameters;
    private final String source;
    private final List<String> problems = new ArrayList<>();

    private DescriptionReader(Map<String, String> values, String source) {
        this.values = values;
        this.parameters = values.keySet();
        this.source = source;
    }

    /**
     * The description in a text.
     *
     * @param values the parameters that its texts may ask for; where a parameter's value stands for the paging or the
     *     tables, it is read as YAML itself
     */
    static Description read(String yaml, Map<String, String> values, String source) {
        DescriptionReader reader = new DescriptionReader(values, source);
        Description description = reader.description(plain(yaml, source));
        if (!reader.problems.isEmpty()) {
            throw invalid(source, reader.problems.stream().distinct().collect(Collectors.joining("; ")), null);
        }
        return description;
    }

    /** Texts, numbers, maps and lists of a YAML text. */
    private static @Nullable Object plain(String yaml, String source) {
        try {
            return PlainYaml.load(yaml);
        } catch (YamlEngineException e) {
            throw invalid(source, "it is not YAML that dayone reads", e);
        }
    }

    private static BadRequestException invalid(String source, String found, @Nullable Throwable cause) {
        return new BadRequestException(
                ErrorCode.CONNECTOR_INVALID,
                "Cannot read the description of '" + source + "': " + found
                        + ", expected what docs/connectors-http.md lists. Correct the connector's YAML.",
                cause);
    }

    private Description description(@Nullable Object document) {
        Object plain = document instanceof Map<?, ?> map ? withParameters(map) : document;
        places("", plain);
        DescriptionNode root = new DescriptionNode("", plain, problems);
        Set<String> searches = new HashSet<>(root.texts("searches"));
        Map<String, Description.TableSpec> tables = new LinkedHashMap<>();
        TableReader reader = new TableReader(root.value("everyTable"), root.value("paging"), searches, problems);
        DescriptionNode named = root.node("tables");
        if (named != null) {
            named.keys().forEach(name -> tables.put(name, reader.table(name, named.value(name))));
        }
        if (tables.isEmpty()) {
            root.problem("tables", "names no table");
        }
        Description description = new Description(
                root.text("product", "HTTP API"),
                root.needed("url"),
                auth(root),
                root.textMap("headers"),
                test(root.node("test")),
                quota(root.node("quota")),
                searches,
                tables);
        root.done();
        return description;
    }

    private Map<String, @Nullable Object> withParameters(Map<?, ?> document) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        document.forEach((key, value) -> {
            String name = String.valueOf(value).replaceAll("[{}]", "");
            boolean whole = ("{" + name + "}").equals(value) && parameters.contains(name);
            boolean structured = "tables".equals(key) || "paging".equals(key);
            map.put(String.valueOf(key), whole && structured ? plain(values.getOrDefault(name, ""), source) : value);
        });
        return map;
    }

    /** Every name in braces must be that of a parameter or of something that a call fills in. */
    private void places(String place, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> places(place.isEmpty() ? String.valueOf(key) : place + "." + key, inner));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> places(place, inner));
        } else if (value instanceof String text) {
            for (String name : Template.names(text)) {
                if (!parameters.contains(name) && !OWN_PLACES.contains(name)) {
                    problems.add("'" + place + "' asks for {" + name + "}, which is no parameter"
                            + Nearest.hint(name, parameters));
                }
            }
        }
    }

    private List<AuthScheme> auth(DescriptionNode root) {
        List<AuthScheme> schemes = new ArrayList<>();
        for (DescriptionNode node : root.nodes("auth")) {
            for (AuthScheme.Kind kind : AuthScheme.Kind.values()) {
                DescriptionNode settings = node.node(kind.label());
                if (settings != null) {
                    schemes.add(scheme(kind, settings));
                }
            }
            node.done();
        }
        return schemes;
    }

    private static AuthScheme scheme(AuthScheme.Kind kind, DescriptionNode node) {
        Map<String, String> settings = new LinkedHashMap<>();
        kind.needed().forEach(key -> settings.put(key, node.needed(key)));
        kind.optional().forEach(key -> settings.put(key, node.text(key, "")));
        node.done();
        return new AuthScheme(kind, settings);
    }

    private static @Nullable TestCall test(@Nullable DescriptionNode node) {
        if (node == null) {
            return null;
        }
        TestCall test = new TestCall(
                new Request(node.needed("path"), node.textMap("query"), null),
                node.text("account"),
                node.text("version"));
        node.done();
        return test;
    }

    private static Description.Quota quota(@Nullable DescriptionNode node) {
        if (node == null) {
            return new Description.Quota(null, null, null, null, null, null, null);
        }
        Description.Quota quota = new Description.Quota(
                node.number("perDay"),
                lower(node.text("limit")),
                lower(node.text("remaining")),
                lower(node.text("usage")),
                lower(node.text("windowLimit")),
                lower(node.text("windowRemaining")),
                lower(node.text("windowReset")));
        node.done();
        return quota;
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
