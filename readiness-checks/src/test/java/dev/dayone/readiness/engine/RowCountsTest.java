package dev.dayone.readiness.engine;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.var_pop;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.dayone.pilot.TableRef;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.table.SnapshotTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class RowCountsTest {
    private static final long BY_A_JOB = -1;
    private static final long HERE = Long.MAX_VALUE;
    private static final int ROWS = 30_000;
    private static final int WINDOW = 50;

    @TempDir
    static Path folder;

    private static SnapshotTable table;
    private static SnapshotTable empty;
    private static SnapshotTable drawn;

    @BeforeAll
    static void writeTables() {
        Random random = new Random(7);
        List<String> columns = List.of(
                "id bigint", "status string", "mail string", "amount decimal(12,2)", "score double", "at timestamp");
        String[] statuses = {"open", "closed", "", null, "Größe", "pending"};
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row(
                    (long) random.nextInt(ROWS),
                    statuses[random.nextInt(statuses.length)],
                    random.nextInt(9) == 0 ? null : "user" + random.nextInt() + (i % 3 == 0 ? "" : "@x.org"),
                    random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), 2),
                    i % 50 == 0 ? Double.NaN : random.nextDouble(),
                    random.nextInt(3) == 0 ? null : new Timestamp(random.nextInt(2_000_000) * 1_000_000L)));
        }
        SnapshotFixture fixture = new SnapshotFixture(folder.resolve("мой пилот [1] 100%"))
                .whole("a.t", columns, rows.toArray(Object[][]::new))
                .whole("a.empty", columns)
                .inWindows("a.drawn", 1_000_000, columns, rows, WINDOW);
        var tables = new SnapshotReader(
                        SparkEngine.shared(fixture.workspace()), fixture.snapshot(), fixture.workspace())
                .tables();
        table = tables.get(TableRef.parse("a.t"));
        empty = tables.get(TableRef.parse("a.empty"));
        drawn = tables.get(TableRef.parse("a.drawn"));
    }

    private static List<Column> predicates() {
        List<Column> predicates = new ArrayList<>(List.of(
                lit(true),
                lit(false),
                col("c0").gt(1000),
                col("c1").isNull(),
                col("c1").isin("open", "closed"),
                not(col("c1").isin("open", "closed")),
                length(col("c1")).between(1, 5),
                col("c2").rlike("^.+@.+$"),
                col("c2").isNotNull().and(not(col("c2").rlike("^.+@.+$"))),
                col("c3").between(lit(new BigDecimal("12.50")), lit(new BigDecimal("800"))),
                col("c4").gt(0.5),
                col("c5").lt(lit(Timestamp.valueOf("1990-01-01 00:00:00"))),
                col("c1").equalTo("open").and(col("c0").gt(20_000)),
                when(col("c3").gt(100), col("c4").gt(0.2)).otherwise(col("c1").isNull()),
                col("c0").cast("string").like("1%")));
        // More values than one look: compiled on the way.
        for (int i = 0; i < 60; i++) {
            predicates.add(col("c0").mod(61).equalTo(i));
        }
        return predicates;
    }

    @ParameterizedTest
    @ValueSource(longs = {BY_A_JOB, HERE})
    void countsWhatSparkCounts(long fewBytes) {
        List<Column> predicates = predicates();

        RowCounts counts = RowCounts.of(table, predicates, List.of(), fewBytes);

        assertThat(counts.rows(0)).isEqualTo(ROWS);
        assertThat(counts.byWindow(0)).isNull();
        Column[] sums =
                predicates.stream().map(predicate -> count(when(predicate, 1))).toArray(Column[]::new);
        Row summed = table.rows().agg(lit(0).as("none"), sums).first();
        for (int i = 0; i < predicates.size(); i++) {
            assertThat(counts.rows(i)).as("predicate %s", predicates.get(i)).isEqualTo(summed.getLong(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {BY_A_JOB, HERE})
    void countsNothingInAnEmptyTable(long fewBytes) {
        RowCounts counts = RowCounts.of(empty, predicates(), List.of(), fewBytes);

        assertThat(IntStream.range(0, predicates().size())).allMatch(i -> counts.rows(i) == 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {BY_A_JOB, HERE})
    void countsAndSumsByWindow(long fewBytes) {
        List<Column> predicates = predicates();

        RowCounts counts =
                RowCounts.of(drawn, predicates, List.of(col("c4"), col("c3").cast("double")), fewBytes);

        Column[] sums =
                predicates.stream().map(predicate -> count(when(predicate, 1))).toArray(Column[]::new);
        List<Row> summed = drawn.rowsInWindows()
                .groupBy("w")
                .agg(count(lit(1)), sums)
                .orderBy("w")
                .collectAsList();
        assertThat(summed).hasSize(ROWS / WINDOW);
        for (int i = 0; i < predicates.size(); i++) {
            int[] byWindow = counts.byWindow(i).rows();
            for (Row row : summed) {
                int window = row.getInt(0);
                assertThat(window < byWindow.length ? byWindow[window] : 0)
                        .as("predicate %s, window %s", predicates.get(i), window)
                        .isEqualTo((int) row.getLong(i + 2));
            }
            assertThat(counts.rows(i)).isEqualTo(IntStream.of(byWindow).sum());
        }
        Row effects = effectsBySpark();
        Drawing drawing = drawn.drawing();
        assertThat(counts.sums(0).ofMean(drawing).factor()).isCloseTo(effects.getDouble(0), withinPercentage(0.01));
        assertThat(counts.sums(1).ofMean(drawing).factor()).isCloseTo(effects.getDouble(1), withinPercentage(0.01));
    }

    /** The ratio of variances of both sums, as defined. */
    private static Row effectsBySpark() {
        Row means = drawn.rows()
                .filter(not(col("c4").isNaN()))
                .agg(avg("c4"), var_pop(col("c4")), count("c4"))
                .first();
        Row others = drawn.rows()
                .agg(avg(col("c3").cast("double")), var_pop(col("c3").cast("double")), count("c3"))
                .first();
        Column first = sum(when(not(col("c4").isNaN()), col("c4").minus(means.getDouble(0))));
        Column second = sum(col("c3").cast("double").minus(others.getDouble(0)));
        double windows = (double) ROWS / WINDOW;
        return drawn.rowsInWindows()
                .groupBy("w")
                .agg(first.as("a"), second.as("b"))
                .agg(
                        sum(col("a").multiply(col("a")))
                                .multiply(windows / (windows - 1) / (means.getDouble(1) * means.getLong(2))),
                        sum(col("b").multiply(col("b")))
                                .multiply(windows / (windows - 1) / (others.getDouble(1) * others.getLong(2))))
                .first();
    }

    @Test
    void leavesWhatIsNotARowsBusinessToOthers() {
        Column aggregate = org.apache
                .spark
                .sql
                .functions
                .sum(col("c0"))
                .over(org.apache.spark.sql.expressions.Window.partitionBy("c1"))
                .gt(5);

        assertThat(RowCounts.of(table, List.of(col("c0").gt(1), aggregate), List.of(), HERE))
                .isNull();
        assertThat(RowCounts.of(
                        table, List.of(org.apache.spark.sql.functions.rand().gt(0.5)), List.of(), HERE))
                .isNull();
    }
}
