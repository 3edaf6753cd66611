package dev.dayone.readiness.engine;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.Completeness;
import com.amazon.deequ.analyzers.Compliance;
import com.amazon.deequ.analyzers.CountDistinct;
import com.amazon.deequ.analyzers.Mean;
import com.amazon.deequ.analyzers.Size;
import com.amazon.deequ.analyzers.StandardDeviation;
import com.amazon.deequ.analyzers.Uniqueness;
import com.amazon.deequ.analyzers.runners.AnalyzerContext;
import com.amazon.deequ.analyzers.runners.EmptyStateException;
import com.amazon.deequ.metrics.Metric;
import com.amazon.deequ.repository.MetricsRepository;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Nil$;

/**
 * Answers measures of one table: from the profile where that has the metric; counts of rows in one pass over batches; all
 * others by Deequ in one shared scan, with uniqueness among some of the rows grouped apart.
 *
 * <p>Predicates become columns of their own before Deequ sees them, so that no expression passes through text.
 */
public final class TableScan {
    private final SnapshotTable table;
    private final FromProfile profile;
    private final MetricsRepository repository;
    private final boolean profiled;
    /** What the profile knows of all rows it does not know of each window's. */
    private final boolean inWindows;

    private final Map<Column, String> computed = new LinkedHashMap<>();

    /** For a table and its profile. */
    public TableScan(SnapshotTable table, List<ProfiledColumn> profile) {
        this.table = table;
        this.profiled = !profile.isEmpty() && profile.get(0).profile().rows() > 0;
        this.inWindows = table.manifest().windows() != null;
        this.profile = new FromProfile(profile);
        this.repository = DeequMetrics.forChecks(profile);
    }

    /** The answers of the measures; one that breaks leaves the others alone. */
    public Map<Measure, Answer> answers(Collection<Measure> measures) {
        Map<Measure, Answer> answers = run(new LinkedHashSet<>(measures));
        Set<Measure> open = broken(answers);
        if (open.isEmpty() || measures.size() == 1) {
            return answers;
        }
        // One that Spark refuses fails a shared scan whole.
        Set<Measure> sound = new LinkedHashSet<>();
        for (Measure measure : open) {
            String fault = fault(measure);
            if (fault == null) {
                sound.add(measure);
            } else {
                answers.put(measure, new Answer.Broken(fault));
            }
        }
        if (sound.size() < open.size()) {
            answers.putAll(run(sound));
        }
        // So does one that breaks off: each alone tells whose it was.
        sound.retainAll(broken(answers));
        sound.forEach(measure -> answers.putAll(run(Set.of(measure))));
        return answers;
    }

    private static Set<Measure> broken(Map<Measure, Answer> answers) {
        Set<Measure> broken = new LinkedHashSet<>(answers.keySet());
        broken.removeIf(measure -> !(answers.get(measure) instanceof Answer.Broken));
        return broken;
    }

    /** Why Spark refuses a measure's expressions; null: it does not. Looks at the schema only. */
    private @Nullable String fault(Measure measure) {
        try {
            if (measure.where() != null) {
                table.rows().filter(measure.where()).schema();
            }
            if (measure instanceof Measure.Matching matching) {
                table.rows().filter(matching.holds()).schema();
            }
            if (measure instanceof Measure.Aggregate aggregate) {
                table.rows().agg(aggregate.aggregated()).schema();
            }
            return null;
        } catch (Exception e) { // Spark's checked exceptions are not declared for Java
            return Failure.sentence(e);
        }
    }

    private Map<Measure, Answer> run(Set<Measure> measures) {
        Map<Measure, Answer> answers = profile.answers(measures);
        Set<Measure> others = new LinkedHashSet<>(measures);
        others.removeAll(answers.keySet());
        Map<Measure, Answer> counted = counted(others);
        answers.putAll(counted);
        others.removeAll(counted.keySet());
        if (!others.isEmpty()) {
            answers.putAll(analyzed(others));
        }
        return answers;
    }

