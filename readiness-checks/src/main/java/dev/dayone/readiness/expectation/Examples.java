package dev.dayone.readiness.expectation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** The most frequent values against each rule, unmasked: one job for all checks of a table. */
final class Examples {
    /** In place of a value that is missing. */
    static final String NULL = "NULL";

    /** Characters of a value that are kept. */
    static final int LONGEST = 200;

    /** Values looked at where only their shapes are shown, for many values share a shape. */
    private static final int LOOKED_AT = 500;

    private Examples() {}

    /** By the check's number. */
    static Map<Integer, List<ValueCount>> of(SnapshotTable table, Map<Integer, Unexpected> wanted) {
        Dataset<Row> all = null;
        List<Column> entries = new ArrayList<>();
        for (Map.Entry<Integer, Unexpected> check : wanted.entrySet()) {
            Unexpected unexpected = check.getValue();
            if (unexpected.condition() == null) {
                all = together(all, repeated(table, check.getKey(), unexpected));
            } else {
                entries.add(functions.when(
                        filter(unexpected.where()).and(unexpected.condition()),
                        functions.struct(
                                lit(check.getKey()).as("check"),
                                value(unexpected).as("value"))));
            }
        }
        if (!entries.isEmpty()) {
            Dataset<Row> single = table.rows()
                    .select(functions
                            .explode(functions.array(entries.toArray(Column[]::new)))
                            .as("e"))
                    .filter(col("e").isNotNull())
                    .groupBy(col("e.check"), col("e.value"))
                    .agg(functions.count(lit(1)).as("rows"));
            all = together(all, single);
        }
        return all == null ? Map.of() : first(all);
    }

    private static Dataset<Row> repeated(SnapshotTable table, int check, Unexpected unexpected) {
        Column[] values =
                unexpected.columns().stream().map(SnapshotTable::column).toArray(Column[]::new);
        Column present =
                Arrays.stream(values).map(Column::isNotNull).reduce(Column::or).orElse(lit(true));
        return table.rows()
                .filter(filter(unexpected.where()).and(present))
                .groupBy(values)
                .agg(functions.count(lit(1)).as("rows"))
                .filter(col("rows").gt(1))
                .select(lit(check).as("check"), value(unexpected).as("value"), col("rows"));
    }

    private static Dataset<Row> together(@Nullable Dataset<Row> all, Dataset<Row> more) {
        return all == null ? more : all.union(more);
    }

    private static Map<Integer, List<ValueCount>> first(Dataset<Row> all) {
        Column rank = functions
                .row_number()
                .over(Window.partitionBy("check").orderBy(col("rows").desc(), col("value")));
        Map<Integer, List<ValueCount>> values = new LinkedHashMap<>();
        Row[] rows = (Row[])
                all.withColumn("rank", rank).filter(col("rank").leq(LOOKED_AT)).collect();
        // Sorted here: to sort a few rows in Spark takes it a job more.
        Arrays.sort(rows, Comparator.comparingInt(row -> row.getAs("rank")));
        for (Row row : rows) {
            values.computeIfAbsent(row.getInt(0), key -> new ArrayList<>())
                    .add(new ValueCount(row.isNullAt(1) ? "" : row.getString(1), row.getLong(2)));
        }
        return values;
    }

    static Column filter(@Nullable Column where) {
        return where == null ? lit(true) : functions.coalesce(where, lit(false));
    }

    static Column value(Unexpected unexpected) {
        Column[] texts = unexpected.columns().stream()
                .map(position -> functions.coalesce(
                        functions.substring(SnapshotTable.column(position).cast("string"), 1, LONGEST), lit(NULL)))
                .toArray(Column[]::new);
        return functions.concat_ws(", ", texts);
    }
}
