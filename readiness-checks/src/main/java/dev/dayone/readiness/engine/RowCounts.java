package dev.dayone.readiness.engine;

import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.readiness.statistic.WindowCounts;
import dev.dayone.readiness.statistic.WindowSums;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * In how many rows of a table each of many predicates is true, and what values add up to window by window, all in one pass
 * over batches: on the driver where the files are small, else in one job.
 */
final class RowCounts {
    private static final int PARTS = 4;

    private final RowTallies.Found found;

    private RowCounts(RowTallies.Found found) {
        this.found = found;
    }

    /** The counts; null: the rows are not files to be read in batches, or a predicate is not a row's business. */
    static @Nullable RowCounts of(SnapshotTable table, List<Column> predicates, List<Column> values) {
        return of(table, predicates, values, TableFiles.ONE_PART);
    }

    /** {@code fewBytes}: files of more bytes than that together are read by a job. */
    static @Nullable RowCounts of(SnapshotTable table, List<Column> predicates, List<Column> values, long fewBytes) {
        Dataset<Row> inWindows = table.rowsInWindows();
        Dataset<Row> all = inWindows == null ? table.rows() : inWindows;
        List<Column> asked = new ArrayList<>();
        predicates.forEach(
                predicate -> asked.add(functions.when(predicate, true).otherwise(false)));
        asked.addAll(values);
        if (inWindows != null) {
            asked.add(functions.col(Windows.COLUMN));
        }
        RowExpressions rows = RowExpressions.of(all.select(asked.toArray(Column[]::new)));
        if (rows == null) {
            return null;
        }
        RowTallies.Asked what = new RowTallies.Asked(
                rows.expressions().toArray(Expression[]::new), predicates.size(), values.size(), inWindows != null);
        RowTallies.Found found = rows.files().bytes() <= fewBytes ? here(rows, what) : byJob(all, rows, what);
        return found == null ? null : new RowCounts(found);
    }

    /** In how many rows a predicate is true. */
    long rows(int predicate) {
        return found.rows()[predicate];
    }

    /** The same by window; null: rows were drawn in none. */
    @Nullable
    WindowCounts byWindow(int predicate) {
        return found.byWindow() == null ? null : new WindowCounts(found.byWindow()[predicate]);
    }

    /** What values came to. */
    WindowSums sums(int value) {
        return found.sums()[value];
    }

    /** Parts by the files alone, so that sums are added up in the same order on any machine. */
    private static RowTallies.Found here(RowExpressions rows, RowTallies.Asked what) {
        int parts = rows.files().bytes() > TableFiles.FEW_BYTES ? PARTS : 1;
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    RowTallies tallies = new RowTallies(what);
                    new FileBatches(rows.files().part(part, parts), rows.columns()).forEach(tallies::add);
                    return tallies.found();
                })
                .toList()
                .stream()
                .reduce(RowTallies.Found::and)
                .orElseThrow();
    }

    private static RowTallies.@Nullable Found byJob(Dataset<Row> all, RowExpressions rows, RowTallies.Asked what) {
        Column[] columns = Stream.of(rows.columns().fieldNames())
                .map(name -> new Column(UnresolvedAttribute.quoted(name)))
                .toArray(Column[]::new);
        Dataset<Row> needed = all.select(columns);
        FileSourceScanExec scan = ColumnarPass.scan(needed);
        if (scan == null) {
            return null;
        }
        Part part = new Part(what, ColumnarPass.order(scan, rows.columns()));
        Parts.choose(scan);
        List<RowTallies.Found> found = scan.executeColumnar()
                .toJavaRDD()
                .mapPartitions(batches -> List.of(part.found(batches)).iterator())
                .collect();
        RowTallies.Found none = new RowTallies(what).found();
        return found.stream().reduce(none, RowTallies.Found::and);
    }

    /** What each partition does; {@code order}: where a batch has each column. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(RowTallies.Asked asked, int[] order) implements Serializable {
        RowTallies.Found found(Iterator<ColumnarBatch> batches) {
            RowTallies tallies = new RowTallies(asked);
            batches.forEachRemaining(batch -> {
                ColumnVector[] vectors =
                        IntStream.of(order).mapToObj(batch::column).toArray(ColumnVector[]::new);
                tallies.add(new ColumnarBatch(vectors, batch.numRows()));
            });
            return tallies.found();
        }
    }
}
