package dev.dayone.readiness.expectation;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ExampleRow;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.TestPilot;
import dev.dayone.readiness.engine.ColumnarProfiler;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

@NullUnmarked
class ChecksTest {
    private static final List<String> COLUMNS = List.of(
            "id bigint",
            "Status.Code string",
            "amount double",
            "opened date",
            "closed date",
            "at timestamp",
            "plan name string",
            "ref bigint",
            "nothing string");

    private static final List<org.junit.jupiter.params.provider.Arguments> WHOLE = cases("""
            column_to_exist | column=id | PASS | -
            column_to_exist | column=di | FAIL | -
            column_values_to_not_be_null | column=id | PASS | 0
            column_values_to_not_be_null | column=Status.Code | FAIL | 1
            column_values_to_not_be_null | column=Status.Code,mostly=0.8 | PASS | 1
            column_values_to_not_be_null | column=status.code,row_condition=id < 5 | PASS | 0
            column_values_to_be_null | column=nothing | PASS | 0
            column_values_to_be_null | column=closed | FAIL | 3
            column_values_to_be_unique | column=id | PASS | 0
            column_values_to_be_unique | column=ref | FAIL | 2
            column_values_to_be_unique | column=ref,row_condition=id > 1 | PASS | 0
            column_values_to_be_in_set | column=Status.Code,value_set=[open;won;lost] | FAIL | 1
            column_values_to_be_in_set | column=Status.Code,value_set=[open;won;closd] | PASS | 0
            column_values_to_be_in_set | column=id,value_set=[1;2;3;4;5] | PASS | 0
            column_values_to_be_in_set | column=opened,value_set=[2024-01-01] | FAIL | 3
            column_values_to_not_be_in_set | column=opened,value_set=[1970-01-01] | FAIL | 1
            column_values_to_not_be_in_set | column=Status.Code,value_set=[N/A] | PASS | 0
            column_values_to_be_between | column=amount,min_value=0 | FAIL | 1
            column_values_to_be_between | column=amount,min_value=-5,max_value=30 | PASS | 0
            column_values_to_be_between | column=amount,min_value=-5,strict_min=true | FAIL | 1
            column_values_to_be_between | column=opened,min_value=2000-01-01 | FAIL | 1
            column_values_to_be_between | column=at,max_value=2024-01-03 10:00:00 | PASS | 0
            column_values_to_be_between | column=at,max_value=2024-01-03T10:00:00Z,strict_max=true | FAIL | 1
            column_values_to_be_between | column=plan name,min_value=a,max_value=m | FAIL | 1
            column_values_to_match_regex | column=Status.Code,regex=^[ow] | FAIL | 1
            column_values_to_match_regex | column=id,regex=^[1-5]$ | PASS | 0
            column_values_to_not_match_regex | column=plan name,regex=^x | FAIL | 1
            column_values_to_not_match_regex | column=plan name,regex=^y | PASS | 0
            column_value_lengths_to_be_between | column=plan name,min_value=2 | FAIL | 1
            column_value_lengths_to_be_between | column=plan name,min_value=1,max_value=5 | PASS | 0
            column_values_to_be_of_type | column=id,type_=LongType | PASS | -
            column_values_to_be_of_type | column=id,type_=StringType | FAIL | -
            table_row_count_to_be_between | min_value=5,max_value=5 | PASS | -
            table_row_count_to_be_between | max_value=5,strict_max=true | FAIL | -
            column_mean_to_be_between | column=amount,min_value=13.75,max_value=13.75 | PASS | -
            column_mean_to_be_between | column=amount,min_value=20 | FAIL | -
            column_mean_to_be_between | column=amount,max_value=20,row_condition=amount > 0 | PASS | -
            column_pair_values_a_to_be_greater_than_b | column_A=closed,column_B=opened,ignore_row_if=either_value_is_missing | FAIL | 2
            column_pair_values_a_to_be_greater_than_b | column_A=closed,column_B=opened,or_equal=true | FAIL | 2
            column_pair_values_a_to_be_greater_than_b | column_A=amount,column_B=id,mostly=0.6 | PASS | 2
            """);

