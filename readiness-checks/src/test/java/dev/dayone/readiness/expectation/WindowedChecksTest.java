package dev.dayone.readiness.expectation;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.engine.ColumnarProfiler;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows, drawn one by one and drawn in windows: what stands together tells less. */
@NullUnmarked
class WindowedChecksTest {
    private static final List<String> COLUMNS =
            List.of("apart string", "together string", "noise double", "level double", "mode string");
    private static final int ROWS = 10_000;
    private static final int WINDOW = 50;

    @TempDir
    static Path folder;

    private static SparkEngine engine;
    private static Map<TableRef, SnapshotTable> tables;

    @BeforeAll
    static void writeTables() {
        Random random = new Random(3);
        List<Object[]> rows = new ArrayList<>();
        double level = 0;
        for (int i = 0; i < ROWS; i++) {
            level = i % WINDOW == 0 ? random.nextGaussian() : level;
            boolean broken = i / WINDOW % 20 == 7;
            rows.add(row(
                    i % 20 == 7 ? null : "x" + i % 9,
                    broken ? null : "x" + i % 9,
                    random.nextGaussian(),
                    level + 0.1 * random.nextGaussian(),
                    i % 100 < 51 ? "p" : "q"));
        }
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .sampled("a.single", 10_000_000, COLUMNS, rows)
                .inWindows("a.windows", 10_000_000, COLUMNS, rows, WINDOW);
        engine = SparkEngine.shared(fixture.workspace());
        tables = new SnapshotReader(engine, fixture.snapshot(), fixture.workspace()).tables();
    }

    private static List<CheckResult> run(String table, List<Expectation> expectations) {
        SnapshotTable of = tables.get(TableRef.parse(table));
        Checks checks = new Checks(of, expectations, TableSelection.DEFAULT, new Beside(engine, tables));
        List<ProfiledColumn> profile = ColumnarProfiler.profile(of, checks.uniqueness());
        Decision shown = new Decision(Visibility.SHOWN, "a test");
        return checks.run(profile, Collections.nCopies(COLUMNS.size(), shown), text -> text);
    }

    private static Expectation check(String type, Object... kwargs) {
        Map<String, Object> all = new java.util.LinkedHashMap<>();
        for (int i = 0; i < kwargs.length; i += 2) {
            all.put(String.valueOf(kwargs[i]), kwargs[i + 1]);
        }
        return new Expectation(type, all, dev.dayone.pilot.Severity.MAJOR, Map.of());
    }

    /** By how much wider the interval is for rows drawn in windows. */
    private static double wider(Expectation expectation) {
        Interval single = run("a.single", List.of(expectation)).get(0).interval();
        Interval windows = run("a.windows", List.of(expectation)).get(0).interval();
        return (windows.high() - windows.low()) / (single.high() - single.low());
    }

    @Test
    void rulesOnRowsKnowHowBrokenRowsStand() {
        Expectation together = check("expect_column_values_to_not_be_null", "column", "together", "mostly", 0.96);
        Expectation apart = check("expect_column_values_to_not_be_null", "column", "apart", "mostly", 0.96);
        assertThat(run("a.single", List.of(together, apart)))
                .extracting(CheckResult::verdict)
                .containsExactly(CheckVerdict.FAIL, CheckVerdict.FAIL);
        assertThat(run("a.windows", List.of(together, apart)))
                .extracting(CheckResult::verdict)
                .containsExactly(CheckVerdict.UNDETERMINED, CheckVerdict.FAIL);
        assertThat(wider(together)).isBetween(6.0, 9.0);
        assertThat(wider(apart)).isBetween(1.0, 1.1);
        assertThat(wider(check(
                        "expect_column_proportion_of_non_null_values_to_be_between",
                        "column",
                        "together",
                        "min_value",
                        0.96)))
                .isBetween(6.0, 9.0);
        assertThat(wider(check(
                        "expect_column_values_to_be_in_set",
                        "column",
                        "apart",
                        "value_set",
                        List.of("x1", "x2", "x3"),
                        "row_condition",
                        "level > 0")))
                .isBetween(0.8, 1.3);
    }

    @Test
    void whatNobodyBrokeIsDecidedByTheNumberOfWindows() {
        List<Expectation> checks = List.of(
                check("expect_column_values_to_not_be_null", "column", "noise", "mostly", 0.98),
                check("expect_column_values_to_not_be_null", "column", "noise", "mostly", 0.999));
        assertThat(run("a.single", checks)).allMatch(result -> result.verdict() == CheckVerdict.PASS);
        assertThat(run("a.windows", checks))
                .extracting(CheckResult::verdict)
                .containsExactly(CheckVerdict.PASS, CheckVerdict.UNDETERMINED);
    }

    @Test
    void numbersKnowHowAlikeTheyAreInAWindow() {
        for (Map.Entry<String, Double> column :
                Map.of("noise", 1.0, "level", 7.0).entrySet()) {
            double most = column.getValue() == 1 ? 1.25 : 9;
            double least = column.getValue() == 1 ? 0.8 : 5;
            String name = column.getKey();
            assertThat(wider(check("expect_column_mean_to_be_between", "column", name, "min_value", 0)))
                    .isBetween(least, most);
            assertThat(wider(check("expect_column_median_to_be_between", "column", name, "min_value", 0)))
                    .isBetween(least, most);
            assertThat(wider(check(
                            "expect_column_quantile_values_to_be_between",
                            "column",
                            name,
                            "quantile_ranges",
                            Map.of("quantiles", List.of(0.75), "value_ranges", List.of(List.of(0, 1))))))
                    .isBetween(least, most);
        }
        assertThat(wider(check("expect_column_stdev_to_be_between", "column", "noise", "min_value", 0)))
                .isBetween(0.8, 1.25);
    }

    @Test
    void distributionsAreNoSurerThanWindowsLet() {
        assertThat(wider(divergence())).isBetween(5.0, 9.0);
        List<Expectation> mode = List.of(
                check("expect_column_most_common_value_to_be_in_set", "column", "mode", "value_set", List.of("p")));
        assertThat(run("a.single", mode).get(0).verdict()).isEqualTo(CheckVerdict.PASS);
        assertThat(run("a.windows", mode).get(0).verdict()).isEqualTo(CheckVerdict.UNDETERMINED);
    }

    private static Expectation divergence() {
        return check(
                "expect_column_kl_divergence_to_be_less_than",
                "column",
                "level",
                "threshold",
                0.5,
                "partition_object",
                Map.of("bins", List.of(-9, 0, 9), "weights", List.of(0.2, 0.8)));
    }
}
