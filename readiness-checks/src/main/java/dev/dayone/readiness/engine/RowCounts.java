package dev.dayone.readiness.engine;

import dev.dayone.readiness.statistic.Clumps;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * In how many rows of a table each of many predicates is true, all in one pass over batches: on the driver where the
 * files are small, else in one job.
 */
final class RowCounts {
    private RowCounts() {}

    /** The counts, in order; null: the rows are not files to be read in batches, or a predicate is not a row's business. */
    static @Nullable List<Clumps> of(SnapshotTable table, List<Column> predicates) {
        return of(table, predicates, TableFiles.FEW_BYTES);
    }

    /** {@code fewBytes}: files of more bytes than that together are read by a job. */
    static @Nullable List<Clumps> of(SnapshotTable table, List<Column> predicates, long fewBytes) {
        Column[] asked = predicates.stream()
                .map(predicate -> functions.when(predicate, true).otherwise(false))
                .toArray(Column[]::new);
        RowExpressions rows = RowExpressions.of(table.rows().select(asked));
        if (rows == null) {
            return null;
        }
        int block = table.drawing().together() > 1 ? Clumps.BLOCK : 0;
        return rows.files().bytes() <= fewBytes ? here(rows, block) : byJob(table.rows(), rows, block);
    }

    private static List<Clumps> here(RowExpressions rows, int block) {
        Tallies tallies = new Tallies(rows.expressions(), block);
        new FileBatches(rows.files(), rows.columns()).forEach(tallies::add);
        return tallies.counts();
    }

    private static @Nullable List<Clumps> byJob(Dataset<Row> all, RowExpressions rows, int block) {
        Column[] columns = Stream.of(rows.columns().fieldNames())
                .map(name -> new Column(UnresolvedAttribute.quoted(name)))
                .toArray(Column[]::new);
        Dataset<Row> needed = all.select(columns);
        FileSourceScanExec scan = ColumnarPass.scan(needed);
        if (scan == null) {
            return null;
        }
        Part part = new Part(
                rows.expressions().toArray(Expression[]::new), ColumnarPass.order(scan, rows.columns()), block);
        Parts.choose(scan);
        List<List<Clumps>> found = scan.executeColumnar()
                .toJavaRDD()
                .mapPartitions(batches -> List.of(part.counts(batches)).iterator())
                .collect();
        return IntStream.range(0, rows.expressions().size())
                .mapToObj(i -> found.stream().map(counts -> counts.get(i)).reduce(Clumps.NONE, Clumps::and))
                .toList();
    }

    /** What each partition does; {@code order}: where a batch has each column. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(Expression[] predicates, int[] order, int block) implements Serializable {
        List<Clumps> counts(Iterator<ColumnarBatch> batches) {
            Tallies tallies = new Tallies(List.of(predicates), block);
            batches.forEachRemaining(batch -> {
                ColumnVector[] vectors =
                        IntStream.of(order).mapToObj(batch::column).toArray(ColumnVector[]::new);
                tallies.add(new ColumnarBatch(vectors, batch.numRows()));
            });
            return tallies.counts();
        }
    }

    /** The predicates by the columns that they are over. */
    private static final class Tallies {
        private final List<List<Integer>> places = new ArrayList<>();
        private final List<PredicateTally> tallies = new ArrayList<>();
        private final int predicates;

        /** {@code block}: rows to be counted together; 0: all. */
        Tallies(List<Expression> expressions, int block) {
            predicates = expressions.size();
            Map<Integer, List<Integer>> byColumn = new LinkedHashMap<>();
            for (int i = 0; i < predicates; i++) {
                byColumn.computeIfAbsent(column(expressions.get(i)), column -> new ArrayList<>())
                        .add(i);
            }
            byColumn.forEach((column, some) -> {
                places.add(some);
                tallies.add(
                        new PredicateTally(some.stream().map(expressions::get).toList(), column, block));
            });
        }

        /** The only column of an expression; -1: it has none or several. */
        private static int column(Expression expression) {
            int[] columns = columns(expression).distinct().toArray();
            return columns.length == 1 ? columns[0] : -1;
        }

        private static IntStream columns(Expression expression) {
            return expression instanceof BoundReference bound
                    ? IntStream.of(bound.ordinal())
                    : Scala.list(expression.children()).stream().flatMapToInt(Tallies::columns);
        }

        void add(ColumnarBatch batch) {
            tallies.forEach(tally -> tally.add(batch));
        }

        List<Clumps> counts() {
            Clumps[] counts = new Clumps[predicates];
            for (int i = 0; i < tallies.size(); i++) {
                List<Clumps> some = tallies.get(i).counts();
                for (int j = 0; j < some.size(); j++) {
                    counts[places.get(i).get(j)] = some.get(j);
                }
            }
            return List.of(counts);
        }
    }
}
