package dev.dayone.readiness.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/expectations.md says what the code does; {@code -Ddayone.write=true} writes it anew. */
class ExpectationsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "expectations.md");

    @Test
    void everyExpectationIsExplained() {
        assertThat(all().map(Meanings.Meaning::type)).containsExactlyInAnyOrderElementsOf(Expectations.types());
    }

    @Test
    void thePageIsThatOfTheCode() throws IOException {
        String page = page();
        if (Boolean.getBoolean("dayone.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Expectations

                Made from the code by `ExpectationsPageTest`; each example is a case of its tests. Names, arguments and meaning of
                the first table are those of Great Expectations; `unexpected_rows_expectation` is its `UnexpectedRowsExpectation`.

                All take `row_condition`, a predicate in Spark SQL over the columns' names, or with `condition_parser:
                great_expectations` in its words, such as `col("plan") == "gold"`. Rules on rows leave rows without a value
                out and count them, and take `mostly`, the share that must keep the rule (1 unless given). A table that was read
                whole is judged exactly. What a sample tells is in the last column: what it leaves open is UNDETERMINED, with the
                rows that would decide. What cannot be asked so (no such column, a wrong argument, a wrong type) has NO_ANSWER
                with the reason, and the other checks go on.

                Bounds that are not given, and a `value_set`, `column_list`, `column_set`, `type_list` or `threshold` that is `null`,
                ask for nothing: such a rule passes and says what it saw. A number about no value at all (a mean of nothing) is
                not within its bounds. A format of `strftime_format` or a JSON schema is asked of texts alone.

                `expect_column_values_to_be_dateutil_parseable` reads texts as python-dateutil 2.9.0 does (of 300,000 made at random it
                answered one otherwise, a zone's offset of many digits). What a text leaves out, such as the year, is as on the day
                on which the table was read, where Great Expectations takes that of the check.
                `expect_query_results_to_match_comparison` compares all rows, where Great Expectations compares 200. In both
                queries a table without a source is one of the query's own source; what they read is the snapshot.

                `field-tests/gx CLONE` asks dayone the tests of a clone of Great Expectations. Of those of its release 1.2.0 that
                are not for other engines alone and say what is expected, 420 of 423 verdicts are the same, and every observed value
                and count of unexpected values that both tell. The other three have NO_ANSWER here: bounds of which the lower is above the
                upper, a divergence without a `partition_object`, and numbers as bounds of a column of texts that has no values.

                All rules on a table's rows are answered in the one scan that they share. These take a job more: unique values of
                some of the rows, compound keys, increasing and decreasing values, z-scores, the most common value, a divergence
                from categories, values in another table, queries. Rules on columns read no row.

                """);
        table(page, Meanings.shared());
        page.append("""

                ## Beyond Great Expectations

                Days and times are taken in UTC, as the snapshot keeps them; `time_zone` (`Europe/Berlin`, `+02:00`) says in which
                zone days are meant, and of `expect_column_max_to_be_within_age` clock times too, for columns that keep them
                without a zone. The age of the newest value is that at which reading the table began, whenever it is checked.

                """);
        table(page, Meanings.own());
        page.append("\n## Examples\n\n```yaml\nchecks:\n  crm.deals:\n");
        all().forEach(meaning -> page.append("    - {type: ")
                .append(meaning.type())
                .append(", kwargs: ")
                .append(example(meaning.type()))
                .append("}\n"));
        return page.append("```\n").toString();
    }

    private static Stream<Meanings.Meaning> all() {
        return Stream.concat(Meanings.shared().stream(), Meanings.own().stream());
    }

    private static void table(StringBuilder page, List<Meanings.Meaning> meanings) {
        page.append("| expectation | holds if | arguments | on a sample |\n| --- | --- | --- | --- |\n");
        meanings.forEach(meaning -> page.append("| `")
                .append(meaning.type())
                .append("` | ")
                .append(meaning.asks())
                .append(" | ")
                .append(new TreeSet<>(Expectations.arguments(meaning.type()))
                        .stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")))
                .append(" | ")
                .append(meaning.sampled().words())
                .append(" |\n"));
    }

    private static String example(String type) {
        return CorpusTest.cases().stream()
                .filter(one ->
                        one.type().equals(type) && "PASS".equals(one.expected().get("verdict")))
                .map(one -> flow(one.kwargs()))
                .findFirst()
                .orElseThrow();
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Iterable<?> list) {
            StringBuilder all = new StringBuilder();
            list.forEach(member -> all.append(all.length() == 0 ? "" : ", ").append(flow(member)));
            return "[" + all + "]";
        }
        String text = String.valueOf(value);
        boolean plain = !(value instanceof String) || text.matches("[A-Za-z_][A-Za-z0-9_]*|\\d{4}-\\d\\d-\\d\\d");
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