    private static final List<org.junit.jupiter.params.provider.Arguments> WRONG = cases("""
            column_values_to_be_nul | column=id | did you mean 'expect_column_values_to_be_null'?
            column_values_to_not_be_null | column=amuont | Table 'crm.deals' has no column 'amuont'; did you mean 'amount'?
            column_values_to_not_be_null | colum=id | There is no argument 'colum'; did you mean 'column'?
            column_values_to_not_be_null | mostly=1 | The argument 'column' is missing.
            column_values_to_not_be_null | column=id,mostly=99 | The argument 'mostly' is 99.0, expected 0 to 1.
            column_values_to_be_in_set | column=id | The argument 'value_set' is missing.
            column_values_to_be_in_set | column=id,value_set=[a] | Column 'id' holds bigint, the value 'a' is none.
            column_values_to_be_between | column=id | Neither 'min_value' nor 'max_value' is given.
            column_values_to_be_between | column=opened,min_value=yesterday | Column 'opened' holds date, the value 'yesterday' is none.
            column_values_to_match_regex | column=plan name,regex=( | The regular expression '(' cannot be read
            column_value_lengths_to_be_between | column=id,min_value=1 | Column 'id' holds bigint, expected text.
            column_values_to_be_of_type | column=id,type_=Integr | There is no type 'Integr'; did you mean 'integer'?
            column_mean_to_be_between | column=opened,min_value=1 | Column 'opened' holds date, expected numbers.
            column_pair_values_a_to_be_greater_than_b | column_A=id,column_B=opened | Column 'id' holds bigint and 'opened' holds date, which do not compare.
            table_row_count_to_be_close_to_previous | max_decrease=0.1 | The workspace has no earlier run of another snapshot that holds this table.
            column_values_to_not_be_null | column=id,row_condition=amont > 1 | Table 'crm.deals' has no column 'amont'; did you mean 'amount'?
            column_values_to_not_be_null | column=id,row_condition=amount > | The SQL cannot be read
            column_values_to_not_be_null | column=id,row_condition=nofun(id) > 1 | There is no function 'nofun'.
            column_values_to_not_be_null | column=id,row_condition=reflect('java.lang.System'; 'exit') = 1 | the function 'reflect' is not allowed
            column_values_to_not_be_null | column=id,row_condition=id in (select 1) | may not hold a subquery
            column_values_to_not_be_null | column=id,row_condition=id > 1,condition_parser=pandas | The condition_parser 'pandas' is not known
            """);

