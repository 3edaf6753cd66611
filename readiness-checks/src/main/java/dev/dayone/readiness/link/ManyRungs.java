package dev.dayone.readiness.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dayone.readiness.link.clean.KeyCleaner;
import dev.dayone.readiness.link.clean.KeyLook;
import dev.dayone.readiness.link.clean.Ladder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** What cleaning gains between large tables: keys without a match and all keys of the other side, in every form, joined. */
final class ManyRungs {
    private ManyRungs() {}

    /** {@code joined}: keys with the rows that have them, {@code n} on one side and {@code m} on the other. */
    static Map<Integer, List<LinkCounts.Rung>> of(
            Map<Integer, LinkSides> sides, Map<Integer, LinkCounts> counts, Dataset<Row> joined) {
        Map<Integer, Ladder> ladders = new LinkedHashMap<>();
        counts.forEach((link, found) -> {
            if (found.sums().orphans() > 0 && sides.containsKey(link)) {
                Ladder ladder = ladder(sides.get(link));
                if (!ladder.isEmpty()) {
                    ladders.put(link, ladder);
                }
            }
        });
        Map<Integer, List<LinkCounts.Rung>> rungs = new LinkedHashMap<>();
        if (!ladders.isEmpty()) {
            Map<Integer, Map<Integer, Row>> forms = new HashMap<>();
            Stream.of((Row[]) summed(ladders, joined).collect())
                    .forEach(row -> forms.computeIfAbsent(row.getInt(0), link -> new HashMap<>())
                            .put(row.getInt(1), row));
            ladders.forEach((link, ladder) -> rungs.put(link, rungs(ladder, forms.getOrDefault(link, Map.of()))));
        }
        return rungs;
    }

    private static Ladder ladder(LinkSides side) {
        return Ladder.of(
                KeyLook.of(side.fromType(), some(side.fromRows(), side.fromKey())),
                KeyLook.of(side.toType(), some(side.toRows(), side.toKey())));
    }

    private static List<String> some(Dataset<Row> rows, Column key) {
        return rows.select(key.as("key")).filter(col("key").isNotNull()).limit(KeyLook.ENOUGH).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static Dataset<Row> summed(Map<Integer, Ladder> ladders, Dataset<Row> joined) {
        Map<Integer, Ladder> sent = new HashMap<>(ladders);
        UserDefinedFunction forms = functions.udf(
                (UDF2<Integer, String, String[]>)
                        (link, key) -> Objects.requireNonNull(sent.get(link)).forms(key),
                DataTypes.createArrayType(DataTypes.StringType));
        Dataset<Row> asked = joined.filter(
                col("key").isNotNull().and(col("link").isin(ladders.keySet().toArray())));
        Dataset<Row> orphans = forms(asked.filter(col("m").isNull()), forms).agg(sum("n").as("rows"));
        Dataset<Row> others = forms(asked.filter(col("m").isNotNull()), forms)
                .agg(count(lit(1)).as("keys"));
        return orphans.join(others, new String[] {"link", "form", "cleaned"}, "full_outer")
                .groupBy("link", "form")
                .agg(
                        sum(when(col("keys").isNotNull(), col("rows"))).as("gained"),
                        sum(when(col("keys").gt(1), col("rows"))).as("ambiguous"),
                        count(col("keys")).as("different"),
                        sum("keys").as("keys"));
    }

    private static RelationalGroupedDataset forms(Dataset<Row> keys, UserDefinedFunction forms) {
        return keys.select(
                        col("link"),
                        col("n"),
                        functions
                                .posexplode(forms.apply(col("link"), col("key")))
                                .as(new String[] {"form", "cleaned"}))
                .groupBy("link", "form", "cleaned");
    }

    private static List<LinkCounts.Rung> rungs(Ladder ladder, Map<Integer, Row> forms) {
        List<LinkCounts.Rung> rungs = new ArrayList<>();
        int strict = ladder.strict().size();
        List<KeyCleaner> all = ladder.all();
        long different = number(forms.get(0), "keys");
        for (int i = 0; i < all.size(); i++) {
            Row row = forms.get(i);
            Row alone = i < strict ? forms.get(all.size() + i) : null;
            long left = number(row, "different");
            rungs.add(new LinkCounts.Rung(
                    all.get(i),
                    number(row, "gained"),
                    number(alone, "gained"),
                    number(row, "ambiguous"),
                    different - left));
            different = i < strict ? left : different;
        }
        return rungs;
    }

    private static long number(@Nullable Row row, String name) {
        return row == null || row.isNullAt(row.fieldIndex(name)) ? 0 : row.<Long>getAs(name);
    }
}
