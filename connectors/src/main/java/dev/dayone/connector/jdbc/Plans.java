package dev.dayone.connector.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads how many rows a plan touches, of the JSON that EXPLAIN answers. */
final class Plans {
    private Plans() {}

    /** Tells the fields that hold a scan's estimated rows. */
    @FunctionalInterface
    interface Scans {
        boolean holdsRows(String field, JsonNode node);
    }

    /** The rows of all scans together; empty: the answer is no plan. */
    static OptionalLong rows(Connection connection, String explain, Scans scans) throws SQLException {
        String plan = String.join("", Rows.of(connection, explain, List.of(), row -> row.getString(1)));
        try {
            return OptionalLong.of((long) sum(Json.MAPPER.readTree(plan), scans));
        } catch (JsonProcessingException e) {
            return OptionalLong.empty();
        }
    }

    private static double sum(JsonNode node, Scans scans) {
        double rows = 0;
        if (node.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                rows += scans.holdsRows(field.getKey(), node) ? field.getValue().asDouble() : 0;
            }
        }
        for (JsonNode child : node) {
            rows += sum(child, scans);
        }
        return rows;
    }
}
