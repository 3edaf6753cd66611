package dev.dayone.pilot.soda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes for all checks of a section {@code checks for}.
 *
 * @param filter the rows that they are about, in the source's SQL; null: all
 * @param configurations what {@code configurations for} says of each column
 */
record SodaSection(@Nullable String filter, Map<String, ObjectNode> configurations) {
    SodaSection {
        configurations = Map.copyOf(configurations);
    }

    /** A check's configuration with what goes for its column; the check's own wins. */
    JsonNode configured(String column, JsonNode own) {
        ObjectNode shared = configurations.get(column);
        if (shared == null) {
            return own;
        }
        ObjectNode both = shared.deepCopy();
        own.fields().forEachRemaining(entry -> both.set(entry.getKey(), entry.getValue()));
        return both;
    }

    /** By column, of a section whose keys are such as {@code valid values for plan}. */
    static Map<String, ObjectNode> configurations(JsonNode content) {
        Map<String, ObjectNode> columns = new LinkedHashMap<>();
        content.fields().forEachRemaining(entry -> {
            int at = entry.getKey().lastIndexOf(" for ");
            if (at > 0) {
                columns.computeIfAbsent(
                                SodaCheck.unquoted(entry.getKey().substring(at + 5)),
                                column -> JsonNodeFactory.instance.objectNode())
                        .set(entry.getKey().substring(0, at), entry.getValue());
            }
        });
        return columns;
    }
}