    private static final List<org.junit.jupiter.params.provider.Arguments> SAMPLED = cases("""
            column_values_to_not_be_null | column=Status.Code | FAIL
            column_values_to_not_be_null | column=Status.Code,mostly=0.9 | PASS
            column_values_to_not_be_null | column=Status.Code,mostly=0.99 | UNDETERMINED
            column_values_to_not_be_null | column=id | UNDETERMINED
            column_values_to_not_be_null | column=nothing,mostly=0.5 | FAIL
            column_values_to_be_unique | column=id | UNDETERMINED
            column_values_to_be_unique | column=ref | FAIL
            table_row_count_to_be_between | min_value=100 | PASS
            table_row_count_to_be_between | max_value=100 | FAIL
            table_row_count_to_be_between | min_value=60000 | UNDETERMINED
            column_mean_to_be_between | column=amount,min_value=5,max_value=20 | PASS
            column_mean_to_be_between | column=amount,min_value=11 | UNDETERMINED
            column_mean_to_be_between | column=amount,min_value=12 | FAIL
            column_min_to_be_between | column=amount,min_value=10 | UNDETERMINED
            column_min_to_be_between | column=amount,min_value=11 | FAIL
            column_min_to_be_between | column=amount,max_value=10 | PASS
            column_max_to_be_between | column=amount,max_value=12 | UNDETERMINED
            column_max_to_be_between | column=amount,max_value=11 | FAIL
            column_max_to_be_between | column=amount,min_value=12 | PASS
            column_median_to_be_between | column=amount,min_value=11,max_value=11 | PASS
            column_median_to_be_between | column=id,min_value=100 | UNDETERMINED
            column_median_to_be_between | column=amount,min_value=12 | FAIL
            column_stdev_to_be_between | column=amount,min_value=0.7,max_value=1 | PASS
            column_stdev_to_be_between | column=amount,min_value=0.82 | UNDETERMINED
            column_stdev_to_be_between | column=amount,min_value=2 | FAIL
            column_sum_to_be_between | column=amount,min_value=2000 | UNDETERMINED
            column_unique_value_count_to_be_between | column=ref,min_value=50 | PASS
            column_unique_value_count_to_be_between | column=ref,max_value=200 | UNDETERMINED
            column_unique_value_count_to_be_between | column=ref,max_value=50 | FAIL
            column_proportion_of_unique_values_to_be_between | column=ref,max_value=0.6 | PASS
            column_proportion_of_unique_values_to_be_between | column=ref,min_value=0.4 | UNDETERMINED
            column_proportion_of_unique_values_to_be_between | column=ref,min_value=0.6 | FAIL
            column_proportion_of_non_null_values_to_be_between | column=Status.Code,min_value=0.9 | PASS
            column_proportion_of_non_null_values_to_be_between | column=Status.Code,min_value=0.98 | UNDETERMINED
            column_distinct_values_to_be_in_set | column=Status.Code,value_set=[open] | UNDETERMINED
            column_distinct_values_to_be_in_set | column=Status.Code,value_set=[won] | FAIL
            column_distinct_values_to_contain_set | column=Status.Code,value_set=[open] | PASS
            column_distinct_values_to_contain_set | column=Status.Code,value_set=[open;won] | UNDETERMINED
            column_most_common_value_to_be_in_set | column=Status.Code,value_set=[open] | PASS
            column_most_common_value_to_be_in_set | column=amount,value_set=[10] | UNDETERMINED
            column_max_to_be_within_age | column=at,max_age=4h | PASS
            column_max_to_be_within_age | column=at,max_age=3h | UNDETERMINED
            column_values_to_be_dateutil_parseable | column=plan name,mostly=0.5 | FAIL
            column_values_to_not_be_placeholders | column=plan name | UNDETERMINED
            column_values_to_not_be_placeholders | column=plan name,mostly=0.9 | PASS
            column_values_to_exist_in_other_table | column=ref,other_table_name=deals,other_column=id | FAIL
            column_values_to_exist_in_other_table | column=ref,other_table_name=crm.deals,other_column=id,mostly=0.05 | UNDETERMINED
            column_values_to_not_be_null_when | column=Status.Code,condition=id > 0,mostly=0.9 | PASS
            column_values_to_not_be_null_when | column=Status.Code,condition=id < 100,mostly=0.99 | UNDETERMINED
            column_pair_times_a_to_not_be_before_b | column_A=at,column_B=at,mostly=0.9 | PASS
            column_pair_times_a_to_not_be_before_b | column_A=at,column_B=at | UNDETERMINED
            query_results_to_match_comparison | base_query=SELECT id FROM {batch},comparison_data_source_name=crm,comparison_query=SELECT id FROM sample | UNDETERMINED
            column_values_to_be_increasing | column=id | UNDETERMINED
            column_values_to_be_increasing | column=amount | FAIL
            """);

    private static final List<org.junit.jupiter.params.provider.Arguments> COUNTED = cases("""
            column_values_to_be_unique | column=id | PASS | 50,000 values, none twice, counted by the source
            column_values_to_be_unique | column=code | FAIL | 49,000 values, 48,999 different, counted by the source
            column_values_to_be_unique | column=code,mostly=0.99 | PASS | 49,000 values, 48,999 different, counted by the source
            column_values_to_be_unique | column=key | PASS | no value twice: the source's primary key
            column_values_to_be_unique | column=id,row_condition=id > 0 | UNDETERMINED | 1.0
            table_row_count_to_be_between | min_value=50000,max_value=50000 | PASS | 50000
            table_row_count_to_be_between | min_value=60000 | FAIL | 50000
            """);

    private static final List<org.junit.jupiter.params.provider.Arguments> LATEST = cases("""
            column_values_to_not_be_null | column=note,mostly=0.9 | PASS | LATEST_ROWS
            column_values_to_not_be_null | column=note | FAIL | LATEST_ROWS
            column_mean_to_be_between | column=size,min_value=2 | PASS | LATEST_ROWS
            column_min_to_be_between | column=size,min_value=2 | PASS | LATEST_ROWS
            column_median_to_be_between | column=size,min_value=2,max_value=2 | PASS | LATEST_ROWS
            column_values_to_be_unique | column=note | FAIL | EVERY_ROW
            column_values_to_be_unique | column=other | UNDETERMINED | EVERY_ROW
            column_sum_to_be_between | column=size,min_value=2 | UNDETERMINED | EVERY_ROW
            column_unique_value_count_to_be_between | column=other,max_value=300 | UNDETERMINED | EVERY_ROW
            table_row_count_to_be_between | max_value=300 | FAIL | EVERY_ROW
            column_to_exist | column=note | PASS | EVERY_ROW
            """);

