package dev.dayone.pilot.soda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.suite.BrokenSuiteException;
import dev.dayone.pilot.suite.ForeignRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of SodaCL, read for one table of the pilot.
 *
 * @param file as the pilot names it
 * @param lineOf the line on which the value of a JSON pointer stands
 * @param elsewhere the other tables for which the pilot names the same file
 */
public record SodaSuite(JsonNode root, String file, ToIntFunction<String> lineOf, Set<TableRef> elsewhere) {
    private static final Pattern HEADER =
            Pattern.compile("(checks for|filter|configurations for) (\"[^\"]+\"|`[^`]+`|\\S+)(?: \\[?([^\\]]+)]?)?");
    private static final Set<String> NO_CHECKS = Set.of("variables");

    public SodaSuite {
        elsewhere = Set.copyOf(elsewhere);
    }

    /** The table's checks, those among them that have no counterpart, and what else the file holds. */
    public List<Expectation> expectations(TableRef table) throws BrokenSuiteException {
        requireChecks();
        List<Expectation> expectations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> section : entries(root)) {
            Matcher header = HEADER.matcher(section.getKey());
            if (!header.matches()) {
                if (!NO_CHECKS.contains(section.getKey())) {
                    expectations.addAll(rule(section.getKey(), pointer(section.getKey()), Map.of())
                            .uncarried("it is no list of checks for one table"));
                }
            } else if (header.group(1).equals("checks for")) {
                if (isOf(table, header.group(2))) {
                    expectations.addAll(section(section.getKey(), section.getValue(), header));
                } else if (elsewhere.stream().noneMatch(other -> isOf(other, header.group(2)))) {
                    expectations.addAll(rule(section.getKey(), pointer(section.getKey()), Map.of())
                            .uncarried("it is about another table: name the file there too"));
                }
            }
        }
        return expectations;
    }

    private void requireChecks() throws BrokenSuiteException {
        boolean any = root.isObject()
                && entries(root).stream().anyMatch(entry -> entry.getKey().startsWith("checks for "));
        if (!any) {
            throw new BrokenSuiteException(
                    1,
                    "no section 'checks for TABLE:', expected SodaCL. Name a file of SodaCL (.yml), DQDL (.dqdl) or"
                            + " Great Expectations (.json)");
        }
    }

    private List<Expectation> section(String key, JsonNode checks, Matcher header) throws BrokenSuiteException {
        if (!checks.isArray()) {
            throw new BrokenSuiteException(
                    lineOf.applyAsInt(pointer(key)), "'" + key + "' holds no list, expected one of checks");
        }
        String name = SodaCheck.unquoted(header.group(2));
        SodaSection section = new SodaSection(filter(name, header.group(3), key), configurations(name));
        Map<String, Object> shared = new LinkedHashMap<>();
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            String pointer = pointer(key) + "/" + i;
            Map.Entry<String, JsonNode> check = check(checks.get(i), pointer);
            if (check.getKey().equals("attributes")) {
                shared.put("attributes", plain(check.getValue()));
                continue;
            }
            SodaCheck words = new SodaCheck(check.getKey(), check.getValue(), section);
            expectations.addAll(rule(check.getKey(), pointer, notes(check.getValue(), shared))
                    .carried(words::expectations));
        }
        return expectations;
    }

    private Map.Entry<String, JsonNode> check(JsonNode item, String pointer) throws BrokenSuiteException {
        if (item.isTextual()) {
            return Map.entry(item.asText().strip(), MissingNode.getInstance());
        }
        if (item.isObject() && item.size() == 1) {
            Map.Entry<String, JsonNode> only = entries(item).get(0);
            if (only.getValue().isObject() || only.getValue().isNull()) {
                return Map.entry(only.getKey().strip(), only.getValue());
            }
        }
        throw new BrokenSuiteException(
                lineOf.applyAsInt(pointer),
                "no check, expected one such as '- row_count > 0', or one with its keys indented below it");
    }

    /** The rows that a named filter leaves, as {@code filter TABLE [NAME]: {where: ...}} says. */
    private @Nullable String filter(String table, @Nullable String name, String key) throws BrokenSuiteException {
        if (name == null) {
            return null;
        }
        for (Map.Entry<String, JsonNode> section : entries(root)) {
            Matcher header = HEADER.matcher(section.getKey());
            if (header.matches()
                    && header.group(1).equals("filter")
                    && SodaCheck.unquoted(header.group(2)).equalsIgnoreCase(table)
                    && name.equals(header.group(3))) {
                return section.getValue().path("where").asText().strip();
            }
        }
        throw new BrokenSuiteException(
                lineOf.applyAsInt(pointer(key)),
                "'" + key + "' names a filter that is not there, expected a section 'filter " + table + " [" + name
                        + "]:'");
    }

    private Map<String, com.fasterxml.jackson.databind.node.ObjectNode> configurations(String table) {
        for (Map.Entry<String, JsonNode> section : entries(root)) {
            Matcher header = HEADER.matcher(section.getKey());
            if (header.matches()
                    && header.group(1).equals("configurations for")
                    && SodaCheck.unquoted(header.group(2)).equalsIgnoreCase(table)) {
                return SodaSection.configurations(section.getValue());
            }
        }
        return Map.of();
    }

    private static boolean isOf(TableRef table, String name) {
        String bare = SodaCheck.unquoted(name);
        return bare.equalsIgnoreCase(table.table()) || bare.equals(table.toString());
    }

    private static Map<String, Object> notes(JsonNode configuration, Map<String, Object> shared) {
        Map<String, Object> notes = new LinkedHashMap<>(shared);
        if (configuration.has("name")) {
            notes.put("name", configuration.path("name").asText());
        }
        if (configuration.has("attributes")) {
            notes.put("attributes", plain(configuration.path("attributes")));
        }
        return notes;
    }

    private static Object plain(JsonNode node) {
        return Json.MAPPER.convertValue(node, Object.class);
    }

    private ForeignRule rule(String text, String pointer, Map<String, Object> notes) {
        return new ForeignRule(file, lineOf.applyAsInt(pointer), text, notes);
    }

    private static String pointer(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static List<Map.Entry<String, JsonNode>> entries(JsonNode object) {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
        object.fields().forEachRemaining(entries::add);
        return entries;
    }
}
