package dev.dayone.pilot.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.yaml.PilotLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Suites of other tools, each with what it is here beside it; {@code -Ddayone.write=true} writes that anew. */
class SuitesTest {
    private static final Path SUITES = Path.of("src/test/resources/suites");
    private static final Path PAGE = Path.of("..", "docs", "suites.md");
    private static final TableRef TABLE = TableRef.parse("crm.deals");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("suites")
    void meansTheExpectationsBesideIt(Path suite) throws IOException {
        String carried = checks(suite).stream().map(SuitesTest::line).collect(Collectors.joining("\n")) + "\n";
        Path expected = beside(suite);
        if (Boolean.getBoolean("dayone.write")) {
            Files.writeString(expected, carried);
        }
        assertThat(carried).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("invalidSuites")
    void saysWhatIsWrongAndWhere(Path suite) throws IOException {
        BadRequestException failure =
                Objects.requireNonNull(catchThrowableOfType(BadRequestException.class, () -> checks(suite)));
        String said =
                failure.line().lines().skip(1).collect(Collectors.joining("\n")).strip();
        if (Boolean.getBoolean("dayone.write")) {
            Files.writeString(beside(suite), said + "\n");
        }
        assertThat(said).isEqualTo(Files.readString(beside(suite)).strip());
        assertThat(failure.code().fault().exitCode()).isEqualTo(2);
    }

    static Stream<Path> suites() throws IOException {
        return files(SUITES);
    }

    static Stream<Path> invalidSuites() throws IOException {
        return files(SUITES.resolve("invalid"));
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().matches(".+\\.(yml|yaml|dqdl|json)"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void saysHowManyRulesWereCarriedAndWhichNot() throws IOException {
        Pilot pilot = pilot("tickets.yml", """
                checks for deals:
                  - row_count > 0
                  - schema:
                      fail:
                        when schema changes: any
                  - missing_count(id):
                      warn: when > 0
                      fail: when > 3
                """);
        assertThat(SuiteLosses.lines(pilot)).containsExactly("tickets.yml: 2 of 3 rules carried; not carried: schema");
    }

    @Test
    void keepsSectionsThatAnotherTableTakesOutOfTheLosses() throws IOException {
        Files.writeString(folder.resolve("all.yml"), """
                checks for deals:
                  - row_count > 0
                checks for users:
                  - row_count > 1
                """);
        Path file = Files.writeString(folder.resolve("pilot.yaml"), """
                pilot: p
                sources: {crm: {connector: postgresql}}
                checks:
                  crm.deals: [all.yml, {type: expect_column_to_exist, kwargs: {column: id}}]
                  crm.users: all.yml
                """);
        Map<TableRef, List<Expectation>> checks = PilotLoader.load(file).pilot().checks();
        assertThat(checks.get(TABLE))
                .extracting(Expectation::type)
                .containsExactly("expect_table_row_count_to_be_between", "expect_column_to_exist");
        assertThat(checks.get(TableRef.parse("crm.users")))
                .singleElement()
                .extracting(check -> check.kwargs().get("min_value"))
                .isEqualTo(1);
    }

    @Test
    void carriesARulesNameAndPlaceInItsMeta() throws IOException {
        assertThat(checks(SUITES.resolve("counts.yml"))).anySatisfy(check -> assertThat(check.meta())
                .isEqualTo(Map.of(
                        "name",
                        "not three",
                        "attributes",
                        Map.of("team", "crm"),
                        "suite",
                        Map.of("file", "counts.yml", "line", 11, "rule", "row_count != 3"))));
    }

    @Test
    void saysNothingOfVersionsOnTheErrorStream() throws IOException {
        PrintStream errors = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            checks(SUITES.resolve("deals.dqdl"));
        } finally {
            System.setErr(errors);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("ANTLR");
    }

    @Test
    void readsWhatItWrites() throws IOException, BrokenSuiteException {
        List<Expectation> checks = Stream.concat(
                        checks(SUITES.resolve("counts.yml")).stream(), checks(SUITES.resolve("deals.dqdl")).stream())
                .filter(check -> GreatExpectationsSuite.knows(check.type()))
                .toList();
        assertThat(GreatExpectationsSuite.read(Json.MAPPER.readTree(GreatExpectationsSuite.write("crm.deals", checks))))
                .isEqualTo(checks);
        for (Severity severity : Severity.values()) {
            List<Expectation> one =
                    List.of(new Expectation("expect_column_to_exist", Map.of("column", "id"), severity, Map.of()));
            assertThat(GreatExpectationsSuite.read(Json.MAPPER.readTree(GreatExpectationsSuite.write("s", one))))
                    .isEqualTo(one);
        }
    }

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String page = Files.readString(PAGE)
                .replaceFirst("(?s)(<!-- soda -->\n).*?(<!-- -->)", "$1" + table("counts.yml", "rules.yaml") + "$2")
                .replaceFirst("(?s)(<!-- dqdl -->\n).*?(<!-- -->)", "$1" + table("deals.dqdl") + "$2");
        if (Boolean.getBoolean("dayone.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    /** What each rule of some suites is here, or why it is nothing. */
    private String table(String... suites) throws IOException {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (String suite : suites) {
            List<String> lines = Files.readAllLines(SUITES.resolve(suite));
            for (Expectation check : checks(SUITES.resolve(suite))) {
                Map<?, ?> place =
                        (Map<?, ?>) Objects.requireNonNull(check.meta().get("suite"));
                String below = suite.endsWith("dqdl")
                        ? ""
                        : below(lines, ((Number) Objects.requireNonNull(place.get("line"))).intValue());
                rules.computeIfAbsent(place.get("rule") + below, rule -> new ArrayList<>())
                        .add(here(check));
            }
        }
        StringBuilder table = new StringBuilder("| rule | here |\n| --- | --- |\n");
        rules.forEach((rule, here) -> table.append("| `")
                .append(rule.replace("|", "\\|"))
                .append("` | ")
                .append(here.stream().distinct().collect(Collectors.joining(", ")))
                .append(" |\n"));
        return Matcher.quoteReplacement(table.toString());
    }

    /** What a check of Soda says below its line, on one line. */
    private static String below(List<String> lines, int line) {
        String first = lines.get(line - 1);
        int indent = first.indexOf('-');
        String rest = lines.stream()
                .skip(line)
                .takeWhile(next -> next.startsWith(" ".repeat(indent + 2)))
                .map(String::strip)
                .collect(Collectors.joining("; "));
        return indent < 0 || rest.isEmpty() ? "" : ": " + rest;
    }

    private static String here(Expectation check) {
        String reason = UncarriedRule.reason(check.type(), check.kwargs());
        if (reason != null) {
            return "**" + reason.replaceFirst(":.*", "") + "**" + reason.replaceFirst("[^:]*", "");
        }
        String query = String.valueOf(check.kwargs().get("unexpected_rows_query"));
        return query.startsWith("SELECT * FROM {batch} WHERE")
                ? "a rule on rows, by SQL"
                : query.startsWith("SELECT") ? "a query" : "`" + check.type() + "`";
    }

    private List<Expectation> checks(Path suite) throws IOException {
        String name = String.valueOf(suite.getFileName());
        return pilot(name, Files.readString(suite)).checks().getOrDefault(TABLE, List.of());
    }

    private Pilot pilot(String name, String suite) throws IOException {
        Files.writeString(folder.resolve(name), suite);
        Path file = Files.writeString(
                folder.resolve("pilot.yaml"),
                "pilot: p\nsources: {crm: {connector: postgresql}}\nchecks: {crm.deals: " + name + "}\n");
        return PilotLoader.load(file).pilot();
    }

    private static Path beside(Path suite) {
        return suite.resolveSibling(suite.getFileName() + ".txt");
    }

    private static String line(Expectation check) {
        String reason = UncarriedRule.reason(check.type(), check.kwargs());
        if (reason != null) {
            return UncarriedRule.words(check.kwargs()) + "\n  " + reason;
        }
        String rule = ((Map<?, ?>) Objects.requireNonNull(check.meta().get("suite"))).get("rule") + "\n  ";
        try {
            return rule + check.severity() + " " + check.type() + " " + Json.MAPPER.writeValueAsString(check.kwargs());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
