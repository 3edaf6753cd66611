package dev.dayone.readiness.engine;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.AnalyzerOptions;
import com.amazon.deequ.analyzers.ApproxCountDistinct;
import com.amazon.deequ.analyzers.Completeness;
import com.amazon.deequ.analyzers.CountDistinct;
import com.amazon.deequ.analyzers.Distinctness;
import com.amazon.deequ.analyzers.FilteredRowOutcome;
import com.amazon.deequ.analyzers.Kurtosis;
import com.amazon.deequ.analyzers.MaxLength;
import com.amazon.deequ.analyzers.Maximum;
import com.amazon.deequ.analyzers.Mean;
import com.amazon.deequ.analyzers.MinLength;
import com.amazon.deequ.analyzers.Minimum;
import com.amazon.deequ.analyzers.NullBehavior;
import com.amazon.deequ.analyzers.Range;
import com.amazon.deequ.analyzers.Size;
import com.amazon.deequ.analyzers.Skewness;
import com.amazon.deequ.analyzers.StandardDeviation;
import com.amazon.deequ.analyzers.Sum;
import com.amazon.deequ.analyzers.UniqueValueRatio;
import com.amazon.deequ.analyzers.Uniqueness;
import com.amazon.deequ.analyzers.Variance;
import com.amazon.deequ.analyzers.ZerosCount;
import com.amazon.deequ.analyzers.runners.AnalyzerContext;
import com.amazon.deequ.metrics.DoubleMetric;
import com.amazon.deequ.metrics.Entity;
import com.amazon.deequ.metrics.Metric;
import com.amazon.deequ.repository.MetricsRepository;
import com.amazon.deequ.repository.ResultKey;
import com.amazon.deequ.repository.memory.InMemoryMetricsRepository;
import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import scala.Enumeration;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.util.Success;

/**
 * The profile in Deequ's words, so that whatever of Deequ's builds on metrics works from it without touching the data.
 * Deequ's definitions hold: its deviation is of the population, uniqueness is of the rows with a value. Where it counts
 * NaN among numbers, the profile leaves it out.
 */
public final class DeequMetrics {
    /** Under which a table's profile is kept. */
    static final ResultKey KEY = new ResultKey(0L, Map$.MODULE$.<String, String>empty());

    private scala.collection.immutable.Map<Analyzer<?, Metric<?>>, Metric<?>> metrics =
            Map$.MODULE$.<Analyzer<?, Metric<?>>, Metric<?>>empty();

    private DeequMetrics() {}

    /** A repository that holds the profile of one table. */
    static MetricsRepository repository(SnapshotTable table, List<ProfiledColumn> columns) {
        return saved(context(table, columns));
    }

    /** One that holds what checks ask for: counts, uniqueness, moments, bounds and lengths. */
    static MetricsRepository forChecks(List<ProfiledColumn> columns) {
        return saved(new AnalyzerContext(basic(columns).metrics));
    }

    private static MetricsRepository saved(AnalyzerContext context) {
        MetricsRepository repository = new InMemoryMetricsRepository();
        repository.save(KEY, context);
        return repository;
    }

    static AnalyzerContext context(SnapshotTable table, List<ProfiledColumn> columns) {
        DeequMetrics all = basic(columns);
        for (int i = 0; i < columns.size(); i++) {
            ColumnType type = table.columns().get(i).type();
            all.addValues(SnapshotTable.inner(i), columns.get(i), type);
            all.addRanks(SnapshotTable.inner(i), columns.get(i), type);
        }
        return new AnalyzerContext(all.metrics);
    }

    /** What a report shows of a table, under its columns' own names; no value of a column that is not shown. */
    static AnalyzerContext reported(TableReport table) {
        DeequMetrics all = new DeequMetrics();
        all.put(new Size(none()), Entity.Dataset(), "*", table.sampledRows());
        for (ColumnReport column : table.columns()) {
            all.addReported(column.name(), column.profile(), column.visibility() == Visibility.SHOWN);
        }
        return new AnalyzerContext(all.metrics);
    }

    private void addReported(String name, ColumnProfile profile, boolean shown) {
        double present = (double) profile.rows() - profile.nulls();
        if (profile.rows() > 0) {
            put(new Completeness(name, none(), none()), name, present / profile.rows());
        }
        put(new ApproxCountDistinct(name, none()), name, profile.distinct());
        if (shown && profile.mean() != null && profile.standardDeviation() != null && profile.sum() != null) {
            put(new Mean(name, none()), name, profile.mean());
            put(new Sum(name, none()), name, profile.sum());
            put(new StandardDeviation(name, none()), name, population(profile.standardDeviation(), present));
        }
        if (shown && profile.mean() != null && profile.min() != null && profile.max() != null) {
            putBound(new Minimum(name, none(), none()), name, profile.min());
            putBound(new Maximum(name, none(), none()), name, profile.max());
        }
        if (profile.length() != null) {
            putLengths(name, profile.length(), none());
        }
        if (profile.distinctExact() && present > 0) {
            put(new Distinctness(Scala.seq(List.of(name)), none()), name, profile.distinct() / present);
        }
    }

