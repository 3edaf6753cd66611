package dev.dayone.connector.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An answer read as JSON. */
final class JsonAnswer {
    /** Amounts of money keep their digits. */
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final int NAMED = 8;

    private final JsonNode root;
    private final Outgoing request;
    private final HttpFailures failures;

    private JsonAnswer(JsonNode root, Outgoing request, HttpFailures failures) {
        this.root = root;
        this.request = request;
        this.failures = failures;
    }

    static JsonAnswer read(Answer answer, Outgoing request, HttpFailures failures) {
        String start = new String(
                        answer.body().array(), 0, Math.min(answer.body().capacity(), 64), StandardCharsets.UTF_8)
                .strip();
        String type = String.valueOf(answer.header("content-type")).toLowerCase(Locale.ROOT);
        if (start.startsWith("<") || type.startsWith("text/html")) {
            throw failures.unexpected(
                    request,
                    "the answer is HTML, expected JSON",
                    "A login page or a proxy most likely stands in between: check the address and the credentials");
        }
        try (JsonParser parser = READER.createParser(answer.body().array())) {
            JsonNode root = READER.readTree(parser);
            return new JsonAnswer(root == null ? MissingNode.getInstance() : root, request, failures);
        } catch (JsonEOFException e) {
            throw failures.truncated(request, e);
        } catch (JsonProcessingException e) {
            throw failures.unexpected(
                    request,
                    "the answer is no JSON, expected it to be",
                    "Compare the connector's path with the vendor's API page");
        } catch (IOException e) {
            throw failures.truncated(request, e);
        }
    }

    /** What stands at a dotted path; a name that holds dots itself is found too. Missing: nothing does. */
    static JsonNode at(JsonNode node, String path) {
        if (path.isEmpty()) {
            return node;
        }
        if (node.has(path)) {
            return node.path(path);
        }
        int dot = path.indexOf('.');
        while (dot > 0) {
            JsonNode inner = node.path(path.substring(0, dot));
            JsonNode found = inner.isMissingNode() ? inner : at(inner, path.substring(dot + 1));
            if (!found.isMissingNode()) {
                return found;
            }
            dot = path.indexOf('.', dot + 1);
        }
        return MissingNode.getInstance();
    }

    /** The text at a dotted path; null: there is none, or it is empty. */
    @Nullable
    String text(@Nullable String path) {
        JsonNode found = path == null ? MissingNode.getInstance() : at(root, path);
        return found.isValueNode() && !found.isNull() && !found.asText().isEmpty() ? found.asText() : null;
    }

    /** Whether nothing at a path says that there are no more: false, empty and 0 do. */
    boolean says(String path) {
        JsonNode found = at(root, path);
        return !found.isMissingNode()
                && !found.isNull()
                && !List.of("false", "0", "").contains(found.asText("x"));
    }

    /** The number at a dotted path. */
    @Nullable
    Long number(@Nullable String path) {
        String text = text(path);
        return text != null && text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }

    /** The records at a dotted path; a single one where an object stands there and {@code one} allows it. */
    List<JsonNode> records(String path, Amount amount) {
        JsonNode found = at(root, path);
        List<JsonNode> records = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(record -> {
                if (record.isObject()) {
                    records.add(record);
                }
            });
            if (records.size() != found.size()) {
                throw wrong(path, "a list whose members are no objects");
            }
        } else if (found.isObject() && amount == Amount.ONE_OR_MANY) {
            records.add(found);
        } else if (!found.isNull()) {
            throw wrong(path, found.isMissingNode() ? "nothing" : "no list");
        }
        return records;
    }

    /** How many records may stand where a list is looked for. */
    enum Amount {
        MANY,
        ONE_OR_MANY
    }

    private RuntimeException wrong(String path, String found) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = root.fieldNames(); all.hasNext() && names.size() < NAMED; ) {
            String name = all.next();
            // What is no name in the code's sense may be a value.
            if (name.matches("[A-Za-z_]{1,40}")) {
                names.add(name);
            }
        }
        return failures.unexpected(
                request,
                "'records: " + path + "' finds " + found + " in the answer"
                        + (names.isEmpty() ? "" : ", which holds " + String.join(", ", names))
                        + Nearest.hint(path, names) + ", expected a list of records",
                "Correct 'records' in the connector");
    }
}
