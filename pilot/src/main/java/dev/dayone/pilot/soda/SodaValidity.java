package dev.dayone.pilot.soda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.suite.Sql;
import dev.dayone.pilot.suite.UncarriedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a column count as missing, valid or invalid, as predicates of Spark SQL.
 *
 * @param column its name in SQL
 */
record SodaValidity(String column, JsonNode configuration) {
    /** The keys that say so. */
    static final Set<String> KEYS = Set.of(
            "missing values",
            "missing format",
            "missing regex",
            "valid values",
            "valid format",
            "valid regex",
            "valid length",
            "valid min length",
            "valid max length",
            "valid min",
            "valid max",
            "invalid values",
            "invalid format",
            "invalid regex");

    /** Whether anything is said. */
    boolean isSaid() {
        return KEYS.stream().anyMatch(configuration::has);
    }

    /** Whether anything is said of missing values. */
    boolean saysMissing() {
        return KEYS.stream().anyMatch(key -> key.startsWith("missing") && configuration.has(key));
    }

    /** The one key that says what is valid, if that is all that is said; else null. */
    @Nullable
    String only() {
        List<String> said = KEYS.stream().filter(configuration::has).toList();
        return said.size() == 1 ? said.get(0) : null;
    }

    String missing() {
        List<String> parts = new ArrayList<>(List.of(column + " IS NULL"));
        values("missing values", parts);
        patterns("missing", parts);
        return String.join(" OR ", parts);
    }

    @Nullable
    String valid() {
        List<String> parts = new ArrayList<>();
        values("valid values", parts);
        patterns("valid", parts);
        number("valid length", "length(" + column + ") = ", parts);
        number("valid min length", "length(" + column + ") >= ", parts);
        number("valid max length", "length(" + column + ") <= ", parts);
        String format = SodaCheck.text(configuration, "valid format");
        if (format != null && (configuration.has("valid min") || configuration.has("valid max"))) {
            throw new UncarriedException("it compares numbers that Soda reads out of texts");
        }
        number("valid min", column + " >= ", parts);
        number("valid max", column + " <= ", parts);
        return parts.isEmpty() ? null : String.join(" AND ", parts);
    }

    @Nullable
    String invalid() {
        List<String> parts = new ArrayList<>();
        values("invalid values", parts);
        patterns("invalid", parts);
        return parts.isEmpty() ? null : String.join(" OR ", parts);
    }

    /** True of values that are invalid and not missing. */
    String broken() {
        String valid = valid();
        String invalid = invalid();
        if (valid == null && invalid == null) {
            throw new UncarriedException("it does not say which values are valid");
        }
        String breaks = valid == null
                ? String.valueOf(invalid)
                : "NOT (" + valid + ")" + (invalid == null ? "" : " OR (" + invalid + ")");
        return "NOT (" + missing() + ") AND (" + breaks + ")";
    }

    /** True of values that are neither missing nor invalid. As in Soda, what is valid decides if both are said. */
    String present() {
        String valid = valid();
        String invalid = invalid();
        String rest = valid != null ? " AND (" + valid + ")" : invalid != null ? " AND NOT (" + invalid + ")" : "";
        return "NOT (" + missing() + ")" + rest;
    }

    private void values(String key, List<String> parts) {
        JsonNode values = configuration.path(key);
        if (values.isMissingNode()) {
            return;
        }
        if (!values.isArray() || values.isEmpty()) {
            throw new UncarriedException("its '" + key + "' is no list of values");
        }
        List<Object> all = new ArrayList<>();
        values.forEach(value -> {
            if (!value.isNull()) {
                all.add(Json.MAPPER.convertValue(value, Object.class));
            }
        });
        parts.add(Sql.in(column, all));
    }

    private void patterns(String prefix, List<String> parts) {
        String format = SodaCheck.text(configuration, prefix + " format");
        if (format != null) {
            parts.add(column + " RLIKE " + Sql.text(SodaFormats.regex(format)));
        }
        String regex = SodaCheck.text(configuration, prefix + " regex");
        if (regex != null) {
            parts.add(column + " RLIKE " + Sql.text(regex));
        }
    }

    private void number(String key, String comparison, List<String> parts) {
        JsonNode value = configuration.path(key);
        if (value.isNumber()) {
            parts.add(comparison + value.decimalValue().toPlainString());
        } else if (!value.isMissingNode()) {
            throw new UncarriedException("its '" + key + "' is no number");
        }
    }
}
