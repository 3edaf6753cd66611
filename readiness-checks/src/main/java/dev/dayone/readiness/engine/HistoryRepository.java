package dev.dayone.readiness.engine;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.runners.AnalyzerContext;
import com.amazon.deequ.metrics.Metric;
import com.amazon.deequ.repository.AnalysisResult;
import com.amazon.deequ.repository.AnalysisResultSerde$;
import com.amazon.deequ.repository.MetricsRepository;
import com.amazon.deequ.repository.MetricsRepositoryMultipleResultsLoader;
import com.amazon.deequ.repository.ResultKey;
import dev.dayone.pilot.report.TableReport;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map$;

/** Deequ's repository of metrics over what a history keeps: its anomaly checks and queries work on dayone's runs. */
public final class HistoryRepository implements MetricsRepository {
    private final KeptResults kept;

    /** Over a place for results. */
    public HistoryRepository(KeptResults kept) {
        this.kept = kept;
    }

    /** What reports show of tables as Deequ writes it, by the tables' tags; dated by when they were sampled. */
    public static Map<Map<String, String>, String> written(
            Instant sampled, Map<Map<String, String>, TableReport> tables) {
        Map<Map<String, String>, String> written = new LinkedHashMap<>();
        tables.forEach((tags, table) -> written.put(
                tags, written(new ResultKey(sampled.toEpochMilli(), Scala.map(tags)), DeequMetrics.reported(table))));
        return written;
    }

    @Override
    public void save(ResultKey key, AnalyzerContext context) {
        kept.put(key.dataSetDate(), JavaConverters.mapAsJavaMap(key.tags()), written(key, context));
    }

    private static String written(ResultKey key, AnalyzerContext context) {
        // As Deequ's own repositories do: a metric that failed is not kept.
        scala.collection.immutable.Map<Analyzer<?, Metric<?>>, Metric<?>> sound =
                Map$.MODULE$.<Analyzer<?, Metric<?>>, Metric<?>>empty();
        Iterator<Tuple2<Analyzer<?, Metric<?>>, Metric<?>>> metrics =
                context.metricMap().iterator();
        while (metrics.hasNext()) {
            Tuple2<Analyzer<?, Metric<?>>, Metric<?>> one = metrics.next();
            if (one._2().value().isSuccess()) {
                sound = sound.updated(one._1(), one._2());
            }
        }
        return AnalysisResultSerde$.MODULE$.serialize(
                Scala.seq(List.of(new AnalysisResult(key, new AnalyzerContext(sound)))));
    }

    @Override
    public Option<AnalyzerContext> loadByKey(ResultKey key) {
        return Option.apply(kept.between(key.dataSetDate(), key.dataSetDate()).stream()
                .flatMap(text -> read(text).stream())
                .filter(result -> result.resultKey().equals(key))
                .map(AnalysisResult::analyzerContext)
                .findFirst()
                .orElse(null));
    }

    @Override
    public MetricsRepositoryMultipleResultsLoader load() {
        return new Loader(kept);
    }

    private static List<AnalysisResult> read(String text) {
        return Scala.list(AnalysisResultSerde$.MODULE$.deserialize(text));
    }

    /** Gathers what is asked for. Like Deequ's own, it changes with each call. */
    private static final class Loader implements MetricsRepositoryMultipleResultsLoader {
        private final KeptResults kept;
        private long from = Long.MIN_VALUE;
        private long to = Long.MAX_VALUE;
        private Map<String, String> tags = Map.of();
        private @Nullable Set<Analyzer<?, Metric<?>>> analyzers;

        Loader(KeptResults kept) {
            this.kept = kept;
        }

        @Override
        public MetricsRepositoryMultipleResultsLoader withTagValues(
                scala.collection.immutable.Map<String, String> values) {
            tags = JavaConverters.mapAsJavaMap(values);
            return this;
        }

        @Override
        public MetricsRepositoryMultipleResultsLoader forAnalyzers(Seq<Analyzer<?, Metric<?>>> asked) {
            analyzers = new HashSet<>(Scala.list(asked));
            return this;
        }

        @Override
        public MetricsRepositoryMultipleResultsLoader after(long date) {
            from = date;
            return this;
        }

        @Override
        public MetricsRepositoryMultipleResultsLoader before(long date) {
            to = date;
            return this;
        }

        @Override
        public Seq<AnalysisResult> get() {
            return Scala.seq(kept.between(from, to).stream()
                    .flatMap(text -> read(text).stream())
                    .filter(result -> JavaConverters.mapAsJavaMap(
                                    result.resultKey().tags())
                            .entrySet()
                            .containsAll(tags.entrySet()))
                    .map(this::narrowed)
                    .toList());
        }

        private AnalysisResult narrowed(AnalysisResult result) {
            Set<Analyzer<?, Metric<?>>> asked = analyzers;
            if (asked == null) {
                return result;
            }
            scala.collection.immutable.Map<Analyzer<?, Metric<?>>, Metric<?>> found =
                    Map$.MODULE$.<Analyzer<?, Metric<?>>, Metric<?>>empty();
            for (Analyzer<?, Metric<?>> analyzer : asked) {
                Option<Metric<?>> metric = result.analyzerContext().metric(analyzer);
                if (metric.isDefined()) {
                    found = found.updated(analyzer, metric.get());
                }
            }
            return new AnalysisResult(result.resultKey(), new AnalyzerContext(found));
        }
    }
}
