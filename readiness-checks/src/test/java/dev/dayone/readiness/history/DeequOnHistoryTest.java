package dev.dayone.readiness.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.Completeness;
import com.amazon.deequ.analyzers.Mean;
import com.amazon.deequ.analyzers.Size;
import com.amazon.deequ.analyzers.runners.AnalyzerContext;
import com.amazon.deequ.anomalydetection.AnomalyDetector;
import com.amazon.deequ.anomalydetection.DataPoint;
import com.amazon.deequ.anomalydetection.OnlineNormalStrategy;
import com.amazon.deequ.metrics.Metric;
import com.amazon.deequ.repository.AnalysisResult;
import com.amazon.deequ.repository.MetricsRepository;
import com.amazon.deequ.repository.ResultKey;
import dev.dayone.pilot.History;
import dev.dayone.pilot.snapshot.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.Some;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map$;

/** Deequ's own interface and anomaly detection on what dayone remembers. */
class DeequOnHistoryTest {
    private static final long DAY = 86_400_000L;
    private static final Completeness FILLED = new Completeness("wait", Option.empty(), Option.empty());

    @TempDir
    Path folder;

    @Test
    void answersDeequsQueries() {
        try (RunHistory history = filled()) {
            MetricsRepository repository = history.repository();
            long first = Reports.FIRST.toEpochMilli();

            List<AnalysisResult> found = JavaConverters.seqAsJavaList(repository
                    .load()
                    .after(first + 2 * DAY)
                    .before(first + 5 * DAY)
                    .withTagValues(tag("table", "desk.tickets"))
                    .forAnalyzers(analyzers(FILLED))
                    .get());

            assertThat(found)
                    .extracting(result -> result.resultKey().dataSetDate())
                    .containsExactly(first + 2 * DAY, first + 3 * DAY, first + 4 * DAY, first + 5 * DAY);
            assertThat(found).allSatisfy(result -> {
                assertThat(result.analyzerContext().metricMap().size()).isEqualTo(1);
                assertThat(value(result.analyzerContext(), FILLED)).isBetween(0.97, 0.98);
            });
            assertThat(repository
                            .load()
                            .withTagValues(tag("pilot", "another"))
                            .get()
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void givesBackWhatIsSavedUnderAKey() {
        try (RunHistory history = filled()) {
            ResultKey key = new ResultKey(5L, tag("by", "somebody"));
            MetricsRepository repository = history.repository();
            AnalyzerContext context =
                    JavaConverters.seqAsJavaList(repository.load().get()).get(0).analyzerContext();
            repository.save(key, context);

            AnalyzerContext loaded = repository.loadByKey(key).get();
            assertThat(loaded.metricMap()).isEqualTo(context.metricMap());
            assertThat(value(loaded, new Size(Option.empty()))).isEqualTo(1000);
            assertThat(value(loaded, new Mean("wait", Option.empty()))).isEqualTo(50);
            assertThat(repository
                            .loadByKey(new ResultKey(5L, tag("by", "nobody")))
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void deequsStrategiesFindTheJump() {
        try (RunHistory history = filled()) {
            List<DataPoint<Object>> points = new ArrayList<>();
            for (AnalysisResult result :
                    JavaConverters.seqAsJavaList(history.repository().load().get())) {
                points.add(new DataPoint<>(
                        result.resultKey().dataSetDate(), new Some<>(value(result.analyzerContext(), FILLED))));
            }
            assertThat(points).hasSize(20);
            AnomalyDetector detector =
                    new AnomalyDetector(new OnlineNormalStrategy(new Some<>(4.0), new Some<>(4.0), 0.1, true));
            Seq<DataPoint<Object>> earlier =
                    JavaConverters.asScalaBuffer(points).toList();
            long next = Reports.FIRST.toEpochMilli() + 20 * DAY;
            assertThat(detector.isNewPointAnomalous(earlier, new DataPoint<>(next, new Some<Object>(0.975)))
                            .anomalies()
                            .isEmpty())
                    .isTrue();
            assertThat(detector.isNewPointAnomalous(earlier, new DataPoint<>(next, new Some<Object>(0.6)))
                            .anomalies()
                            .size())
                    .isEqualTo(1);
        }
    }

    private RunHistory filled() {
        Workspace workspace = new Workspace(folder);
        RunHistory history = RunHistory.open(HistoryPlace.in(workspace));
        for (int day = 0; day < 20; day++) {
            history.remember(
                    Reports.on("triage", day).rows(1000, 20 + day % 6).done(),
                    History.DEFAULT,
                    workspace,
                    findings -> findings);
        }
        return history;
    }

    private static double value(AnalyzerContext context, Analyzer<?, ?> analyzer) {
        return (Double) context.metricMap().apply(cast(analyzer)).value().get();
    }

    private static Seq<Analyzer<?, Metric<?>>> analyzers(Analyzer<?, ?> one) {
        List<Analyzer<?, Metric<?>>> list = new ArrayList<>();
        list.add(cast(one));
        return JavaConverters.asScalaBuffer(list).toList();
    }

    @SuppressWarnings("unchecked")
    private static Analyzer<?, Metric<?>> cast(Analyzer<?, ?> analyzer) {
        return (Analyzer<?, Metric<?>>) analyzer;
    }

    private static scala.collection.immutable.Map<String, String> tag(String name, String value) {
        return Map$.MODULE$.<String, String>empty().updated(name, value);
    }
}
