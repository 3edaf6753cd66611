package dev.dayone.readiness.link;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dayone.readiness.privacy.Shape;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Counts links between large tables: the keys of all links in one job, and what cleaning gains in a second. */
final class ManyKeys {
    private static final List<String> SUMS = List.of(
            "matched",
            "rows",
            "without",
            "orphans",
            "repeated",
            "unreferenced",
            "joined",
            "manyToMany",
            "repeatedOrphans");

    private ManyKeys() {}

    static Map<Integer, LinkCounts> counts(Map<Integer, LinkSides> sides) {
        Dataset<Row> from = null;
        Dataset<Row> to = null;
        for (Map.Entry<Integer, LinkSides> entry : sides.entrySet()) {
            LinkSides side = entry.getValue();
            from = together(from, keys(entry.getKey(), side.fromRows(), side.fromKey(), "n"));
            to = together(to, keys(entry.getKey(), side.toRows(), side.toKey(), "m"));
        }
        Map<Integer, LinkCounts> counts = new LinkedHashMap<>();
        if (from != null && to != null) {
            Dataset<Row> joined = from.join(to, new String[] {"link", "key"}, "full_outer");
            Stream.of((Row[]) summed(joined).collect())
                    .sorted(Comparator.comparingInt(row -> row.getAs("rank")))
                    .collect(Collectors.groupingBy(row -> row.getInt(0)))
                    .forEach((link, rows) -> counts.put(link, LinkCounts.of(rows)));
            ManyRungs.of(sides, counts, joined)
                    .forEach((link, rungs) -> counts.computeIfPresent(link, (same, found) -> found.with(rungs)));
        }
        return counts;
    }

    private static Dataset<Row> together(@Nullable Dataset<Row> all, Dataset<Row> more) {
        return all == null ? more : all.union(more);
    }

    private static Dataset<Row> keys(int link, Dataset<Row> rows, Column key, String count) {
        return rows.select(lit(link).as("link"), key.as("key"))
                .groupBy("link", "key")
                .agg(count(lit(1)).as(count));
    }

    /** A row for each link and shape of orphans: the most frequent shapes, with the sums over all of them. */
    private static Dataset<Row> summed(Dataset<Row> joined) {
        UserDefinedFunction shape = functions.udf((UDF1<String, String>) Shape::of, DataTypes.StringType);
        Column keyed = col("key").isNotNull();
        Column found = keyed.and(col("n").isNotNull()).and(col("m").isNotNull());
        Column orphan = keyed.and(col("n").isNotNull()).and(col("m").isNull());
        Column pairs = coalesce(col("n").multiply(col("m")), lit(0L));
        Dataset<Row> byShape = joined.withColumn("shape", when(orphan, shape.apply(col("key"))))
                .groupBy("link", "shape")
                .agg(
                        rowsWhen(keyed.and(col("m").isNotNull())).as("matched"),
                        rowsWhen(functions.not(keyed)).as("without"),
                        rowsWhen(lit(true)).as("rows"),
                        keysWhen(orphan).as("orphans"),
                        keysWhen(keyed.and(col("m").gt(1))).as("repeated"),
                        keysWhen(keyed.and(col("n").isNull())).as("unreferenced"),
                        sum(when(found, pairs).otherwise(lit(0L))).as("joined"),
                        max(when(found, col("m")).otherwise(lit(0L))).as("mostOnTo"),
                        keysWhen(found.and(col("n").gt(1)).and(col("m").gt(1))).as("manyToMany"),
                        keysWhen(orphan.and(col("n").gt(1))).as("repeatedOrphans"));
        WindowSpec group = Window.partitionBy("link");
        Column rank = functions
                .row_number()
                .over(group.orderBy(col("shape").isNull(), col("orphans").desc(), col("shape")));
        Stream<Column> own = Stream.of(
                col("link"),
                col("shape"),
                col("orphans").as("ofShape"),
                rank.as("rank"),
                max("mostOnTo").over(group).as("mostOnTo"));
        Stream<Column> sums = SUMS.stream().map(name -> sum(name).over(group).as(name));
        return byShape.select(Stream.concat(own, sums).toArray(Column[]::new))
                .filter(col("rank").leq(Links.SHAPES));
    }

    private static Column rowsWhen(Column condition) {
        return coalesce(sum(when(condition, coalesce(col("n"), lit(0L)))), lit(0L));
    }

    private static Column keysWhen(Column condition) {
        return count(when(condition, lit(1)));
    }
}
