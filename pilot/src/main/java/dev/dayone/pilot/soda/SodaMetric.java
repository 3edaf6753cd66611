package dev.dayone.pilot.soda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.suite.Range;
import dev.dayone.pilot.suite.Sql;
import dev.dayone.pilot.suite.UncarriedException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A metric and its arguments.
 *
 * @param passes the numbers that pass, if the check's line says so; null: {@code fail} and {@code warn} do
 * @param where the rows that it is about, in SQL; null: all
 */
record SodaMetric(
        String name,
        List<String> arguments,
        @Nullable Range passes,
        JsonNode configuration,
        @Nullable String where) {
    private static final Pattern LINE = Pattern.compile("([A-Za-z_$][\\w$]*)\\s*(?:\\((.*?)\\))?\\s*(.*)");
    private static final Set<String> KNOWN = Set.of(
            "name",
            "identity",
            "filter",
            "warn",
            "fail",
            "samples limit",
            "samples columns",
            "attributes",
            "failed rows query");

    static SodaMetric parse(String line, JsonNode configuration, SodaSection section) {
        Matcher words = LINE.matcher(line);
        if (!words.matches()) {
            throw new UncarriedException("it is no check that Soda has words for");
        }
        List<String> arguments = words.group(2) == null ? List.of() : SodaCheck.names(words.group(2));
        JsonNode all = arguments.size() == 1 ? section.configured(arguments.get(0), configuration) : configuration;
        if (words.group(1).startsWith("$")) {
            throw new UncarriedException("it is a template, which stands in another file");
        }
        if (words.group(1).equals("distribution_difference")) {
            throw new UncarriedException("it compares with a distribution that stands in another file");
        }
        refuseUnknown(words.group(1), all);
        String threshold = words.group(3).strip();
        return new SodaMetric(
                words.group(1),
                arguments,
                threshold.isEmpty() ? null : SodaThreshold.parse(threshold),
                all,
                Sql.and(section.filter(), SodaCheck.text(all, "filter")));
    }

    private static void refuseUnknown(String name, JsonNode configuration) {
        for (Iterator<String> keys = configuration.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!KNOWN.contains(key)
                    && !SodaValidity.KEYS.contains(key)
                    && !key.equals(name + " expression")
                    && !key.equals(name + " query")) {
                throw new UncarriedException("its '" + key + "' has no counterpart");
            }
        }
    }

    /** The column, which must be the only argument. */
    String column() {
        if (arguments.size() != 1) {
            throw new UncarriedException("it names " + arguments.size() + " columns where '" + name + "' asks for one");
        }
        return arguments.get(0);
    }

    SodaValidity validity() {
        return new SodaValidity(Sql.name(column()), configuration);
    }

    /** The values that count: neither missing nor invalid, where the check says what those are. */
    String values() {
        SodaValidity validity = validity();
        String column = Sql.name(column());
        return validity.isSaid() ? "CASE WHEN " + validity.present() + " THEN " + column + " END" : column;
    }

    /** A query for the metric. */
    String query(String aggregate) {
        return Sql.number(aggregate, where);
    }
}
