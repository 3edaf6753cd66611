package dev.dayone.pilot.soda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.suite.Draft;
import dev.dayone.pilot.suite.Range;
import dev.dayone.pilot.suite.Sql;
import dev.dayone.pilot.suite.UncarriedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One check of a section {@code checks for}.
 *
 * @param line the check's own words, such as {@code missing_count(email) < 5}
 * @param configuration what stands below it; missing: nothing
 */
record SodaCheck(String line, JsonNode configuration, SodaSection section) {
    private static final Pattern SAME_ROWS = Pattern.compile("row_count same as (\\S+)(.*)");
    private static final Pattern REFERENCE =
            Pattern.compile("values in (?:\\(([^)]*)\\)|(\\S+)) must (not )?exist in (\\S+) (?:\\(([^)]*)\\)|(\\S+))");
    private static final Pattern FRESHNESS = Pattern.compile("freshness using (\\S+)( with \\S+)? < (\\S+)");
    private static final Pattern HISTORY = Pattern.compile("(?:change|anomaly score|anomaly detection)\\b.*");

    /** The expectations that mean it. Throws {@link UncarriedException} if there are none. */
    List<Expectation> expectations() {
        if ((line + configuration + section.filter()).contains("${")) {
            throw new UncarriedException("it holds a variable, which a scan of Soda's gives a value");
        }
        if (HISTORY.matcher(line).matches()) {
            throw new UncarriedException("it compares with earlier scans, which Soda's cloud keeps");
        }
        return switch (line) {
            case "schema" -> SodaSchema.expectations(configuration);
            case "failed rows" -> failedRows();
            case "group by" -> throw new UncarriedException("it checks each group of rows on its own");
            case "group evolution" -> throw new UncarriedException("it compares groups of rows with earlier scans");
            default -> spoken();
        };
    }

    private List<Expectation> spoken() {
        Matcher same = SAME_ROWS.matcher(line);
        if (same.matches()) {
            return sameRows(same.group(1), same.group(2));
        }
        Matcher reference = REFERENCE.matcher(line);
        if (reference.matches()) {
            return reference(reference);
        }
        Matcher freshness = FRESHNESS.matcher(line);
        return SodaMetrics.expectations(
                freshness.matches() && freshness.group(2) == null
                        ? SodaMetric.parse(
                                "freshness(" + freshness.group(1) + ") < " + freshness.group(3), configuration, section)
                        : SodaMetric.parse(line, configuration, section));
    }

    private List<Expectation> sameRows(String other, String rest) {
        if (!rest.isBlank() || section.filter() != null) {
            throw new UncarriedException("it compares a part of the rows, or another data source");
        }
        return Draft.all(
                Draft.of("expect_table_row_count_to_equal_other_table").with("other_table_name", unquoted(other)));
    }

    /** As Soda joins: a row counts if any of its columns has a value that the other table does not have. */
    private List<Expectation> reference(Matcher words) {
        List<String> own = names(words.group(1) == null ? words.group(2) : words.group(1));
        List<String> others = names(words.group(5) == null ? words.group(6) : words.group(5));
        if (own.size() != others.size()) {
            throw new UncarriedException("it pairs " + own.size() + " columns with " + others.size());
        }
        List<String> joined = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            String one = "source." + Sql.name(own.get(i));
            String other = "target." + Sql.name(others.get(i));
            joined.add(one + " = " + other);
            broken.add("(" + one + " IS NOT NULL AND " + other + " IS " + (words.group(3) == null ? "" : "NOT ")
                    + "NULL)");
        }
        String rows = section.filter() == null ? "{batch}" : "(SELECT * FROM {batch} WHERE " + section.filter() + ")";
        return Draft.all(Draft.query("SELECT source.* FROM " + rows + " AS source LEFT JOIN "
                + Sql.table(unquoted(words.group(4))) + " AS target ON " + String.join(" AND ", joined) + " WHERE "
                + String.join(" OR ", broken)));
    }

    private List<Expectation> failedRows() {
        String condition = text(configuration, "fail condition");
        String query = text(configuration, "fail query");
        if (condition == null && query == null) {
            throw new UncarriedException("it has neither 'fail condition' nor 'fail query'");
        }
        Draft all = condition == null
                ? Draft.query(statement(String.valueOf(query)))
                : Draft.noRowsWhere(String.valueOf(Sql.and(section.filter(), condition)));
        String counted = condition == null
                ? "SELECT count(*) FROM (" + statement(String.valueOf(query)) + ") AS failed"
                : Sql.number("count(*)", Sql.and(section.filter(), condition));
        List<Expectation> byThreshold = byThreshold(configuration, range -> Draft.number(counted, range.sql("value")));
        return byThreshold.isEmpty() ? List.of(all.at(Severity.MAJOR)) : byThreshold;
    }

    /** One expectation for {@code fail}, one for {@code warn}; a failed one weighs less. */
    static List<Expectation> byThreshold(JsonNode configuration, Function<Range, Draft> draft) {
        List<Expectation> expectations = new ArrayList<>();
        String fail = text(configuration, "fail");
        if (fail != null) {
            expectations.add(draft.apply(SodaThreshold.parseWhen(fail)).at(Severity.MAJOR));
        }
        String warn = text(configuration, "warn");
        if (warn != null) {
            expectations.add(draft.apply(SodaThreshold.parseWhen(warn)).at(Severity.MINOR));
        }
        return expectations;
    }

    static @Nullable String text(JsonNode configuration, String key) {
        JsonNode value = configuration.path(key);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : null;
    }

    static String statement(String query) {
        return query.strip().replaceFirst(";\\s*$", "");
    }

    static List<String> names(String list) {
        return List.of(list.split(",", -1)).stream()
                .map(name -> unquoted(name.strip()))
                .toList();
    }

    /** A name without the quotes of one database or another. */
    static String unquoted(String name) {
        return name.matches("(?s)\".+\"|`.+`|\\[.+]") ? name.substring(1, name.length() - 1) : name;
    }
}