    /** What is one row's business and not known from the profile, counted in one pass; empty: it cannot be had so. */
    private Map<Measure, Answer> counted(Set<Measure> measures) {
        Map<Measure, Column> predicates = new LinkedHashMap<>();
        List<Measure.ByWindow> values = new ArrayList<>();
        for (Measure measure : measures) {
            if (measure instanceof Measure.ByWindow value) {
                values.add(value);
            }
            Column predicate = predicate(measure);
            if (predicate != null) {
                predicates.put(measure, predicate);
            }
        }
        Map<Measure, Answer> answers = new LinkedHashMap<>();
        values.forEach(value -> answers.put(value, new Answer.Nothing()));
        if (!inWindows) {
            values.clear();
        }
        if (predicates.isEmpty() && values.isEmpty()) {
            return answers;
        }
        try {
            List<Column> asked = values.stream().map(Measure.ByWindow::asked).toList();
            RowCounts counts = RowCounts.of(table, List.copyOf(predicates.values()), asked);
            if (counts != null) {
                int place = 0;
                for (Measure measure : predicates.keySet()) {
                    answers.put(measure, new Answer.Value(counts.rows(place), counts.byWindow(place)));
                    place++;
                }
                for (int i = 0; i < values.size(); i++) {
                    answers.put(values.get(i), new Answer.ByWindow(counts.sums(i)));
                }
            }
        } catch (Exception e) { // Spark throws what it does not declare
            answers.putAll(broken(predicates.keySet(), e));
        }
        return answers;
    }

    /** In which rows a measure counts; null: it counts something else, or the profile has counted it. */
    private @Nullable Column predicate(Measure measure) {
        boolean known = profiled && !inWindows && measure.where() == null && !(measure instanceof Measure.Matching);
        return known ? null : measure.predicate();
    }

    private Map<Measure, Answer> analyzed(Set<Measure> measures) {
        computed.clear();
        Map<Measure, List<Analyzer<?, ?>>> wanted = new LinkedHashMap<>();
        measures.forEach(measure -> wanted.put(measure, analyzers(measure)));
        Set<Analyzer<?, Metric<?>>> all = new LinkedHashSet<>();
        wanted.values().forEach(some -> some.forEach(analyzer -> all.add(Scala.analyzer(analyzer))));
        AnalyzerContext context;
        try {
            context = context(all);
        } catch (Exception e) { // Spark throws what it does not declare
            return broken(measures, e);
        }
        Map<Measure, Answer> answers = new LinkedHashMap<>();
        wanted.forEach((measure, some) -> answers.put(measure, answer(measure, some, context)));
        return answers;
    }

    private AnalyzerContext context(Set<Analyzer<?, Metric<?>>> all) {
        return new com.amazon.deequ.analyzers.runners.AnalysisRunBuilder(data())
                .addAnalyzers(Scala.seq(new ArrayList<>(all)))
                .useRepository(repository)
                .reuseExistingResultsForKey(DeequMetrics.KEY, false)
                .run();
    }

    private Dataset<Row> data() {
        if (computed.isEmpty()) {
            return table.rows();
        }
        List<Column> columns = new ArrayList<>(List.of(new Column("*")));
        computed.forEach((column, name) -> columns.add(column.as(name)));
        return table.rows().select(columns.toArray(Column[]::new));
    }

