package dev.dayone.readiness.engine;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Dataset$;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.NumericType;
import org.jspecify.annotations.Nullable;

/** Runs one guarded SELECT over a snapshot's tables, by their real names, for one number. */
public final class MetricQuery {
    private final SparkEngine engine;
    private final Map<TableRef, SnapshotTable> tables;
    private final Map<TableRef, Set<Integer>> hidden;
    private final Duration limit;

    /**
     * Over some tables; a query that takes longer than {@code limit} is broken off.
     *
     * @param hidden the positions of columns whose values a number must not give away
     */
    public MetricQuery(
            SparkEngine engine,
            Map<TableRef, SnapshotTable> tables,
            Map<TableRef, Set<Integer>> hidden,
            Duration limit) {
        this.engine = engine;
        this.tables = tables;
        this.hidden = hidden;
        this.limit = limit;
    }

    /** The number, or why there is none; and the tables that the query reads. */
    public record Result(
            @Nullable Double value,
            Set<TableRef> tables,
            @Nullable String error) {}

    /** Runs a query. Throws {@link BadRequestException} only if the snapshot cannot be read. */
    public Result run(String sql) {
        return run(sql, null);
    }

    /** The same, with the tables of the source {@code home} under their bare names too. */
    public Result run(String sql, @Nullable String home) {
        Set<TableRef> read = new TreeSet<>();
        try {
            Dataset<Row> rows = rows(sql, new QueryTables(tables, hidden, read, home), read);
            if (rows.schema().length() != 1) {
                return new Result(
                        null, read, "The query yields " + rows.schema().length() + " columns, expected one number.");
            }
            if (!(rows.schema().apply(0).dataType() instanceof NumericType)) {
                return new Result(
                        null,
                        read,
                        "The query yields a "
                                + rows.schema().apply(0).dataType().simpleString() + ", expected one number.");
            }
            String column = Lineage.shownBy(rows.queryExecution().analyzed());
            if (column != null) {
                return new Result(
                        null,
                        read,
                        "The number could be a value of column '" + column
                                + "', which is not shown: count its rows, or name it under 'shown'.");
            }
            return number(collect(rows.limit(2)), read);
        } catch (SqlGuard.Refused e) {
            return new Result(null, read, e.getMessage());
        } catch (TimeoutException e) {
            return new Result(null, read, "The query took longer than " + limit.toSeconds() + " s and was broken off.");
        } catch (Exception e) { // Spark throws what it does not declare
            for (TableRef table : read) {
                BadRequestException unreadable = Failure.unreadable(e, table);
                if (unreadable != null) {
                    throw unreadable;
                }
            }
            return new Result(null, read, Failure.sentence(e));
        }
    }

    /**
     * The number of each section, or why there are none.
     *
     * @param ofRank whether the number is a median or another quantile
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record BySection(
            double @Nullable [] numbers,
            boolean ofRank,
            @Nullable String reason) {
        private static BySection not(String reason) {
            return new BySection(null, false, reason);
        }
    }

    /**
     * Runs a query, which has yielded a number, once more: for each of some sections of the rows of tables that were drawn, each
     * by itself.
     *
     * @param alike whether the same share of each was drawn, as far as anybody knows
     */
    public BySection bySection(String sql, List<SnapshotTable> drawn, boolean alike, int sections, Duration within) {
        Set<TableRef> read = new TreeSet<>();
        try {
            Map<TableRef, Section> parted = drawn.stream()
                    .map(table -> Section.of(table, sections))
                    .collect(Collectors.toMap(Section::table, section -> section));
            Dataset<Row> rows = rows(sql, new QueryTables(tables, hidden, read, null, parted), read);
            Sectioning.Asked asked = Sectioning.of(rows.queryExecution().analyzed(), alike);
            Row[] found = collect(Dataset$.MODULE$.ofRows(session(read), asked.plan()), within);
            if (found.length != sections || Stream.of(found).anyMatch(row -> row.isNullAt(0))) {
                return BySection.not("too few of the rows read are what it asks for");
            }
            return new BySection(
                    Stream.of(found)
                            .mapToDouble(row -> ((Number) row.get(0)).doubleValue())
                            .toArray(),
                    asked.ofRank(),
                    null);
        } catch (Sectioning.Unfit e) {
            return BySection.not(e.reason());
        } catch (TimeoutException e) {
            return BySection.not("it could not be told within " + within.toSeconds() + " s");
        } catch (Exception e) { // Spark throws what it does not declare
            return BySection.not("it could not be told: " + Failure.sentence(e));
        }
    }

    /** The rows of a guarded SELECT. Throws what Spark throws, and {@link SqlGuard.Refused}. */
    Dataset<Row> rows(String sql, QueryTables resolver, Set<TableRef> read) throws Exception {
        LogicalPlan parsed = engine.session().sessionState().sqlParser().parsePlan(sql);
        LogicalPlan resolved = resolver.resolve(parsed, new HashSet<>());
        Dataset<Row> rows = Dataset$.MODULE$.ofRows(session(read), resolved);
        resolver.checkAnalyzed(rows.queryExecution().analyzed());
        return rows;
    }

    private static Result number(Row[] rows, Set<TableRef> read) {
        if (rows.length != 1) {
            String found = rows.length == 0 ? "no row" : "more than one row";
            return new Result(null, read, "The query yields " + found + ", expected one number.");
        }
        if (rows[0].isNullAt(0)) {
            return new Result(null, read, "The query yields NULL, expected one number: no row may have matched.");
        }
        double value = ((Number) rows[0].get(0)).doubleValue();
        return Double.isFinite(value)
                ? new Result(value, read, null)
                : new Result(null, read, "The query yields " + value + ", expected one finite number.");
    }

    /** SQL ignores case in names, unless a table has columns that differ in nothing else. */
    private SparkSession session(Set<TableRef> read) {
        boolean ambiguous = read.stream().anyMatch(ref -> {
            SnapshotTable table = tables.get(ref);
            return table != null
                    && table.columns().stream()
                                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                                    .distinct()
                                    .count()
                            < table.columns().size();
        });
        if (!ambiguous) {
            return engine.session();
        }
        SparkSession session = engine.session().newSession();
        session.conf().set("spark.sql.caseSensitive", "true");
        return session;
    }

    /** The rows themselves, within the limit. */
    Row[] collect(Dataset<Row> rows) throws Exception {
        return collect(rows, limit);
    }

    private Row[] collect(Dataset<Row> rows, Duration within) throws Exception {
        String group = "metric-" + UUID.randomUUID();
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "dayone-metric");
            made.setDaemon(true);
            return made;
        });
        try {
            Future<Row[]> result = thread.submit(() -> {
                engine.session().sparkContext().setJobGroup(group, "metric", true);
                return (Row[]) rows.collect();
            });
            return result.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            engine.session().sparkContext().cancelJobGroup(group);
            thread.shutdownNow();
        }
    }

    /** The tables of a snapshot whose names a query may use, for messages. */
    static List<String> names(Map<TableRef, SnapshotTable> tables) {
        return tables.keySet().stream().map(TableRef::toString).toList();
    }
}
