package dev.dayone.readiness.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.resource.DisallowSchemaLoader;
import dev.dayone.pilot.Json;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** A text is JSON that keeps a schema, which is compiled once a task. Nothing is fetched for it: no file, no URL. */
final class JsonSchemaRule implements UDF1<String, Boolean> {
    private static final long serialVersionUID = 1L;

    private final String schema;
    private transient @Nullable JsonSchema compiled;

    /** Throws {@link WrongCheckException} for what is no schema. */
    JsonSchemaRule(@Nullable Object schema) {
        if (schema == null) {
            throw new WrongCheckException("The argument 'json_schema' is missing.");
        }
        this.schema = schema instanceof String text ? text : Json.write(schema);
        JsonNode node = JsonText.read(this.schema);
        if (node == null || !(node.isObject() || node.isBoolean())) {
            throw new WrongCheckException("The argument 'json_schema' is no JSON object.");
        }
        try {
            compiled = compile();
        } catch (JsonSchemaException e) {
            throw new WrongCheckException("The argument 'json_schema' cannot be used: " + oneLine(e.getMessage()));
        }
    }

    private static String oneLine(@Nullable String text) {
        return String.valueOf(text).replaceAll("\\s+", " ").strip();
    }

    private JsonSchema compile() {
        JsonNode node = java.util.Objects.requireNonNull(JsonText.read(schema));
        SpecVersion.VersionFlag version =
                SpecVersionDetector.detectOptionalVersion(node, false).orElse(SpecVersion.VersionFlag.V202012);
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                version, builder -> builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())));
        JsonSchema made = factory.getSchema(
                node, SchemaValidatorsConfig.builder().preloadJsonSchema(true).build());
        made.initializeValidators();
        return made;
    }

    @Override
    public synchronized Boolean call(@Nullable String text) {
        JsonNode node = text == null ? null : JsonText.read(text);
        if (node == null) {
            return false;
        }
        JsonSchema ready = compiled;
        if (ready == null) {
            ready = compile();
            compiled = ready;
        }
        return ready.validate(node).isEmpty();
    }
}
