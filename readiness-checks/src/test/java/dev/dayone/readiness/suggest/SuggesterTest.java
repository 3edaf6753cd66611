package dev.dayone.readiness.suggest;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.TestPilot;
import dev.dayone.readiness.engine.ColumnarProfiler;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.readiness.expectation.Beside;
import dev.dayone.readiness.expectation.Checks;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.table.SnapshotTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed, held against other samples of the same truth, against planted defects and against odd tables. */
@NullUnmarked
class SuggesterTest {
    private static final int SAMPLES = 6;

    /** By the check that must fail: what is done to every fifth row. */
    private static final Map<String, Consumer<Object[]>> DEFECTS = defects();

    @TempDir
    static Path folder;

    private static SnapshotFixture fixture;
    private static Map<TableRef, SnapshotTable> tables;
    private static Suggestions suggestions;

    private static Map<String, Consumer<Object[]>> defects() {
        Map<String, Consumer<Object[]>> defects = new LinkedHashMap<>();
        defects.put("expect_column_values_to_be_unique number", row -> row[1] = "R-1");
        defects.put("expect_column_values_to_not_be_null customer_id", row -> row[2] = null);
        defects.put("expect_column_values_to_exist_in_other_table customer_id", row -> row[2] = 77_777L);
        defects.put("expect_column_values_to_match_regex email", row -> row[3] = "call me");
        defects.put("expect_column_values_to_match_regex token", row -> row[4] = "0000");
        defects.put("expect_column_values_to_be_in_set state", row -> row[5] = "opne");
        defects.put("expect_column_values_to_be_between amount", row -> row[6] = -9_999.0);
        defects.put("expect_column_values_to_match_regex postcode", row -> row[7] = "1234");
        defects.put("expect_column_values_to_match_strftime_format due", row -> row[8] = "31/12/2025");
        defects.put(
                "expect_column_values_to_be_between created_at", row -> row[9] = Instant.parse("1970-01-01T00:00:00Z"));
        defects.put(
                "expect_column_pair_times_a_to_not_be_before_b closed_at",
                row -> row[10] = ((Instant) row[9]).minus(Duration.ofDays(40)));
        return defects;
    }

    @BeforeAll
    static void suggest() {
        fixture = new SnapshotFixture(folder);
        fixture.whole("a.customers", List.of("id bigint"), Shop.customers().toArray(Object[][]::new));
        for (int sample = 1; sample <= SAMPLES; sample++) {
            orders("orders" + sample, Shop.orders(sample));
        }
        int defect = 0;
        for (Consumer<Object[]> spoil : DEFECTS.values()) {
            orders("spoilt" + defect++, Shop.spoilt(99, spoil));
        }
        List<Object[]> stale = Shop.orders(98);
        stale.forEach(row -> row[9] = ((Instant) row[9]).minus(Duration.ofDays(90)));
        orders("stale", stale);
        orders("short", Shop.orders(97).subList(0, 400));
        orders("nothing", List.of());
        orders("one", Shop.orders(96).subList(0, 1));
        fixture.inWindows("a.windows", 1_000_000, Shop.COLUMNS, Shop.orders(95), 4);
        tables = new SnapshotReader(engine(), fixture.snapshot(), fixture.workspace()).tables();
        suggestions = suggested(fixture, pilot());
    }

    private static void orders(String name, List<Object[]> rows) {
        fixture.whole("a." + name, Shop.COLUMNS, rows.toArray(Object[][]::new));
    }

    private static SparkEngine engine() {
        return SparkEngine.shared(fixture.workspace());
    }

    private static Pilot pilot() {
        TestPilot pilot = new TestPilot();
        TableSelection selection =
                new TableSelection(null, Set.of("nickname"), Set.of("amount", "state"), Set.of(), Set.of(), false);
        return pilot.selection("a.orders1", selection).build();
    }

    private static Suggestions suggested(SnapshotFixture of, Pilot pilot) {
        return Suggester.suggest(pilot, of.snapshot(), of.workspace(), SparkSettings.USUAL, (step, done, all) -> {});
    }