    private static final Map<String, CheckResult> JUDGED = new java.util.HashMap<>();

    @TempDir
    static Path folder;

    private static SnapshotFixture fixture;
    private static Map<TableRef, SnapshotTable> tables;

    @BeforeAll
    static void writeTables() {
        fixture = new SnapshotFixture(folder);
        fixture.whole(
                "crm.deals",
                COLUMNS,
                row(
                        1L,
                        "open",
                        10.0,
                        day("2024-01-01"),
                        day("2024-01-05"),
                        at("2024-01-01T10:00:00Z"),
                        "gold",
                        1L,
                        null),
                row(
                        2L,
                        "open",
                        20.0,
                        day("2024-01-02"),
                        day("2024-01-01"),
                        at("2024-01-02T10:00:00Z"),
                        "basic",
                        1L,
                        null),
                row(3L, "won", 30.0, day("2024-01-03"), null, at("2024-01-03T10:00:00Z"), "basic", 2L, null),
                row(4L, "closd", -5.0, null, null, null, "x", null, null),
                row(5L, null, null, day("1970-01-01"), day("1970-01-01"), null, null, 3L, null));
        fixture.whole("crm.empty", COLUMNS);
        fixture.whole(
                "crm.due",
                List.of("id bigint", "due timestamp"),
                row(1L, at("2026-01-02T01:00:00Z")),
                row(2L, at("2099-01-01T00:00:00Z")),
                row(3L, null));
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < 200; i++) {
            Timestamp time = at("2026-01-02T00:00:00Z");
            rows.add(row(i, i == 0 ? null : "open", 10.0 + i % 3, null, null, time, "p", i / 2, null));
        }
        fixture.sampled("crm.sample", 50_000, COLUMNS, rows);
        fixture.sampled(
                        "crm.counted",
                        100_000,
                        List.of("id bigint", "code string", "key bigint"),
                        List.of(row(1L, "a", 1L), row(2L, "b", 2L)))
                .keyed("crm.counted", "key")
                .counted(
                        "crm.counted",
                        new Pushdown(
                                50_000L,
                                List.of(
                                        new Pushdown.Distinct(List.of("id"), 50_000, 50_000),
                                        new Pushdown.Distinct(List.of("code"), 49_000, 48_999)),
                                null));
        List<Object[]> latest = new ArrayList<>();
        for (long i = 0; i < 300; i++) {
            latest.add(row(i, i % 50 == 0 ? null : "n" + i / 2, i * 7, 2.0));
        }
        fixture.sampled(
                        "crm.latest",
                        50_000,
                        List.of("id bigint", "note string", "other bigint", "size double"),
                        latest)
                .keyed("crm.latest", "id")
                .latest("crm.latest")
                .keyed("crm.deals", "id");
        for (String how : List.of("apart", "together")) {
            List<Object[]> windows = new ArrayList<>();
            for (long i = 0; i < 10_000; i++) {
                // Two in a hundred: each by itself, or fifty side by side.
                boolean broken = how.equals("apart") ? i % 50 == 7 : i % 2_500 < 50;
                windows.add(row(i, broken ? null : "n", broken ? "?" : "ok"));
            }
            List<String> columns = List.of("id bigint", "note string", "state string");
            fixture.inWindows("crm." + how, 1_000_000, columns, windows, 50);
            // As older builds wrote it.
            fixture.sampled("crm." + how + "Unnumbered", 1_000_000, columns, windows)
                    .keyed("crm." + how + "Unnumbered", "id");
        }
        tables = new SnapshotReader(SparkEngine.shared(fixture.workspace()), fixture.snapshot(), fixture.workspace())
                .tables();
        List<org.junit.jupiter.params.provider.Arguments> deals = new ArrayList<>(WHOLE);
        deals.addAll(WRONG);
        judge("crm.deals", deals);
        judge("crm.sample", SAMPLED);
        judge("crm.counted", COUNTED);
        judge("crm.latest", LATEST);
    }

    @ParameterizedTest
    @FieldSource("WHOLE")
    void judgesAWholeTableExactly(String type, String kwargs, CheckVerdict verdict, String unexpected) {
        CheckResult result = check("crm.deals", type, kwargs);

        assertThat(result.error()).isNull();
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(String.valueOf(result.unexpectedCount())).isEqualTo(unexpected.equals("-") ? "null" : unexpected);
        if (result.interval() != null) {
            assertThat(result.interval().low()).isEqualTo(result.interval().high());
        }
        assertThat(result.rowsToDecide()).isNull();
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void givesNoAnswerAndTheReason(String type, String kwargs, String reason) {
        CheckResult result = check("crm.deals", type, kwargs);

        assertThat(result.verdict()).isEqualTo(CheckVerdict.NO_ANSWER);
        assertThat(result.error()).contains(reason).doesNotContain("\n");
    }

    @Test
    void passesRulesOnValuesOfAnEmptyTableAndSaysSo() {
        for (String type :
                List.of("column_values_to_not_be_null", "column_values_to_be_unique", "column_values_to_be_null")) {
            CheckResult result = check("crm.empty", type, "column=id");
            assertThat(result.verdict()).isEqualTo(CheckVerdict.PASS);
            assertThat(result.elementCount()).isZero();
            assertThat(result.observed()).isEqualTo("no values to check");
        }
        assertThat(check("crm.empty", "column_mean_to_be_between", "column=id,min_value=1")
                        .observed())
                .isEqualTo("no values to check");
        assertThat(check("crm.empty", "table_row_count_to_be_between", "min_value=1")
                        .verdict())
                .isEqualTo(CheckVerdict.FAIL);
    }

    @ParameterizedTest
    @FieldSource("SAMPLED")
    void judgesASampleByItsInterval(String type, String kwargs, CheckVerdict verdict) {
        CheckResult result = check("crm.sample", type, kwargs);

        assertThat(result.error()).isNull();
        assertThat(result.verdict()).isEqualTo(verdict);
        if (verdict == CheckVerdict.UNDETERMINED) {
            assertThat(result.rowsToDecide()).isPositive().isLessThanOrEqualTo(50_000);
        }
    }

    @ParameterizedTest
    @FieldSource("COUNTED")
    void whatTheSourceCountedIsExact(String type, String kwargs, CheckVerdict verdict, String observed) {
        CheckResult result = check("crm.counted", type, kwargs);

        assertThat(result.error()).isNull();
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.bySource()).isEqualTo(verdict != CheckVerdict.UNDETERMINED);
        assertThat(String.valueOf(result.observed())).isEqualTo(observed);
    }

    @ParameterizedTest
    @FieldSource("LATEST")
    void theLatestRowsAnswerForThemselvesAndForNoOthers(
            String type, String kwargs, CheckVerdict verdict, RowsMeant about) {
        CheckResult result = check("crm.latest", type, kwargs);

        assertThat(result.error()).isNull();
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.about()).isEqualTo(about);
    }

    @Test
    void showsRowsByKeyAndWhy() {
        assertThat(check("crm.deals", "column_values_to_not_be_null", "column=Status.Code")
                        .exampleRows())
                .containsExactly(new ExampleRow(Map.of("id", "5"), Map.of("Status.Code", "NULL"), "NULL"));
        assertThat(check("crm.deals", "column_values_to_be_between", "column=amount,min_value=0")
                        .exampleRows())
                .containsExactly(new ExampleRow(Map.of("id", "4"), Map.of("amount", "-5.0"), "below 0"));
        assertThat(check("crm.deals", "column_value_lengths_to_be_between", "column=plan name,min_value=2,max_value=4")
                        .exampleRows())
                .containsExactlyInAnyOrder(
                        new ExampleRow(Map.of("id", "2"), Map.of("plan name", "basic"), "longer than 4"),
                        new ExampleRow(Map.of("id", "3"), Map.of("plan name", "basic"), "longer than 4"),
                        new ExampleRow(Map.of("id", "4"), Map.of("plan name", "x"), "shorter than 2"));
        assertThat(check("crm.deals", "column_values_to_be_unique", "column=ref")
                        .exampleRows())
                .containsExactlyInAnyOrder(
                        new ExampleRow(Map.of("id", "1"), Map.of("ref", "1"), "appears 2 times"),
                        new ExampleRow(Map.of("id", "2"), Map.of("ref", "1"), "appears 2 times"));
        assertThat(check("crm.deals", "column_pair_values_a_to_be_greater_than_b", "column_A=closed,column_B=opened")
                        .exampleRows())
                .contains(new ExampleRow(
                        Map.of("id", "2"),
                        Map.of("closed", "2024-01-01", "opened", "2024-01-02"),
                        "the first is not greater than the second"));
    }

    @Test
    void showsTwentyRowsOfMany() {
        List<ExampleRow> rows = check("crm.latest", "column_values_to_be_between", "column=size,max_value=1")
                .exampleRows();
        assertThat(rows).hasSize(20).doesNotHaveDuplicates().allSatisfy(row -> assertThat(row.reason())
                .isEqualTo("above 1"));
        assertThat(check("crm.sample", "column_values_to_be_between", "column=amount,max_value=1")
                        .exampleRows())
                .as("a table without a key")
                .isEmpty();
    }

    @Test
    void neverShowsAKeyOrAValueThatIsPersonal() {
        TestPilot pilot = new TestPilot()
                .check("crm.deals", "expect_column_value_lengths_to_be_between", kwargs("column=plan name,min_value=2"))
                .check("crm.deals", "expect_column_values_to_be_unique", kwargs("column=ref"));

        List<CheckResult> results = run(pilot, TableSelection.DEFAULT, Visibility.PERSONAL);

        assertThat(results.get(0).exampleRows())
                .containsExactly(new ExampleRow(Map.of("id", "hash of 4"), Map.of("plan name", "a"), "shorter than 2"));
        assertThat(results.get(1).exampleRows()).extracting(ExampleRow::values).containsOnly(Map.of("ref", "9"));
    }

    @Test
    void carriesTheWilsonIntervalOfASample() {
        Interval interval = check("crm.sample", "column_values_to_not_be_null", "column=Status.Code,mostly=0.99")
                .interval();
        // 199 of 200, by R's binom::binom.wilson.
        assertThat(interval.low()).isCloseTo(0.97223, within(1e-4));
        assertThat(interval.high()).isCloseTo(0.99912, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            column_values_to_not_be_null                     | column=note,mostly=0.97
            column_proportion_of_non_null_values_to_be_between | column=note,min_value=0.97
            column_values_to_be_in_set                       | column=state,value_set=[ok],mostly=0.97
            """)
    void rowsDrawnTogetherThatBreakTogetherSayLess(String type, String kwargs) {
        CheckResult apart = check("crm.apart", type, kwargs);
        CheckResult together = check("crm.together", type, kwargs);

        assertThat(together.observed()).isEqualTo(apart.observed()).isEqualTo(0.98);
        assertThat(apart.verdict()).isEqualTo(CheckVerdict.PASS);
        assertThat(together.verdict()).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(together.rowsToDecide()).isGreaterThan(10_000);
    }

    @Test
    void rowsOfASnapshotThatDoesNotSayInWhichWindowsCountByTheWindow() {
        String kwargs = "column=note,mostly=0.97";
        CheckResult apart = check("crm.apartUnnumbered", "column_values_to_not_be_null", kwargs);
        CheckResult together = check("crm.togetherUnnumbered", "column_values_to_not_be_null", kwargs);

        assertThat(apart.verdict()).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(apart.interval()).isEqualTo(together.interval());
        assertThat(check("crm.apartUnnumbered", "column_values_to_not_be_null", "column=note,mostly=0.9")
                        .verdict())
                .isEqualTo(CheckVerdict.PASS);
        // As sure as two hundred rows are of which four are broken.
        assertThat(apart.interval().low()).isBetween(0.94, 0.96);
    }

    @Test
    void showsTheMostFrequentUnexpectedValues() {
        assertThat(check("crm.deals", "column_values_to_not_be_in_set", "column=Status.Code,value_set=[open;closd]")
                        .examples())
                .containsExactly(new ValueCount("open", 2), new ValueCount("closd", 1));
        assertThat(check("crm.deals", "column_values_to_be_unique", "column=ref")
                        .examples())
                .containsExactly(new ValueCount("1", 2));
        assertThat(check(
                                "crm.deals",
                                "column_pair_values_a_to_be_greater_than_b",
                                "column_A=closed,column_B=opened,or_equal=true")
                        .examples())
                .contains(new ValueCount("2024-01-01, 2024-01-02", 1));
    }

    @Test
    void aValueThatASampleDoesNotShowMayBeThereAllTheSame() {
        String kwargs = "column=id,other_table_name=counted,other_column=key";
        CheckResult result = check("crm.deals", "column_values_to_exist_in_other_table", kwargs);

        assertThat(result.verdict()).isEqualTo(CheckVerdict.UNDETERMINED);
        assertThat(result.unexpectedCount()).isEqualTo(3);
        assertThat(result.interval()).isEqualTo(new Interval(0.4, 1));
        assertThat(result.rowsToDecide()).isNull();
        assertThat(check("crm.deals", "column_values_to_exist_in_other_table", kwargs + ",mostly=0.4")
                        .verdict())
                .isEqualTo(CheckVerdict.PASS);
    }

    @Test
    void showsTheMostFrequentValuesThatStandInNoOtherTable() {
        assertThat(check(
                                "crm.sample",
                                "column_values_to_exist_in_other_table",
                                "column=ref,other_table_name=deals,other_column=id")
                        .examples())
                .hasSize(20)
                .startsWith(new ValueCount("0", 2), new ValueCount("10", 2));
    }

    @Test
    void aDayBesideATimeIsThatWholeDay() {
        String days = "column_A=opened,column_B=at";
        assertThat(check("crm.deals", "column_pair_times_a_to_not_be_before_b", days)
                        .verdict())
                .isEqualTo(CheckVerdict.PASS);
        // On Kiritimati the next day begins at 10 o'clock in UTC, at which the times are; in Auckland an hour later.
        assertThat(check("crm.deals", "column_pair_times_a_to_not_be_before_b", days + ",time_zone=Pacific/Auckland")
                        .unexpectedCount())
                .isEqualTo(0);
        assertThat(check("crm.deals", "column_pair_times_a_to_not_be_before_b", days + ",time_zone=Pacific/Kiritimati")
                        .unexpectedCount())
                .isEqualTo(3);
        assertThat(check("crm.deals", "column_pair_times_a_to_not_be_before_b", "column_A=closed,column_B=at")
                        .unexpectedCount())
                .isEqualTo(1);
    }

    @Test
    void leavesOutWhatLiesAfterTheTableWasRead() {
        CheckResult result = check("crm.due", "column_max_to_be_within_age", "column=due,max_age=2h");

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAIL);
        assertThat(result.observed()).isEqualTo("2 h 4 min before the table was read; 1 value after that left out");
        assertThat(check("crm.due", "column_max_to_be_within_age", "column=due,max_age=3h")
                        .verdict())
                .isEqualTo(CheckVerdict.PASS);
    }

    @Test
    void doesNotCompareAHashWithAValue() {
        TestPilot pilot = new TestPilot()
                .check(
                        "crm.deals",
                        "expect_column_values_to_exist_in_other_table",
                        kwargs("column=id,other_table_name=due,other_column=id"));
        TableSelection hashed = new TableSelection(Sample.DEFAULT, Set.of(), Set.of(), Set.of("id"), Set.of(), false);
        Beside beside = new Beside(
                SparkEngine.shared(fixture.workspace()),
                tables,
                table -> table.table().equals("deals") ? hashed : TableSelection.DEFAULT,
                Earlier.NONE);

        assertThat(run(pilot, hashed, beside).get(0).error())
                .isEqualTo("Column 'id' and 'id' of 'crm.due' do not compare: one of them is kept as a hash.");
    }

    @Test
    void saysThatATableIsMissing() {
        CheckResult result = Measurement.measure(
                        new TestPilot()
                                .check("crm.deal", "expect_column_to_exist", Map.of("column", "id"))
                                .build(),
                        fixture.snapshot(),
                        fixture.workspace(),
                        (step, done, total) -> {})
                .checks()
                .get(0);
        assertThat(result.verdict()).isEqualTo(CheckVerdict.NO_ANSWER);
        assertThat(result.table()).isEqualTo(TableRef.parse("crm.deal"));
        assertThat(result.error()).isEqualTo("The snapshot has no table 'crm.deal'; did you mean 'crm.deals'?");
    }

    private static CheckResult check(String table, String type, String kwargs) {
        CheckResult together = JUDGED.get(table + type + kwargs);
        return together != null
                ? together
                : run(new TestPilot().check(table, "expect_" + type, kwargs(kwargs)))
                        .get(0);
    }

    @Test
    void whatThePilotWithholdsIsNoDefectOfTheData() {
        TestPilot pilot = new TestPilot()
                .check("crm.deals", "expect_column_values_to_match_regex", kwargs("column=plan name,regex=^x"))
                .check("crm.deals", "expect_column_values_to_be_unique", kwargs("column=plan name"))
                .check("crm.deals", "expect_column_values_to_not_be_null", kwargs("column=closed"));
        TableSelection selection =
                new TableSelection(Sample.DEFAULT, Set.of(), Set.of(), Set.of("plan name"), Set.of("closed"), false);

        List<CheckResult> results = run(pilot, selection);

        assertThat(results)
                .extracting(CheckResult::error)
                .containsExactly(
                        "Column 'plan name' is kept as a hash, and this check needs its values: keep the column, or leave"
                                + " out the check.",
                        null,
                        "Column 'closed' is not read: the pilot drops it.");
        assertThat(results.get(0).verdict()).isEqualTo(CheckVerdict.NO_ANSWER);
        assertThat(results.get(1).verdict()).isNotEqualTo(CheckVerdict.NO_ANSWER);
    }

    /** All cases of a table in one scan, wrong ones among them, as a pilot's checks are. */
    private static void judge(String table, List<org.junit.jupiter.params.provider.Arguments> cases) {
        TestPilot pilot = new TestPilot();
        cases.forEach(one -> pilot.check(table, "expect_" + one.get()[0], kwargs((String) one.get()[1])));
        List<CheckResult> results = run(pilot);
        for (int i = 0; i < cases.size(); i++) {
            JUDGED.put(table + cases.get(i).get()[0] + cases.get(i).get()[1], results.get(i));
        }
    }

    private static List<org.junit.jupiter.params.provider.Arguments> cases(String text) {
        return text.lines()
                .map(line -> org.junit.jupiter.params.provider.Arguments.of((Object[]) line.split(" \\| ")))
                .toList();
    }

    private static List<CheckResult> run(TestPilot pilot) {
        return run(pilot, TableSelection.DEFAULT);
    }

    private static List<CheckResult> run(TestPilot pilot, TableSelection selection) {
        return run(pilot, selection, Visibility.SHOWN);
    }

    private static List<CheckResult> run(TestPilot pilot, TableSelection selection, Visibility visibility) {
        return run(pilot, selection, new Beside(SparkEngine.shared(fixture.workspace()), tables), visibility);
    }

    private static List<CheckResult> run(TestPilot pilot, TableSelection selection, Beside beside) {
        return run(pilot, selection, beside, Visibility.SHOWN);
    }

    private static List<CheckResult> run(
            TestPilot pilot, TableSelection selection, Beside beside, Visibility visibility) {
        Map.Entry<TableRef, List<Expectation>> one =
                pilot.build().checks().entrySet().iterator().next();
        SnapshotTable table = tables.get(one.getKey());
        Checks checks = new Checks(table, one.getValue(), selection, beside);
        List<ProfiledColumn> profile = ColumnarProfiler.profile(table, checks.uniqueness());
        return checks.run(
                profile,
                Collections.nCopies(profile.size(), new Decision(visibility, "a test")),
                key -> "hash of " + key);
    }

    /** {@code name=value,…}; a list as {@code [a;b]}; a semicolon elsewhere stands for a comma. */
    private static Map<String, Object> kwargs(String text) {
        Map<String, Object> kwargs = new java.util.LinkedHashMap<>();
        for (String pair : text.split(",")) {
            String[] parts = pair.split("=", 2);
            kwargs.put(parts[0], value(parts[0], parts[1]));
        }
        return kwargs;
    }

    private static Object value(String name, String text) {
        if (name.equals("value_set")) {
            return Arrays.stream(text.substring(1, text.length() - 1).split(";"))
                    .map(member -> value("", member))
                    .toList();
        }
        if (text.equals("true")) {
            return true;
        }
        return text.matches("-?\\d+(\\.\\d+)?") && !name.equals("regex")
                ? (Object) Double.valueOf(text)
                : text.replace(';', ',');
    }

    private static Date day(String text) {
        return Date.valueOf(LocalDate.parse(text));
    }

    private static Timestamp at(String text) {
        return Timestamp.from(Instant.parse(text));
    }
}
