package dev.dayone.readiness.engine;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.TableRef;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.statistic.Clumps;
import dev.dayone.readiness.table.SnapshotTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
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

    @TempDir
    static Path folder;

    private static SnapshotTable table;
    private static SnapshotTable empty;
    private static SnapshotTable windows;

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
                .sampled("a.windows", 1_000_000, columns, rows.subList(0, 5_000))
                .keyed("a.windows", "id");
        var tables = new SnapshotReader(
                        SparkEngine.shared(fixture.workspace()), fixture.snapshot(), fixture.workspace())
                .tables();
        table = tables.get(TableRef.parse("a.t"));
        empty = tables.get(TableRef.parse("a.empty"));
        windows = tables.get(TableRef.parse("a.windows"));
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

        long[] counts = hits(table, predicates, fewBytes);

        assertThat(counts).hasSameSizeAs(predicates.toArray());
        assertThat(counts[0]).isEqualTo(ROWS);
        Column[] sums =
                predicates.stream().map(predicate -> count(when(predicate, 1))).toArray(Column[]::new);
        Row summed = table.rows().agg(lit(0).as("none"), sums).first();
        for (int i = 0; i < counts.length; i++) {
            assertThat(counts[i]).as("predicate %s", predicates.get(i)).isEqualTo(summed.getLong(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {BY_A_JOB, HERE})
    void countsByBlockWhereRowsWereDrawnTogether(long fewBytes) {
        List<Clumps> counts = Objects.requireNonNull(RowCounts.of(windows, predicates(), fewBytes));
        long[] hits = hits(windows, predicates(), fewBytes);

        assertThat(counts).allSatisfy(count -> {
            assertThat(count.rows()).isEqualTo(5_000);
            assertThat(count.blocks()).isBetween(25L, 30L);
            assertThat(count.rowSquares()).isLessThanOrEqualTo(25.0 * 200 * 200);
        });
        assertThat(counts)
                .extracting(Clumps::hits)
                .containsExactly(LongStream.of(hits).boxed().toArray(Long[]::new));
        Clumps all = counts.get(0);
        assertThat(all.hitSquares()).isEqualTo(all.rowSquares()).isEqualTo(all.products());
        assertThat(counts.get(1).hitSquares()).isZero();
        assertThat(RowCounts.of(table, predicates(), fewBytes))
                .extracting(Clumps::blocks)
                .containsOnly(0L);
    }

    private static long[] hits(SnapshotTable table, List<Column> predicates, long fewBytes) {
        return Objects.requireNonNull(RowCounts.of(table, predicates, fewBytes)).stream()
                .mapToLong(Clumps::hits)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {BY_A_JOB, HERE})
    void countsNothingInAnEmptyTable(long fewBytes) {
        assertThat(hits(empty, predicates(), fewBytes)).containsOnly(0);
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

        assertThat(RowCounts.of(table, List.of(col("c0").gt(1), aggregate), HERE))
                .isNull();
        assertThat(RowCounts.of(
                        table, List.of(org.apache.spark.sql.functions.rand().gt(0.5)), HERE))
                .isNull();
    }
}
