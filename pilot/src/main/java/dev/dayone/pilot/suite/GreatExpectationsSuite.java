package dev.dayone.pilot.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Suites as Great Expectations has them: read of 1.x ({@code type}) and 0.18 ({@code expectation_type}), written as 1.x.
 * Its {@code severity} ({@code critical}, {@code warning}, {@code info}) is ours by another name; a {@code severity} of
 * ours in {@code meta.dayone} wins.
 */
public final class GreatExpectationsSuite {
    private static final Set<String> TYPES = types();

    private GreatExpectationsSuite() {}

    /** The expectations of a suite. */
    public static List<Expectation> read(JsonNode suite) throws BrokenSuiteException {
        JsonNode list = suite.path("expectations");
        if (!list.isArray()) {
            throw new BrokenSuiteException(0, "has no list 'expectations', expected a Great Expectations suite");
        }
        List<Expectation> expectations = new ArrayList<>();
        for (JsonNode node : list) {
            String type = node.path("type").asText(node.path("expectation_type").asText(""));
            if (type.isEmpty()) {
                throw new BrokenSuiteException(
                        0, "has no 'type' in its expectation " + (expectations.size() + 1) + ". Give it one");
            }
            Map<String, Object> kwargs = new LinkedHashMap<>(Json.plainMap(node.path("kwargs")));
            kwargs.remove("batch_id");
            expectations.add(
                    new Expectation(snakeCase(type), kwargs, severity(node), Json.plainMap(node.path("meta"))));
        }
        return expectations;
    }

    /** {@code ExpectColumnToExist}, as Python classes are called, is {@code expect_column_to_exist}. */
    private static String snakeCase(String type) {
        return type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Severity severity(JsonNode node) {
        String ours = node.path("meta").path("dayone").path("severity").asText("");
        return switch (ours.isEmpty() ? node.path("severity").asText("") : ours) {
            case "blocker", "critical" -> Severity.BLOCKER;
            case "minor", "info" -> Severity.MINOR;
            default -> Severity.MAJOR;
        };
    }

    /** Whether Great Expectations knows a type; those of dayone alone it does not. */
    public static boolean knows(String type) {
        return TYPES.contains(type);
    }

    /** The suite of those expectations that Great Expectations knows, as its 1.x reads it. */
    public static String write(String name, List<Expectation> expectations) {
        Map<String, Object> suite = new LinkedHashMap<>();
        suite.put("name", name);
        suite.put("id", null);
        suite.put(
                "expectations",
                expectations.stream()
                        .filter(expectation -> knows(expectation.type()))
                        .map(GreatExpectationsSuite::written)
                        .toList());
        suite.put("meta", Map.of());
        suite.put("notes", null);
        return Json.write(suite) + "\n";
    }

    private static Map<String, Object> written(Expectation expectation) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("type", expectation.type());
        written.put("kwargs", expectation.kwargs());
        written.put("meta", expectation.meta());
        written.put(
                "severity",
                switch (expectation.severity()) {
                    case BLOCKER -> "critical";
                    case MAJOR -> "warning";
                    case MINOR -> "info";
                });
        return written;
    }

    /** The names of all expectations that Great Expectations has or had. */
    public static Set<String> types() {
        try (InputStream text =
                Objects.requireNonNull(GreatExpectationsSuite.class.getResourceAsStream("great-expectations.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
