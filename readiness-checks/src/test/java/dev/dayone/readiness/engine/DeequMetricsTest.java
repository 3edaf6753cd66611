package dev.dayone.readiness.engine;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.amazon.deequ.VerificationResult;
import com.amazon.deequ.VerificationSuite;
import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.ApproxCountDistinct;
import com.amazon.deequ.analyzers.runners.AnalysisRunBuilder;
import com.amazon.deequ.analyzers.runners.AnalyzerContext;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import com.amazon.deequ.checks.CheckStatus;
import com.amazon.deequ.metrics.BucketDistribution;
import com.amazon.deequ.metrics.Metric;
import dev.dayone.pilot.TableRef;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

@NullUnmarked
class DeequMetricsTest {
    @TempDir
    Path folder;

    private SnapshotTable table;
    private List<ProfiledColumn> profile;

    @BeforeEach
    void writeTable() {
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .whole(
                        "a.t",
                        List.of("id bigint", "x double", "name string", "nothing string"),
                        row(1L, 1.5, "one", null),
                        row(2L, null, "two", null),
                        row(2L, -3.0, "three", null),
                        row(null, 8.25, null, null),
                        row(7L, 0.0, "", null));
        table = new SnapshotReader(SparkEngine.shared(fixture.workspace()), fixture.snapshot(), fixture.workspace())
                .tables()
                .get(TableRef.parse("a.t"));
        profile = ColumnarProfiler.profileForDeequ(table, Set.of());
    }

    @Test
    void equalWhatDeequsOwnAnalyzersGive() {
        AnalyzerContext ours = DeequMetrics.context(table, profile);
        List<Analyzer<?, Metric<?>>> analyzers = new ArrayList<>(
                scala.collection.JavaConverters.mapAsJavaMap(ours.metricMap()).keySet());

        AnalyzerContext theirs = new AnalysisRunBuilder(table.rows())
                .addAnalyzers(Scala.seq(analyzers))
                .run();

        assertThat(analyzers).hasSizeGreaterThan(30);
        for (Analyzer<?, Metric<?>> analyzer : analyzers) {
            double tolerance = ((Object) analyzer) instanceof ApproxCountDistinct ? 0.5 : 1e-9;
            assertEqual(ours, theirs, analyzer, tolerance);
        }
    }

    static void assertEqual(
            AnalyzerContext ours, AnalyzerContext theirs, Analyzer<?, Metric<?>> analyzer, double tolerance) {
        Object mine = ours.metricMap().apply(analyzer).value().get();
        Object expected = theirs.metricMap().apply(analyzer).value().get();
        if (mine instanceof BucketDistribution distribution) {
            BucketDistribution sketched = (BucketDistribution) expected;
            assertThat(distribution.buckets()).as(analyzer.toString()).isEqualTo(sketched.buckets());
            assertThat(weights(distribution)).as(analyzer.toString()).isEqualTo(weights(sketched));
        } else if (mine instanceof Number number) {
            double value = ((Number) expected).doubleValue();
            assertThat(number.doubleValue()).as(analyzer.toString()).isCloseTo(value, within(tolerance));
        } else {
            assertThat(mine).as(analyzer.toString()).isEqualTo(expected);
        }
    }

    private static Map<Double, Long> weights(BucketDistribution distribution) {
        Map<Double, Long> weights = new TreeMap<>();
        for (int level = 0; level < distribution.data().length; level++) {
            for (double value : distribution.data()[level]) {
                weights.merge(value, 1L << level, Long::sum);
            }
        }
        return weights;
    }

    @Test
    void letDeequsChecksRunWithoutTouchingTheData() {
        Dataset<Row> empty = table.rows().limit(0);
        Check check = new Check(CheckLevel.Error(), "from the profile", Scala.seq(List.of()))
                .hasCompleteness("c0", rate -> (Double) rate == 0.8, Option.empty(), Option.empty())
                .hasMax("c1", most -> (Double) most == 8.25, Option.empty(), Option.empty());

        VerificationResult result = new VerificationSuite()
                .onData(empty)
                .addCheck(check)
                .useRepository(DeequMetrics.repository(table, profile))
                .reuseExistingResultsForKey(DeequMetrics.KEY, true)
                .run();

        assertThat(result.status()).isEqualTo(CheckStatus.Success());
    }
}
