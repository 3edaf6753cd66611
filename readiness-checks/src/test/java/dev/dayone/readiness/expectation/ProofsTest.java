package dev.dayone.readiness.expectation;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.TestPilot;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.ColumnarProfiler;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.engine.TableScan;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the profile proves is what a look at every row says. */
@NullUnmarked
class ProofsTest {
    private static final String TABLE = "s.t";
    private static final List<String> COLUMNS = List.of(
            "whole bigint",
            "money decimal(12,2)",
            "wide decimal(30,4)",
            "odd double",
            "fair double",
            "day date",
            "time timestamp",
            "flag boolean",
            "text string",
            "long string",
            "none bigint");
    private static final List<List<Object>> BOUNDS = List.of(
            List.of(-50, 50),
            List.of(-49, 50),
            List.of(-50.5, 49.99),
            List.of("2026-01-01", "2026-04-10"),
            List.of("2026-01-02", "2026-04-10"),
            List.of("2026-01-01T00:00:00", "2026-04-10T23:59:59.999999"),
            List.of("false", "true"),
            List.of("true", "true"),
            List.of("", "~"),
            List.of("a", "b"));

    @TempDir
    static Path folder;

    private static SnapshotFixture fixture;
    private static Map<TableRef, SnapshotTable> tables;

    @BeforeAll
    static void writeTable() {
        Random random = new Random(7);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * i);
            boolean gap = random.nextInt(10) == 0 && i > 0 && i < 100;
            rows.add(row(
                    gap ? null : (Long) (i - 50L),
                    BigDecimal.valueOf(i * 100L - 5000, 2),
                    new BigDecimal(i - 50).setScale(4),
                    i == 60 ? Double.NaN : i == 61 ? -0.0 : i - 50.0,
                    i == 50 ? -0.0 : i - 50.0,
                    gap ? null : Date.valueOf(time.toString().substring(0, 10)),
                    Timestamp.from(time.plusNanos(1000L * (i == 99 ? 999_999 : 0))),
                    i % 3 == 0,
                    i == 0 ? "" : "a".repeat(1 + i % 7) + (i == 9 ? "\uD83D\uDE00" : i == 10 ? "\uFFFD" : ""),
                    "x".repeat(195 + i),
                    null));
        }
        fixture = new SnapshotFixture(folder).whole(TABLE, COLUMNS, rows.toArray(Object[][]::new));
        tables = new SnapshotReader(SparkEngine.shared(fixture.workspace()), fixture.snapshot(), fixture.workspace())
                .tables();
    }

    @Test
    void aProfileAnswersAsALookAtEveryRowDoes() {
        TestPilot pilot = new TestPilot();
        for (String column : COLUMNS) {
            String name = column.substring(0, column.indexOf(' '));
            for (List<Object> bounds : BOUNDS) {
                for (boolean strict : new boolean[] {false, true}) {
                    for (String type : List.of("values", "min", "max")) {
                        String asked = "expect_column_" + type + "_to_be_between";
                        pilot.check(TABLE, asked, kwargs(name, bounds, strict));
                    }
                }
            }
            for (int length : new int[] {0, 1, 7, 8, 9, 195, 295, 296}) {
                pilot.check(
                        TABLE,
                        "expect_column_value_lengths_to_be_between",
                        Map.of("column", name, "min_value", length == 295 ? 195 : 0, "max_value", length));
                pilot.check(TABLE, "expect_column_value_lengths_to_equal", Map.of("column", name, "value", length));
            }
        }
        List<Expectation> asked = pilot.build().checks().values().iterator().next();

        List<CheckResult> byProfile = run(asked, true);
        List<CheckResult> byRows = run(asked, false);

        for (int i = 0; i < asked.size(); i++) {
            CheckResult told = byProfile.get(i);
            CheckResult seen = byRows.get(i);
            String about = asked.get(i).toString();
            assertThat(told.verdict()).as(about).isEqualTo(seen.verdict());
            assertThat(told.unexpectedCount()).as(about).isEqualTo(seen.unexpectedCount());
            assertThat(plain(told.observed())).as(about).isEqualTo(plain(seen.observed()));
        }
        assertThat(byRows.stream().map(CheckResult::verdict).distinct()).hasSizeGreaterThan(2);
    }

    @Test
    void whatIsProvedIsNotLookedAt() {
        SnapshotTable table = tables.get(TableRef.parse(TABLE));
        List<ProfiledColumn> profile = ColumnarProfiler.profile(table, java.util.Set.of());
        double present = (double) profile.get(0).profile().rows()
                - profile.get(0).profile().nulls();
        Measure proved = new Measure.Matching(
                functions.raise_error(functions.lit("looked at")).cast("boolean"),
                null,
                new Measure.Always(0, column -> true));
        Measure known = new Measure.Aggregate(
                SnapshotTable.column(0),
                column -> functions.raise_error(functions.lit("looked at")),
                "max",
                null,
                new Measure.Known(0, column -> 50));

        Map<Measure, Answer> answers = new TableScan(table, profile).answers(List.of(proved, known));

        assertThat(answers)
                .containsEntry(proved, new Answer.Value(present))
                .containsEntry(known, new Answer.Single(50));
    }

    /** Zero has one sign in a profile. */
    private static String plain(Object observed) {
        return String.valueOf(observed).replaceFirst("^-0\\.0$", "0.0");
    }

    private static Map<String, Object> kwargs(String column, List<Object> bounds, boolean strict) {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("column", column);
        kwargs.put("min_value", bounds.get(0));
        kwargs.put("max_value", bounds.get(1));
        kwargs.put("strict_min", strict);
        kwargs.put("strict_max", strict);
        return kwargs;
    }

    private static List<CheckResult> run(List<Expectation> asked, boolean profiled) {
        SnapshotTable table = tables.get(TableRef.parse(TABLE));
        Checks checks = new Checks(
                table, asked, TableSelection.DEFAULT, new Beside(SparkEngine.shared(fixture.workspace()), tables));
        List<ProfiledColumn> profile = profiled ? ColumnarProfiler.profile(table, checks.uniqueness()) : List.of();
        return checks.run(
                profile, Collections.nCopies(COLUMNS.size(), new Decision(Visibility.SHOWN, "a test")), key -> key);
    }
}
