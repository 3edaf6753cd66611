package dev.dayone.pilot.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads suites as Great Expectations exports them: 1.x ({@code type}) and 0.18 ({@code expectation_type}). Its
 * {@code severity} ({@code critical}, {@code warning}, {@code info}) becomes ours; a {@code severity} of ours in
 * {@code meta.dayone} wins.
 */
final class SuiteReader {
    private final Path folder;

    SuiteReader(Path folder) {
        this.folder = folder;
    }

    List<Expectation> read(String path, Consumer<String> problem) {
        Path file = folder.resolve(path).normalize();
        try {
            if (Path.of(path).isAbsolute() || !file.startsWith(folder)) {
                problem.accept("suite '" + path + "' leads out of the pilot's folder, expected a path below it.");
                return List.of();
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                problem.accept("suite '" + path + "' is a link out of the pilot's folder, expected a file below it.");
                return List.of();
            }
            JsonNode suite = Json.MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (!suite.path("expectations").isArray()) {
                problem.accept("suite '" + path + "' has no list 'expectations', expected a Great Expectations suite.");
                return List.of();
            }
            return expectations(suite.path("expectations"), path, problem);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problem.accept("suite '" + path + "' is not valid JSON at line " + line + ".");
        } catch (IOException e) {
            problem.accept("suite '" + path + "' cannot be read, expected a file below the pilot's folder.");
        }
        return List.of();
    }

    private static List<Expectation> expectations(JsonNode list, String path, Consumer<String> problem) {
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            String type = node.path("type").asText(node.path("expectation_type").asText(""));
            if (type.isEmpty()) {
                problem.accept("suite '" + path + "': expectation " + (i + 1) + " has no 'type'.");
                continue;
            }
            Map<String, Object> kwargs = new LinkedHashMap<>(PilotReader.plainMap(node.path("kwargs")));
            kwargs.remove("batch_id");
            expectations.add(
                    new Expectation(snakeCase(type), kwargs, severity(node), PilotReader.plainMap(node.path("meta"))));
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
}