    /** Of numbers alone: a time has a mean too. */
    private void putBound(Analyzer<?, ?> analyzer, String name, String text) {
        try {
            put(analyzer, name, Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return; // no number, so Deequ has no such metric
        }
    }

    private static DeequMetrics basic(List<ProfiledColumn> columns) {
        DeequMetrics all = new DeequMetrics();
        if (!columns.isEmpty()) {
            all.put(
                    new Size(none()),
                    Entity.Dataset(),
                    "*",
                    columns.get(0).profile().rows());
        }
        for (int i = 0; i < columns.size(); i++) {
            all.addColumn(SnapshotTable.inner(i), columns.get(i));
        }
        return all;
    }

    private void addColumn(String name, ProfiledColumn column) {
        ColumnProfile profile = column.profile();
        double present = (double) profile.rows() - profile.nulls();
        if (profile.rows() > 0) {
            put(new Completeness(name, none(), none()), name, present / profile.rows());
        }
        put(new ApproxCountDistinct(name, none()), name, profile.distinct());
        if (profile.mean() != null && profile.sum() != null && profile.standardDeviation() != null) {
            put(new Mean(name, none()), name, profile.mean());
            put(new Sum(name, none()), name, profile.sum());
            double deviation = population(profile.standardDeviation(), present);
            put(new StandardDeviation(name, none()), name, deviation);
            put(new Variance(name, none()), name, deviation * deviation);
            put(new Minimum(name, none(), none()), name, number(profile.min()));
            put(new Maximum(name, none(), none()), name, number(profile.max()));
            put(new Range(name, none()), name, number(profile.max()) - number(profile.min()));
            putForm(name, profile);
        }
        if (profile.length() != null) {
            putLengths(name, profile.length(), none());
            // Asked so, Deequ takes a null for an empty text.
            ColumnProfile.Length length = profile.length();
            putLengths(
                    name,
                    profile.nulls() == 0 ? length : new ColumnProfile.Length(0, length.max(), length.mean()),
                    Option.apply(new AnalyzerOptions(NullBehavior.EmptyString(), FilteredRowOutcome.TRUE())));
        }
        if (column.uniqueness() != null && present > 0) {
            double distinct = column.uniqueness().distinct();
            double once = column.uniqueness().once();
            scala.collection.Seq<String> names = Scala.seq(List.of(name));
            put(new Uniqueness(names, none(), none()), name, once / present);
            put(new Distinctness(names, none()), name, distinct / present);
            put(new UniqueValueRatio(names, none(), none()), name, distinct == 0 ? 0 : once / distinct);
            put(new CountDistinct(names), name, distinct);
        }
    }

    private void putForm(String name, ColumnProfile profile) {
        ColumnDetail.NumberDetail numbers =
                profile.detail() == null ? null : profile.detail().numbers();
        if (numbers != null && numbers.skewness() != null && numbers.kurtosis() != null) {
            put(new Skewness(name, none()), name, numbers.skewness());
            put(new Kurtosis(name, none()), name, numbers.kurtosis());
        }
        if (profile.zeros() != null) {
            put(new ZerosCount(name, none()), name, profile.zeros());
        }
    }

    private void addValues(String name, ProfiledColumn column, ColumnType type) {
        if (column.values() != null && DeequValues.writes(type)) {
            putAll(new DeequValues(
                            name,
                            column.values(),
                            column.profile().rows(),
                            column.profile().nulls())
                    .metrics(type));
        }
    }

    private void addRanks(String name, ProfiledColumn column, ColumnType type) {
        if (column.ranks() != null) {
            putAll(new DeequRanks(name, column.ranks()).metrics(type));
        }
    }

    private void putAll(Map<Analyzer<?, ?>, Metric<?>> more) {
        more.forEach((analyzer, metric) -> metrics = metrics.updated(Scala.analyzer(analyzer), metric));
    }

    private void putLengths(String name, ColumnProfile.Length length, Option<AnalyzerOptions> options) {
        put(new MinLength(name, none(), options), name, length.min());
        put(new MaxLength(name, none(), options), name, length.max());
    }

    private void put(Analyzer<?, ?> analyzer, String column, Number value) {
        put(analyzer, Entity.Column(), column, value);
    }

    private void put(Analyzer<?, ?> analyzer, Enumeration.Value entity, String instance, Number value) {
        String name = analyzer.getClass().getSimpleName();
        Metric<?> metric = new DoubleMetric(entity, name, instance, new Success<>(value.doubleValue()), none());
        metrics = metrics.updated(Scala.analyzer(analyzer), metric);
    }

    private static double population(double ofSample, double values) {
        return ofSample * Math.sqrt((values - 1) / values);
    }

    private static double number(@org.jspecify.annotations.Nullable String text) {
        return text == null ? Double.NaN : Double.parseDouble(text);
    }

    private static <T> Option<T> none() {
        return Option.empty();
    }
}
