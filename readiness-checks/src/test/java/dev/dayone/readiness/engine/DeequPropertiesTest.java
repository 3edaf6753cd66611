package dev.dayone.readiness.engine;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.ApproxCountDistinct;
import com.amazon.deequ.analyzers.runners.AnalysisRunBuilder;
import com.amazon.deequ.analyzers.runners.AnalyzerContext;
import com.amazon.deequ.metrics.Metric;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** On any data, what is handed to Deequ is what its own analyzers give; the approximate count within both errors. */
@org.jspecify.annotations.NullUnmarked
class DeequPropertiesTest {
    private static final double HYPERLOGLOG_ERRORS = 0.16;
    private static final List<String> WORDS =
            List.of("a@x.org", "12", "-7", "1.5", "true", "word", "", " ", "http://x.org", "123-45-6789", "Ünïcode");

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void metricsEqualWhatDeequsOwnAnalyzersGive(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 1500) int rows,
            @ForAll @IntRange(min = 1, max = 2000) int different)
            throws IOException {
        Path folder = Files.createTempDirectory("deequ");
        try {
            SnapshotTable table = table(folder, values(new Random(seed), rows, different));
            AnalyzerContext ours =
                    DeequMetrics.context(table, ColumnarProfiler.profile(table, Set.of(0, 1, 2, 3, 4, 5, 6)));
            List<Analyzer<?, Metric<?>>> analyzers =
                    new ArrayList<>(scala.collection.JavaConverters.mapAsJavaMap(ours.metricMap())
                            .keySet());
            AnalyzerContext theirs = new AnalysisRunBuilder(table.rows())
                    .addAnalyzers(Scala.seq(analyzers))
                    .run();
            assertThat(analyzers).hasSizeGreaterThan(60);
            for (Analyzer<?, Metric<?>> analyzer : analyzers) {
                DeequMetricsTest.assertEqual(ours, theirs, analyzer, tolerance(ours, analyzer));
            }
        } finally {
            FileTree.delete(folder);
        }
    }

    private static double tolerance(AnalyzerContext ours, Analyzer<?, Metric<?>> analyzer) {
        Object value = ours.metricMap().apply(analyzer).value().get();
        double size = value instanceof Number number ? Math.abs(number.doubleValue()) : 0;
        return ((Object) analyzer) instanceof ApproxCountDistinct ? size * HYPERLOGLOG_ERRORS + 1 : size * 1e-9 + 1e-7;
    }

    private static SnapshotTable table(Path folder, List<Object[]> rows) {
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .whole(
                        "a.t",
                        List.of(
                                "n bigint",
                                "x double",
                                "d decimal(12,2)",
                                "few string",
                                "many string",
                                "ok boolean",
                                "day date"),
                        rows.toArray(Object[][]::new));
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