    private static List<Suggestion> of(String table) {
        return suggestions.proposed().stream()
                .filter(one -> one.table().equals(TableRef.parse(table)))
                .toList();
    }

    private static List<CheckResult> check(String table, List<Suggestion> proposed) {
        SnapshotTable of = tables.get(TableRef.parse(table));
        List<Expectation> expectations =
                proposed.stream().map(Suggestion::check).toList();
        Checks checks = new Checks(of, expectations, TableSelection.DEFAULT, new Beside(engine(), tables));
        Decision shown = new Decision(Visibility.SHOWN, "a test");
        return checks.run(
                ColumnarProfiler.profile(of, checks.uniqueness()),
                Collections.nCopies(of.columns().size(), shown),
                text -> text);
    }

    private static String name(Expectation check) {
        return name(check.type(), check.kwargs());
    }

    private static String name(String type, Map<String, Object> kwargs) {
        return type + " " + kwargs.getOrDefault("column", kwargs.getOrDefault("column_A", ""));
    }

    @Test
    void proposesWhatTheTruthIs() {
        List<String> names =
                of("a.orders1").stream().map(one -> name(one.check())).toList();

        assertThat(names).containsAll(DEFECTS.keySet());
        assertThat(names)
                .contains("expect_table_row_count_to_be_between ", "expect_column_max_to_be_within_age created_at")
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.contains("_in_set") && !name.endsWith(" state"))
                .doesNotContain("expect_column_value_lengths_to_be_between nickname");
        assertThat(of("a.orders1")).allSatisfy(one -> {
            boolean ofTable = one.check().type().matches("expect_table_row_count.*|.*within_age");
            assertThat(one.halves() == null).isEqualTo(ofTable);
            assertThat(one.evidence()).isNotBlank();
            if (one.halves() != null) {
                assertThat(one.halves().of()).isBetween(10, 20);
                assertThat(one.halves().failed()).isLessThanOrEqualTo(1);
            }
        });
    }

    @Test
    void whatOneSampleSuggestsHoldsOnOthersOfTheSameTruth() {
        int all = 0;
        Map<String, Integer> failed = new TreeMap<>();
        for (int from = 1; from <= SAMPLES; from++) {
            int to = from % SAMPLES + 1;
            for (CheckResult result : check("a.orders" + to, of("a.orders" + from))) {
                all++;
                if (result.verdict() != CheckVerdict.PASS) {
                    failed.merge(name(result.type(), result.kwargs()), 1, Integer::sum);
                }
            }
        }
        assertThat(all).isGreaterThan(SAMPLES * DEFECTS.size());
        int alarms = failed.values().stream().mapToInt(Integer::intValue).sum();
        assertThat((double) alarms / all).as("%s of %d", failed, all).isLessThan(0.025);
    }

    @Test
    void eachFailsWhereItsColumnGoesBadAndNoOtherColumnsDo() {
        int table = 0;
        for (String expected : DEFECTS.keySet()) {
            List<String> failed = check("a.spoilt" + table++, of("a.orders1")).stream()
                    .filter(result -> result.verdict() == CheckVerdict.FAIL)
                    .map(result -> name(result.type(), result.kwargs()))
                    .toList();
            String column = expected.substring(expected.indexOf(' ') + 1);
            assertThat(failed)
                    .as(expected)
                    .contains(expected)
                    .allMatch(name -> name.contains(column) || (column.equals("created_at") && name.contains("_at")));
        }
    }

    @Test
    void notesThatRowsAreOldOrMissing() {
        assertThat(check("a.stale", of("a.orders1")))
                .anyMatch(result -> result.type().equals("expect_column_max_to_be_within_age")
                        && result.verdict() == CheckVerdict.FAIL);
        assertThat(check("a.short", of("a.orders1")))
                .anyMatch(result -> result.type().equals("expect_table_row_count_to_be_between")
                        && result.verdict() == CheckVerdict.FAIL);
    }

    @Test
    void asksNothingOfTablesWithTooFewRows() {
        assertThat(of("a.nothing")).isEmpty();
        assertThat(of("a.one")).isEmpty();
    }

    @Test
    void allowsMoreOfRowsThatWereDrawnTogether() {
        Map<String, Double> whole = mostly("a.orders1");
        Map<String, Double> windows = mostly("a.windows");

        assertThat(windows).hasSizeGreaterThan(5).doesNotContainKey("expect_column_values_to_be_unique number");
        String state = "expect_column_values_to_be_in_set state";
        assertThat(windows.get(state)).isBetween(0.9, whole.get(state) - 0.005);
        assertThat(check("a.windows", of("a.windows")))
                .allMatch(result -> result.verdict() == CheckVerdict.PASS, "passes");
    }

    private static Map<String, Double> mostly(String table) {
        Map<String, Double> mostly = new TreeMap<>();
        of(table).stream()
                .filter(one -> one.check().kwargs().get("mostly") instanceof Double)
                .forEach(one -> mostly.put(
                        name(one.check()), (Double) one.check().kwargs().get("mostly")));
        return mostly;
    }

    @Test
    void holdsNoValueOfAColumnThatIsNotShown() {
        String told = of("a.orders1").toString();

        assertThat(told).contains("returned"); // so values would be found
        assertThat(told).doesNotContain("Zaphod", "Zarquon", "Wowbagger", "buyer", "kit.example", "bell", "nowhere");
    }

    @Test
    void theSameIsSuggestedAgainButWhatThePilotAsksAlready(@TempDir Path own) {
        SnapshotFixture small = new SnapshotFixture(own)
                .whole("a.orders1", Shop.COLUMNS, Shop.orders(1).toArray(Object[][]::new));
        Suggestions first = suggested(small, new TestPilot().build());
        TestPilot asked = new TestPilot();
        first.proposed().stream()
                .skip(3)
                .forEach(one -> asked.check(
                        one.table().toString(), one.check().type(), one.check().kwargs()));

        assertThat(suggested(small, new TestPilot().build())).isEqualTo(first);
        assertThat(suggested(small, asked.build()).proposed())
                .isEqualTo(first.proposed().subList(0, 3));
    }

    @Test
    void survivesOddNamesAndColumnsWithoutValues(@TempDir Path own) {
        List<String> columns = new ArrayList<>(
                List.of("sel ect string", "a\"b`c string", "Größe.m² string", "null string", "none string"));
        IntStream.range(0, 295).forEach(i -> columns.add("c" + i + " bigint"));
        Object[][] rows = IntStream.range(0, 400)
                .mapToObj(i -> Stream.concat(
                                Stream.of("x" + i % 2, "y" + i % 3, "z" + i % 4, "n" + i % 2, null),
                                IntStream.range(0, 295).mapToObj(c -> (Object) (long) (i * (c + 1) % 97)))
                        .toArray())
                .toArray(Object[][]::new);
        SnapshotFixture odd = new SnapshotFixture(own)
                .whole("a.\"order by; --\"", columns, rows)
                .whole("a.empty", List.of("x string", "t timestamp"))
                .whole(
                        "a.nulls",
                        List.of("x string"),
                        IntStream.range(0, 500)
                                .mapToObj(i -> row((Object) null))
                                .toArray(Object[][]::new));
        List<Suggestion> proposed = suggested(odd, new TestPilot().build()).proposed();

        assertThat(proposed.stream()
                        .filter(one -> one.check().type().equals("expect_column_values_to_be_in_set"))
                        .map(one -> one.check().kwargs().get("column")))
                .contains("sel ect", "a\"b`c", "Größe.m²", "null");
        assertThat(proposed)
                .noneMatch(one -> "none".equals(one.check().kwargs().get("column")))
                .noneMatch(one -> one.table().table().equals("empty"))
                .filteredOn(one -> one.table().table().equals("nulls"))
                .allMatch(one -> one.check().type().equals("expect_table_row_count_to_be_between"));
    }
}
