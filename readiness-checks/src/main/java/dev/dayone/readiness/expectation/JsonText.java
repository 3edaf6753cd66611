package dev.dayone.readiness.expectation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** A text is JSON as Python's {@code json.loads} takes it: NaN and Infinity are numbers, nothing may follow. */
final class JsonText implements UDF1<String, Boolean> {
    private static final long serialVersionUID = 1L;

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    @Override
    public Boolean call(@Nullable String text) {
        return text != null && read(text) != null;
    }

    /** The text as JSON; null: it is none. */
    static @Nullable JsonNode read(String text) {
        try {
            JsonNode node = READER.readTree(text);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
