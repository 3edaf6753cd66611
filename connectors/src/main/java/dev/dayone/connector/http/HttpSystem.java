package dev.dayone.connector.http;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dayone.connector.Attachment;
import dev.dayone.connector.Headers;
import dev.dayone.connector.KameletParameters;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.snapshot.Probe;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP system as a source, and the only step of its Kamelet: it answers {@code probe}, {@code discover} and
 * {@code read} by what the Kamelet's {@code description} says of the API. The parameters are values, or references to an
 * {@link Attachment}. Nothing is sent before the first question. For use by one thread at a time.
 */
public final class HttpSystem implements Processor, CamelContextAware, AutoCloseable {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final KameletParameters parameters = new KameletParameters();
    private String yaml = "";
    private @Nullable OpenedApi opened;

    @Override
    public @Nullable CamelContext getCamelContext() {
        return parameters.context();
    }

    @Override
    public void setCamelContext(CamelContext context) {
        parameters.context(context);
    }

    /** The values that the description may ask for, by name. */
    public void setParameters(Map<String, String> parameters) {
        parameters.forEach((name, value) -> this.parameters.put(name, value == null ? "" : value));
    }

    /** The values, for Camel to add to. */
    public Map<String, String> getParameters() {
        return parameters.written();
    }

    /** What the API is like: YAML, see docs/connectors-http.md. */
    public void setDescription(String description) {
        this.yaml = description;
    }

    @Override
    public synchronized void process(Exchange exchange) {
        OpenedApi api = opened();
        String operation = exchange.getMessage().getHeader(Headers.OPERATION, Headers.READ, String.class);
        switch (operation) {
            case Headers.PROBE -> {
                Probe probe = new ApiProbe(api).probe();
                exchange.getMessage().setBody(Json.MAPPER.convertValue(probe, MAP));
            }
            case Headers.DISCOVER ->
                exchange.getMessage()
                        .setBody(api
                                .source()
                                .tables(
                                        exchange.getMessage().getHeader(Headers.TABLES) instanceof List<?> list
                                                ? list
                                                : null)
                                .stream()
                                .map(HttpSystem::map)
                                .toList());
            default -> read(exchange, api.source());
        }
    }

    private static Map<String, Object> map(FoundTable table) {
        Map<String, Object> map = Json.MAPPER.convertValue(table.info(), MAP);
        String remedy = table.found().remedy();
        map.put("readable", remedy == null);
        if (remedy != null) {
            map.put("remedy", remedy);
        }
        map.put("random", "none");
        map.put("lookups", table.spec().callKeys());
        map.put("pageRows", table.spec().all().paging().size());
        map.put("calls", table.found().calls());
        if (table.spec().latest() != null) {
            map.put("latest", table.spec().time());
        }
        return map;
    }

    private static void read(Exchange exchange, ApiSource source) {
        Object columns = exchange.getMessage().getHeader(Headers.COLUMNS);
        ApiSource.Read read = new ApiSource.Read(
                exchange.getMessage().getHeader(Headers.TABLE, "", String.class),
                columns instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : null,
                exchange.getMessage().getHeader(Headers.SELECTION, Map.of("method", "all"), Map.class),
                exchange.getMessage().getHeader(Headers.CURSOR) instanceof List<?> cursor ? cursor : null);
        exchange.getMessage().removeHeader(Headers.NEXT_CURSOR);
        exchange.getMessage().setBody(source.read(read));
    }

    private OpenedApi opened() {
        OpenedApi api = opened;
        if (api == null) {
            api = OpenedApi.open(
                    Objects.requireNonNull(parameters.context(), "No Camel context was set"),
                    yaml,
                    parameters.values(),
                    new OpenedApi.Terms(
                            parameters.source("api"), parameters.limits(), parameters.log(), parameters.learned()));
            opened = api;
            parameters.onClose(this::close);
        }
        return api;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
        opened = null;
    }

    @Override
    public String toString() {
        return "HttpSystem" + parameters.written().keySet();
    }
}
