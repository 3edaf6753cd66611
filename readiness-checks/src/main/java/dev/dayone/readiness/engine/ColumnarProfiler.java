package dev.dayone.readiness.engine;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.JavaConverters;

/**
 * Profiles every column of a table in one pass over the batches of Spark's vectorised Parquet reader, a state a
 * partition. Where a plan is not one columnar scan, the same states are fed row by row.
 */
public final class ColumnarProfiler {
    private ColumnarProfiler() {}

    /** What each partition needs to know of the columns. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Columns(ColumnType[] types, boolean[] counted) implements Serializable {
        private ColumnState[] states() {
            ColumnState[] states = new ColumnState[types.length];
            for (int i = 0; i < types.length; i++) {
                states[i] = ColumnState.of(
                        types[i], counted[i] ? ColumnState.Request.UNIQUENESS : ColumnState.Request.USUAL);
            }
            return states;
        }
    }

    /** The columns' statistics, in order; {@code uniqueness}: positions whose repeated values are counted exactly. */
    public static List<ProfiledColumn> profile(SnapshotTable table, Set<Integer> uniqueness) {
        List<ColumnInfo> infos = table.columns();
        Columns columns = new Columns(new ColumnType[infos.size()], new boolean[infos.size()]);
        for (int i = 0; i < infos.size(); i++) {
            // Spark's Java serialisation carries enum constants and records alike.
            columns.types()[i] = infos.get(i).type();
            columns.counted()[i] = uniqueness.contains(i);
        }
        ColumnState[] whole = columns.states();
        for (ColumnState[] part : states(table, columns).collect()) {
            for (int i = 0; i < whole.length; i++) {
                whole[i].merge(part[i]);
            }
        }
        return Arrays.stream(whole).map(ColumnState::finish).toList();
    }

    private static JavaRDD<ColumnState[]> states(SnapshotTable table, Columns columns) {
        SparkPlan plan = table.rows().queryExecution().sparkPlan();
        if (plan instanceof FileSourceScanExec scan && scan.supportsColumnar()) {
            int[] order = order(scan, columns.types().length);
            RDD<ColumnarBatch> batches = scan.executeColumnar();
            return batches.toJavaRDD().mapPartitions(part -> List.<ColumnState[]>of(ofBatches(part, columns, order))
                    .iterator());
        }
        RDD<InternalRow> rows = table.rows().queryExecution().toRdd();
        return rows.toJavaRDD().mapPartitions(part -> List.<ColumnState[]>of(ofRows(part, columns))
                .iterator());
    }

    /** Where the scan has each column: its order is the files', not the manifest's. */
    private static int[] order(FileSourceScanExec scan, int length) {
        List<String> names = new ArrayList<>();
        JavaConverters.seqAsJavaList(scan.output()).forEach(attribute -> names.add(attribute.name()));
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            order[i] = names.indexOf(SnapshotTable.inner(i));
        }
        return order;
    }

    private static ColumnState[] ofBatches(Iterator<ColumnarBatch> batches, Columns columns, int[] order) {
        ColumnState[] states = columns.states();
        ColumnFeed feed = new ColumnFeed();
        while (batches.hasNext()) {
            ColumnarBatch batch = batches.next();
            for (int i = 0; i < states.length; i++) {
                feed.feed(batch.column(order[i]), batch.numRows(), columns.types()[i], states[i]);
            }
        }
        return states;
    }

    private static ColumnState[] ofRows(Iterator<InternalRow> rows, Columns columns) {
        ColumnState[] states = columns.states();
        ColumnFeed feed = new ColumnFeed();
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            for (int i = 0; i < states.length; i++) {
                feed.feed(row, i, columns.types()[i], states[i]);
            }
        }
        return states;
    }
}
