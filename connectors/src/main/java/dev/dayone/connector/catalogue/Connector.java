package dev.dayone.connector.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connector as its YAML describes it.
 *
 * @param kind {@code database}, {@code http} or {@code file}
 * @param origin {@code dayone}, or the file beside the pilot
 * @param triedAgainst the live servers, with versions, that its tests run against; null: none
 * @param driver the JAR to be put into the folder of drivers; null: none, for its driver is shipped or it needs none
 * @param parameters by name, in the file's order
 * @param tables that it declares; empty: what there is, the system tells
 */
public record Connector(
        String name,
        String title,
        String description,
        String kind,
        String origin,
        @Nullable String triedAgainst,
        @Nullable String driver,
        Map<String, Parameter> parameters,
        List<String> tables) {
    /** The origin of connectors that come with dayone. */
    public static final String SHIPPED = "dayone";

    public Connector {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        tables = List.copyOf(tables);
    }

    /** Whether it came with dayone. */
    @JsonIgnore
    public boolean isShipped() {
        return origin.equals(SHIPPED);
    }

    /**
     * One thing that a connector asks for.
     *
     * @param type {@code string}, {@code integer}, {@code number} or {@code boolean}
     * @param secret whether its value is never shown
     * @param file whether its value is the path of a file below the pilot's folder
     * @param choices the only values allowed; empty: any
     */
    public record Parameter(
            String title,
            String description,
            String type,
            boolean required,
            boolean secret,
            boolean file,
            @Nullable String defaultValue,
            @Nullable String example,
            List<String> choices) {
        public Parameter {
            choices = List.copyOf(choices);
        }
    }
}
