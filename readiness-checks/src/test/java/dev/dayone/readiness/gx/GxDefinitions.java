package dev.dayone.readiness.gx;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dayone.readiness.expectation.Expectations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/** The data sets of a clone's {@code tests/test_definitions}, each with the tests that are asked of it. */
@NullUnmarked
final class GxDefinitions {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final Pattern AGO = Pattern.compile("now\\(\\) - timedelta\\(weeks=(\\d+)\\*(\\d+)\\)");
    private static final Pattern DAY = Pattern.compile("datetime\\((\\d+), (\\d+), (\\d+)\\)");

    private GxDefinitions() {}

    /** A data set: the table that is asked about first, then those beside it. */
    record DataSet(Map<String, GxData> tables, List<GxCase> cases) {}

    static List<DataSet> read(Path clone) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(clone.resolve("tests/test_definitions"))) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<DataSet> sets = new ArrayList<>();
        for (Path file : files) {
            JsonNode definition = JSON.readTree(file.toFile());
            for (JsonNode set : definition.path("datasets")) {
                sets.add(dataSet(set, definition.path("expectation_type").asText(), "d" + sets.size()));
            }
        }
        return sets;
    }

    private static DataSet dataSet(JsonNode set, String type, String name) {
        Map<String, GxData> tables = new LinkedHashMap<>();
        JsonNode data = set.path("data");
        if (data.isArray()) {
            data.forEach(one -> tables.put(
                    one.path("dataset_name").asText(),
                    GxData.of(one.path("data"), one.path("schemas").path("spark"))));
        } else {
            tables.put(name, GxData.of(data, set.path("schemas").path("spark")));
        }
        List<GxCase> cases = new ArrayList<>();
        for (JsonNode test : set.path("tests")) {
            boolean onSpark = isFor(set, "spark") && isFor(test, "spark");
            boolean onPostgres = isFor(set, "postgresql") && isFor(test, "postgresql");
            String skipped = onSpark || onPostgres ? skipped(type, test) : "neither for Spark nor for PostgreSQL";
            Map<String, Object> kwargs = test.path("in").isObject() ? kwargs(test.path("in")) : Map.of();
            cases.add(new GxCase(type, test, kwargs, onSpark, skipped));
        }
        return new DataSet(tables, cases);
    }

    private static boolean isFor(JsonNode node, String engine) {
        List<String> only = names(node.path("only_for"));
        List<String> not = names(node.path("suppress_test_for"));
        String kind = engine.equals("spark") ? engine : "sqlalchemy";
        return (only.isEmpty() || only.contains(engine) || only.contains(kind))
                && !not.contains(engine)
                && !not.contains(kind);
    }

    /** Why a test is not asked: empty, it is. */
    private static String skipped(String type, JsonNode test) {
        if (!Expectations.types().contains(type)) {
            return "dayone has no such expectation";
        }
        if (test.path("out").isEmpty()) {
            return "Great Expectations says nothing of the result";
        }
        return test.path("in").isObject() ? "" : "arguments without names";
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        if (node.isTextual()) {
            names.add(node.asText());
        }
        node.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Map<String, Object> kwargs(JsonNode in) {
        Map<String, Object> kwargs = JSON.convertValue(in, new TypeReference<LinkedHashMap<String, Object>>() {});
        kwargs.replaceAll((name, value) -> value instanceof Map<?, ?> map && map.containsKey("$PARAMETER")
                ? parameter(map.get("$PARAMETER"))
                : value);
        return kwargs;
    }

    /** A suite's parameter, which Great Expectations puts in before the expectation is asked. */
    private static Object parameter(Object written) {
        Matcher ago = AGO.matcher(String.valueOf(written));
        Matcher day = DAY.matcher(String.valueOf(written));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        if (ago.matches()) {
            long weeks = Long.parseLong(ago.group(1)) * Long.parseLong(ago.group(2));
            return now.minus(Duration.ofDays(7 * weeks)).toString();
        }
        return day.matches()
                ? "%04d-%02d-%02d"
                        .formatted(
                                Integer.valueOf(day.group(1)),
                                Integer.valueOf(day.group(2)),
                                Integer.valueOf(day.group(3)))
                : now.toString();
    }
}