    /** What answers a measure: first its own analyzer, then the one whose count its ratio is of. */
    private List<Analyzer<?, ?>> analyzers(Measure measure) {
        Option<String> where = Option.apply(measure.where() == null ? null : name(measure.where()));
        Size rows = new Size(where);
        if (measure instanceof Measure.Present present) {
            return List.of(new Completeness(SnapshotTable.inner(present.column()), where, Option.empty()), rows);
        }
        if (measure instanceof Measure.Matching matching) {
            String name = name(matching.holds());
            return List.of(new Compliance(name, name, where, empty(), Option.empty()), rows);
        }
        if (measure instanceof Measure.Once once) {
            String name = SnapshotTable.inner(once.column());
            return List.of(
                    new Uniqueness(Scala.seq(List.of(name)), where, Option.empty()),
                    new Completeness(name, where, Option.empty()),
                    rows);
        }
        if (measure instanceof Measure.OnceOf once) {
            String name = name(once.value());
            return List.of(
                    new Uniqueness(Scala.seq(List.of(name)), where, Option.empty()),
                    new Completeness(name, where, Option.empty()),
                    rows);
        }
        if (measure instanceof Measure.Different different) {
            Column value = SnapshotTable.column(different.column());
            String name = different.where() == null
                    ? SnapshotTable.inner(different.column())
                    : name(functions.when(different.where(), value));
            return List.of(new CountDistinct(Scala.seq(List.of(name))));
        }
        if (measure instanceof Measure.Aggregate aggregate) {
            return List.of(new Aggregation(aggregate.aggregated()));
        }
        if (measure instanceof Measure.Mean mean) {
            return List.of(new Mean(SnapshotTable.inner(mean.column()), where));
        }
        if (measure instanceof Measure.Deviation deviation) {
            return List.of(new StandardDeviation(SnapshotTable.inner(deviation.column()), where));
        }
        return List.of(rows);
    }

    @SuppressWarnings("unchecked")
    private static scala.collection.immutable.List<String> empty() {
        return (scala.collection.immutable.List<String>) (scala.collection.immutable.List<?>) Nil$.MODULE$;
    }

    private String name(Column column) {
        return computed.computeIfAbsent(column, key -> "x" + computed.size());
    }

    /** A ratio times what it is of, and so on, back to a count of rows. */
    private Answer answer(Measure measure, List<Analyzer<?, ?>> analyzers, AnalyzerContext context) {
        boolean counts = !(measure instanceof Measure.Mean
                || measure instanceof Measure.Deviation
                || measure instanceof Measure.Aggregate);
        double product = 1;
        for (Analyzer<?, ?> analyzer : analyzers) {
            Answer answer = value(analyzer, context);
            if (answer instanceof Answer.Single) {
                return answer;
            } else if (answer instanceof Answer.Value value) {
                product *= value.value();
            } else if (answer instanceof Answer.Nothing && counts) {
                product = 0;
            } else {
                return answer;
            }
        }
        if (Double.isNaN(product)) {
            return counts ? new Answer.Value(0) : new Answer.Nothing();
        }
        return new Answer.Value(counts ? Math.rint(product) : product);
    }

    private Answer value(Analyzer<?, ?> analyzer, AnalyzerContext context) {
        Option<Metric<?>> metric = context.metricMap().get(Scala.analyzer(analyzer));
        if (metric.isEmpty()) {
            return new Answer.Broken("Deequ gave no answer.");
        }
        scala.util.Try<?> value = metric.get().value();
        if (value.isSuccess() && value.get() instanceof Aggregation.Seen seen) {
            return seen.value() == null ? new Answer.Nothing() : new Answer.Single(seen.value());
        }
        if (value.isSuccess()) {
            return new Answer.Value(((Number) value.get()).doubleValue());
        }
        Throwable failure = value.failed().get();
        if (failure instanceof EmptyStateException) {
            return new Answer.Nothing();
        }
        return broken(failure);
    }

    private Map<Measure, Answer> broken(Set<Measure> measures, Exception failure) {
        Answer broken = broken(failure);
        return measures.stream().collect(Collectors.toMap(measure -> measure, measure -> broken));
    }

    private Answer broken(Throwable failure) {
        BadRequestException unreadable = Failure.unreadable(failure, table.ref());
        if (unreadable != null) {
            throw unreadable;
        }
        return new Answer.Broken(Failure.sentence(failure));
    }
}
