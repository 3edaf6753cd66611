package dev.dayone.readiness.link;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dayone.pilot.Link;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.readiness.engine.Failure;
import dev.dayone.readiness.privacy.Shape;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * Measures every link of a flow: between small tables here, all others in one job, in which the keys of all links, each in
 * every step of cleaning, are counted on both sides and joined once.
 */
public final class Links {
    /** As many shapes of orphans are told. */
    static final int SHAPES = 10;

    /** Rows whose keys are held in memory without a thought. */
    private static final long FEW_ROWS = 100_000;

    private final Map<TableRef, SnapshotTable> tables;
    private final long fewRows;

    /** Over the tables of one snapshot. */
    public Links(Map<TableRef, SnapshotTable> tables) {
        this(tables, FEW_ROWS);
    }

    /** {@code fewRows}: tables of more rows are joined by a job. */
    Links(Map<TableRef, SnapshotTable> tables, long fewRows) {
        this.tables = tables;
        this.fewRows = fewRows;
    }

    /** The results, in the links' order. */
    public List<LinkResult> measure(List<Link> links) {
        Map<Integer, LinkSides> sides = new LinkedHashMap<>();
        Map<Integer, String> errors = new LinkedHashMap<>();
        for (int i = 0; i < links.size(); i++) {
            try {
                sides.put(i, LinkSides.of(links.get(i), tables));
            } catch (IllegalArgumentException e) {
                errors.put(i, String.valueOf(e.getMessage()));
            }
        }
        Map<Integer, LinkCounts> counts = new LinkedHashMap<>();
        try {
            counts.putAll(counted(sides));
        } catch (Exception e) { // Spark throws what it does not declare
            sides.keySet().forEach(i -> errors.put(i, Failure.sentence(e)));
        }
        List<LinkResult> results = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            LinkSides side = sides.get(i);
            String error = errors.get(i);
            results.add(
                    side == null || error != null
                            ? LinkJudge.noAnswer(links.get(i), String.valueOf(error))
                            : LinkJudge.judge(side, counts.getOrDefault(i, LinkCounts.NONE)));
        }
        return results;
    }

    private Map<Integer, LinkCounts> counted(Map<Integer, LinkSides> sides) {
        Map<Integer, LinkCounts> counts = new LinkedHashMap<>();
        Map<Integer, LinkSides> others = new LinkedHashMap<>();
        Map<Integer, Optional<LinkCounts>> here = sides.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Map.Entry::getKey, side -> Optional.ofNullable(FewKeys.counts(side.getValue(), fewRows))));
        sides.forEach((link, side) -> here.getOrDefault(link, Optional.empty())
                .ifPresentOrElse(few -> counts.put(link, few), () -> others.put(link, side)));
        if (!others.isEmpty()) {
            counts.putAll(countedBySpark(others));
        }
        return counts;
    }

    private static Map<Integer, LinkCounts> countedBySpark(Map<Integer, LinkSides> sides) {
        Dataset<Row> from = null;
        Dataset<Row> to = null;
        for (Map.Entry<Integer, LinkSides> entry : sides.entrySet()) {
            LinkSides side = entry.getValue();
            from = together(from, keys(entry.getKey(), side.fromRows(), side.fromKey()));
            to = together(to, keys(entry.getKey(), side.toRows(), side.toKey()));
        }
        Map<Integer, LinkCounts> counts = new LinkedHashMap<>();
        if (from != null && to != null) {
            Dataset<Row> joined =
                    cleaned(from, "n").join(cleaned(to, "m"), new String[] {"link", "step", "key"}, "full_outer");
            Stream.of((Row[]) summed(joined).collect())
                    .sorted(Comparator.comparingInt(row -> row.getAs("rank")))
                    .collect(Collectors.groupingBy(row -> row.getInt(0)))
                    .forEach((link, rows) -> counts.put(link, LinkCounts.of(rows)));
        }
        return counts;
    }

    private static Dataset<Row> together(@Nullable Dataset<Row> all, Dataset<Row> more) {
        return all == null ? more : all.union(more);
    }

    private static Dataset<Row> keys(int link, Dataset<Row> rows, Column key) {
        return rows.select(lit(link).as("link"), key.as("raw"))
                .groupBy("link", "raw")
                .agg(count(lit(1)).as("rows"));
    }

    /** The keys in each step of cleaning, with the rows that have them; those without a key stand once, in step 0. */
    private static Dataset<Row> cleaned(Dataset<Row> keys, String rows) {
        Column[] steps = new Column[KeyCleaner.STEPS.size()];
        for (int i = 0; i < steps.length; i++) {
            Column key = KeyCleaner.STEPS.get(i).clean().apply(col("raw"));
            steps[i] = functions.struct(lit(i).as("step"), key.as("key"));
        }
        return keys.select(
                        col("link"), functions.explode(functions.array(steps)).as("cleaned"), col("rows"))
                .groupBy(
                        col("link"),
                        col("cleaned.step").as("step"),
                        col("cleaned.key").as("key"))
                .agg(sum("rows").as(rows));
    }

    /** A row for each link, step and shape of orphans: the most frequent shapes, with the sums over all of them. */
    private static Dataset<Row> summed(Dataset<Row> joined) {
        UserDefinedFunction shape = functions.udf((UDF1<String, String>) Shape::of, DataTypes.StringType);
        Column keyed = col("key").isNotNull();
        Column orphan = keyed.and(col("n").isNotNull()).and(col("m").isNull());
        Dataset<Row> byShape = joined.withColumn(
                        "shape", when(orphan.and(col("step").equalTo(0)), shape.apply(col("key"))))
                .groupBy("link", "step", "shape")
                .agg(
                        rowsWhen(keyed.and(col("m").isNotNull())).as("matched"),
                        rowsWhen(functions.not(keyed)).as("without"),
                        rowsWhen(lit(true)).as("rows"),
                        keysWhen(orphan).as("orphans"),
                        keysWhen(keyed.and(col("m").gt(1))).as("repeated"),
                        keysWhen(keyed.and(col("n").isNull())).as("unreferenced"));
        WindowSpec group = Window.partitionBy("link", "step");
        Column rank = functions
                .row_number()
                .over(group.orderBy(col("shape").isNull(), col("orphans").desc(), col("shape")));
        return byShape.select(
                        col("link"),
                        col("step"),
                        col("shape"),
                        col("orphans").as("ofShape"),
                        rank.as("rank"),
                        sum("matched").over(group),
                        sum("without").over(group),
                        sum("rows").over(group),
                        sum("orphans").over(group),
                        sum("repeated").over(group),
                        sum("unreferenced").over(group))
                .filter(col("rank").leq(SHAPES));
    }

    private static Column rowsWhen(Column condition) {
        return coalesce(sum(when(condition, coalesce(col("n"), lit(0L)))), lit(0L));
    }

    private static Column keysWhen(Column condition) {
        return count(when(condition, lit(1)));
    }
}
