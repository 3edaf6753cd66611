package dev.dayone.readiness.engine;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.ApproxCountDistinct;
import com.amazon.deequ.analyzers.ApproxQuantile;
import com.amazon.deequ.analyzers.KLLSketch;
import com.amazon.deequ.analyzers.runners.AnalysisRunBuilder;
import com.amazon.deequ.analyzers.runners.AnalyzerContext;
import com.amazon.deequ.metrics.BucketValue;
import com.amazon.deequ.metrics.KLLMetric;
import com.amazon.deequ.metrics.Metric;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/** On any data, what is handed to Deequ is what its own analyzers give; the approximate count within both errors. */
@org.jspecify.annotations.NullUnmarked
class DeequPropertiesTest {
    private static final double HYPERLOGLOG_ERRORS = 0.16;
    private static final double DEEQUS_RANK_ERROR = 0.01;
    private static final List<String> COLUMNS =
            List.of("n bigint", "x double", "d decimal(12,2)", "few string", "many string", "ok boolean", "day date");
    private static final List<String> WORDS =
            List.of("a@x.org", "12", "-7", "1.5", "true", "word", "", " ", "http://x.org", "123-45-6789", "Ünïcode");

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void metricsEqualWhatDeequsOwnAnalyzersGive(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 1500) int rows,
            @ForAll @IntRange(min = 1, max = 2000) int different)
            throws IOException {
        Path folder = Files.createTempDirectory("deequ");
        try {
            SnapshotTable table = table(folder, COLUMNS, values(new Random(seed), rows, different));
            AnalyzerContext ours =
                    DeequMetrics.context(table, ColumnarProfiler.profileForDeequ(table, Set.of(0, 1, 2, 3, 4, 5, 6)));
            List<Analyzer<?, Metric<?>>> analyzers =
                    new ArrayList<>(scala.collection.JavaConverters.mapAsJavaMap(ours.metricMap())
                            .keySet());
            AnalyzerContext theirs = new AnalysisRunBuilder(table.rows())
                    .addAnalyzers(Scala.seq(analyzers))
                    .run();
            assertThat(analyzers).hasSizeGreaterThan(60);
            for (Analyzer<?, Metric<?>> analyzer : analyzers) {
                if (((Object) analyzer) instanceof ApproxQuantile quantile) {
                    double[] sorted = sorted(table, quantile.column());
                    assertRank(ours, quantile, sorted, 0);
                    assertRank(theirs, quantile, sorted, DEEQUS_RANK_ERROR);
                } else {
                    DeequMetricsTest.assertEqual(ours, theirs, analyzer, tolerance(ours, analyzer));
                }
            }
        } finally {
            FileTree.delete(folder);
        }
    }

    @Test
    void ranksOfManyDifferentNumbersAreWithinTheStatedError(@TempDir Path folder) {
        Random random = new Random(11);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            rows.add(row(random.nextLong(1_000_000), Math.exp(random.nextGaussian())));
        }
        SnapshotTable table = table(folder, List.of("n bigint", "x double"), rows);
        List<ProfiledColumn> profile = ColumnarProfiler.profileForDeequ(table, Set.of());
        AnalyzerContext ours = DeequMetrics.context(table, profile);
        double error = Objects.requireNonNull(profile.get(0).profile().detail())
                .accuracy()
                .rankError();
        assertThat(error).isPositive();
        for (String column : List.of("c0", "c1")) {
            double[] sorted = sorted(table, column);
            for (double share : List.of(0.05, 0.25, 0.5, 0.75, 0.95)) {
                assertRank(ours, new ApproxQuantile(column, share, 0.01, Option.empty()), sorted, error);
            }
            KLLMetric metric =
                    (KLLMetric) ours.metricMap().apply(Scala.analyzer(new KLLSketch(column, Option.empty())));
            long seen = 0;
            for (BucketValue bucket : Scala.list(metric.value().get().buckets())) {
                seen += bucket.count();
                double truth = ranks(sorted, bucket.highValue())[seen == sorted.length ? 1 : 0];
                assertThat((double) seen).isCloseTo(truth, within(error * sorted.length));
            }
            assertThat(seen).isCloseTo(sorted.length, within((long) (error * sorted.length)));
        }
    }

    /** That a value stands where its share says; nearest rank may be one beside. */
    private static void assertRank(AnalyzerContext context, ApproxQuantile quantile, double[] sorted, double error) {
        double value = (Double)
                context.metricMap().apply(Scala.analyzer(quantile)).value().get();
        double width = error * sorted.length + 1;
        double[] ranks = ranks(sorted, value);
        assertThat(quantile.quantile() * sorted.length)
                .as(quantile.toString())
                .isBetween(ranks[0] - width, ranks[1] + width);
    }

    /** How many values are less than a value, and how many no greater. */
    private static double[] ranks(double[] sorted, double value) {
        return new double[] {
            Arrays.stream(sorted).filter(each -> each < value).count(),
            Arrays.stream(sorted).filter(each -> each <= value).count()
        };
    }

    private static double[] sorted(SnapshotTable table, String column) {
        return table.rows().select(table.rows().col(column).cast("double")).na().drop().collectAsList().stream()
                .mapToDouble(row -> row.getDouble(0))
                .sorted()
                .toArray();
    }

    private static double tolerance(AnalyzerContext ours, Analyzer<?, Metric<?>> analyzer) {
        Object value = ours.metricMap().apply(analyzer).value().get();
        double size = value instanceof Number number ? Math.abs(number.doubleValue()) : 0;
        return ((Object) analyzer) instanceof ApproxCountDistinct ? size * HYPERLOGLOG_ERRORS + 1 : size * 1e-9 + 1e-7;
    }

    private static SnapshotTable table(Path folder, List<String> columns, List<Object[]> rows) {
        SnapshotFixture fixture = new SnapshotFixture(folder).whole("a.t", columns, rows.toArray(Object[][]::new));
        return new SnapshotReader(SparkEngine.shared(fixture.workspace()), fixture.snapshot(), fixture.workspace())
                .tables()
                .get(TableRef.parse("a.t"));
    }

    private static List<Object[]> values(Random random, int rows, int different) {
        List<Object[]> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Object[] row = row(
                    (long) random.nextInt(different) - different / 3,
                    random.nextGaussian() * 100,
                    BigDecimal.valueOf(random.nextInt(different), 2),
                    WORDS.get(random.nextInt(WORDS.size())),
                    "text " + random.nextInt(different),
                    random.nextBoolean(),
                    Date.valueOf(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(300))));
            // The first row has every value: a column without any has no metric.
            int none = i == 0 ? row.length : random.nextInt(row.length * 3);
            if (none < row.length) {
                row[none] = null;
            }
            values.add(row);
        }
        return values;
    }
}
