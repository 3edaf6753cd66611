package dev.dayone.readiness.engine;

import dev.dayone.readiness.profile.ColumnState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The pass over a few small files, here and now: planning and running a job would take longer than they do. Spark's reader
 * hands out the same batches; each core takes some of the columns of all files.
 */
final class DirectPass {
    private final TableFiles files;
    private final List<ColumnState.Request> requests;

    private DirectPass(TableFiles files, List<ColumnState.Request> requests) {
        this.files = files;
        this.requests = requests;
    }

    /** The states of the files' columns as bytes; {@code requests}: one a column. */
    static List<byte[]> run(TableFiles files, List<ColumnState.Request> requests) {
        int cores = Math.min(requests.size(), Runtime.getRuntime().availableProcessors());
        int strips = (requests.size() - 1) / ColumnarPass.COLUMNS_AT_ONCE + 1;
        int shares = Math.max(cores, strips);
        DirectPass pass = new DirectPass(files, requests);
        List<List<byte[]>> found = IntStream.range(0, shares)
                .parallel()
                .mapToObj(share -> pass.states(share, shares))
                .toList();
        return IntStream.range(0, requests.size())
                .mapToObj(i -> found.get(i % shares).get(i / shares))
                .toList();
    }

    /** Of every column whose position has the rest {@code share}. */
    private List<byte[]> states(int share, int shares) {
        StructType schema = new StructType();
        List<ColumnReader> readers = new ArrayList<>();
        for (int i = share; i < requests.size(); i += shares) {
            StructField field = files.schema().fields()[i];
            schema = schema.add(field);
            readers.add(ColumnReader.of(field.dataType(), requests.get(i)));
        }
        int[] order = ColumnarPass.inOrder(readers.size());
        new FileBatches(files, schema).forEach(batch -> ColumnarPass.read(batch, readers, order));
        return ColumnarPass.written(readers);
    }
}
