package dev.dayone.readiness.engine;

import dev.dayone.readiness.kept.KeptPart;
import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.StateCodec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.RowToColumnConverter;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.FileScanRDD;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * One pass over rows in the batches of Spark's vectorised Parquet reader, states by partition. Where a plan is not one
 * columnar scan, its rows are put into batches first.
 */
final class ColumnarPass {
    /** States are some hundred kilobytes a column while they are filled: a wide table is read in strips. */
    static final int COLUMNS_AT_ONCE = 100;

    private static final int ROWS_A_BATCH = 1024;

    private ColumnarPass() {}

    /** What each partition needs to know of the columns. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Columns(StructType schema, ColumnState.Request[] requests, int[] order) implements Serializable {
        List<ColumnReader> readers() {
            List<ColumnReader> readers = new ArrayList<>();
            for (int i = 0; i < requests.length; i++) {
                readers.add(ColumnReader.of(schema.fields()[i].dataType(), requests[i]));
            }
            return readers;
        }
    }

    /** Runs over all rows, some of the columns at a time; {@code requests}: one a column. */
    static List<KeptPart> run(Dataset<Row> rows, List<ColumnState.Request> requests) {
        if (scan(rows) == null) {
            return byRow(rows, requests);
        }
        List<KeptPart> parts = List.of();
        for (int from = 0; from < requests.size(); from += COLUMNS_AT_ONCE) {
            int to = Math.min(requests.size(), from + COLUMNS_AT_ONCE);
            Dataset<Row> some = to - from == requests.size() ? rows : rows.select(columns(rows, from, to));
            List<KeptPart> found = scanned(some, requests.subList(from, to));
            parts = parts.isEmpty() ? found : beside(parts, found);
        }
        return parts;
    }

    private static Column[] columns(Dataset<Row> rows, int from, int to) {
        return Stream.of(rows.schema().fieldNames())
                .skip(from)
                .limit(to - (long) from)
                .map(name -> new Column(UnresolvedAttribute.quoted(name)))
                .toArray(Column[]::new);
    }

    /** Parts of the same files with the columns of both. */
    private static List<KeptPart> beside(List<KeptPart> parts, List<KeptPart> found) {
        List<KeptPart> wider = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<byte[]> columns = new ArrayList<>(parts.get(i).columns());
            columns.addAll(found.get(i).columns());
            wider.add(new KeptPart(parts.get(i).files(), columns));
        }
        return wider;
    }

    /** The one columnar scan that the rows' plan is; null: it is more. */
    static @Nullable FileSourceScanExec scan(Dataset<Row> rows) {
        SparkPlan plan = rows.queryExecution().sparkPlan();
        return plan instanceof FileSourceScanExec scan && scan.supportsColumnar() ? scan : null;
    }

    private static List<KeptPart> scanned(Dataset<Row> rows, List<ColumnState.Request> requests) {
        FileSourceScanExec scan = Objects.requireNonNull(scan(rows));
        Parts.choose(scan);
        Columns columns =
                new Columns(rows.schema(), requests.toArray(ColumnState.Request[]::new), order(scan, rows.schema()));
        List<List<byte[]>> states = scan.executeColumnar()
                .toJavaRDD()
                .mapPartitions(part -> List.of(states(part, columns)).iterator())
                .collect();
        return parts(states, scan);
    }

    private static List<KeptPart> byRow(Dataset<Row> rows, List<ColumnState.Request> requests) {
        Columns columns =
                new Columns(rows.schema(), requests.toArray(ColumnState.Request[]::new), inOrder(requests.size()));
        JavaRDD<InternalRow> all = rows.queryExecution().toRdd().toJavaRDD();
        return all
                .mapPartitions(part -> List.of(states(new Batches(part, columns.schema()), columns))
                        .iterator())
                .collect()
                .stream()
                .map(states -> new KeptPart(new TreeSet<>(), states))
                .toList();
    }

    static int[] inOrder(int columns) {
        return IntStream.range(0, columns).toArray();
    }

    private static List<KeptPart> parts(List<List<byte[]>> states, FileSourceScanExec scan) {
        List<KeptPart> parts = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            TreeSet<String> files = new TreeSet<>();
            if (scan.inputRDD() instanceof FileScanRDD scanned) {
                Stream.of(scanned.filePartitions().apply(i).files())
                        .forEach(file -> files.add(file.toPath().getName()));
            }
            parts.add(new KeptPart(files, states.get(i)));
        }
        return parts;
    }

    /** Where the scan has each column: its order is the files', not the manifest's. */
    static int[] order(FileSourceScanExec scan, StructType schema) {
        List<String> names = Scala.list(scan.output()).stream()
                .map(attribute -> attribute.name())
                .toList();
        return Stream.of(schema.fieldNames()).mapToInt(names::indexOf).toArray();
    }

    private static List<byte[]> states(Iterator<ColumnarBatch> batches, Columns columns) {
        List<ColumnReader> readers = columns.readers();
        batches.forEachRemaining(batch -> read(batch, readers, columns.order()));
        List<byte[]> written = new ArrayList<>();
        for (ColumnReader reader : readers) {
            reader.end();
            reader.states().forEach(state -> written.add(StateCodec.write(state)));
        }
        return written;
    }

    /** The states of rows that are at hand. */
    static List<byte[]> states(List<InternalRow> rows, StructType schema, List<ColumnState.Request> requests) {
        Columns columns = new Columns(schema, requests.toArray(ColumnState.Request[]::new), inOrder(requests.size()));
        return states(new Batches(rows.iterator(), schema), columns);
    }

    /** Takes a batch in; {@code order}: by reader, the place of its column in the batch. */
    static void read(ColumnarBatch batch, List<ColumnReader> readers, int[] order) {
        for (int i = 0; i < readers.size(); i++) {
            readers.get(i).read(batch.column(order[i]), batch.numRows());
        }
    }

    /** Rows put into batches. */
    private static final class Batches implements Iterator<ColumnarBatch> {
        private final Iterator<InternalRow> rows;
        private final RowToColumnConverter converter;
        private final WritableColumnVector[] vectors;

        Batches(Iterator<InternalRow> rows, StructType schema) {
            this.rows = rows;
            this.converter = new RowToColumnConverter(schema);
            this.vectors = OnHeapColumnVector.allocateColumns(ROWS_A_BATCH, schema);
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public ColumnarBatch next() {
            for (WritableColumnVector vector : vectors) {
                vector.reset();
            }
            int length = 0;
            while (length < ROWS_A_BATCH && rows.hasNext()) {
                converter.convert(rows.next(), vectors);
                length++;
            }
            return new ColumnarBatch(vectors.clone(), length);
        }
    }
}
