package dev.dayone.pilot.soda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.suite.Draft;
import dev.dayone.pilot.suite.UncarriedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A check {@code schema}: which columns there must be, must not be, of which type and at which place. */
final class SodaSchema {
    private static final String REQUIRED = "when required column missing";
    private static final String FORBIDDEN = "when forbidden column present";
    private static final String TYPE = "when wrong column type";
    private static final String INDEX = "when wrong column index";
    private static final String EXACT = "when mismatching columns";

    private SodaSchema() {}

    static List<Expectation> expectations(JsonNode configuration) {
        List<Expectation> expectations = new ArrayList<>();
        for (Map.Entry<String, Severity> outcome :
                List.of(Map.entry("fail", Severity.MAJOR), Map.entry("warn", Severity.MINOR))) {
            drafts(configuration.path(outcome.getKey()))
                    .forEach(draft -> expectations.add(draft.at(outcome.getValue())));
        }
        if (expectations.isEmpty()) {
            throw new UncarriedException("it says nothing below 'fail' or 'warn'");
        }
        return expectations;
    }

    private static List<Draft> drafts(JsonNode rules) {
        for (Iterator<String> keys = rules.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!Set.of(REQUIRED, FORBIDDEN, TYPE, INDEX, EXACT).contains(key)) {
                throw new UncarriedException(
                        key.equals("when schema changes")
                                ? "it compares the columns with those of earlier scans"
                                : "its '" + key + "' has no counterpart");
            }
        }
        List<Draft> drafts = new ArrayList<>();
        rules.path(REQUIRED).forEach(column -> drafts.add(Draft.of("expect_column_to_exist", column.asText())));
        rules.path(FORBIDDEN)
                .forEach(column -> drafts.add(Draft.of("expect_table_column_names_to_not_match_regex")
                        .with("regex", "^" + pattern(column.asText()))));
        rules.path(INDEX)
                .fields()
                .forEachRemaining(entry -> drafts.add(Draft.of("expect_column_to_exist", entry.getKey())
                        .with("column_index", entry.getValue().asInt())));
        types(rules.path(TYPE), drafts);
        if (rules.has(EXACT)) {
            List<String> names = new ArrayList<>();
            rules.path(EXACT).fieldNames().forEachRemaining(names::add);
            drafts.add(Draft.of("expect_table_columns_to_match_set").with("column_set", names));
            types(rules.path(EXACT), drafts);
        }
        return drafts;
    }

    /** Soda takes a column that is not there for one of a wrong type. */
    private static void types(JsonNode types, List<Draft> drafts) {
        types.fields().forEachRemaining(entry -> {
            drafts.add(Draft.of("expect_column_to_exist", entry.getKey()));
            if (!entry.getValue().isNull()) {
                drafts.add(Draft.of("expect_column_values_to_be_of_type", entry.getKey())
                        .with("type_", entry.getValue().asText()));
            }
        });
    }

    /** As Soda makes it: a regular expression, found at a name's start, in which % and * stand for any signs. */
    private static String pattern(String name) {
        return name.replace("%", ".*").replace("*", ".*");
    }
}
