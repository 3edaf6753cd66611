package dev.dayone.readiness.engine;

import dev.dayone.readiness.profile.ColumnState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The pass over files that are one part, here and now. Spark's reader hands out the same batches; each core takes some of the
 * columns of all files, so that a column has one state, which need not travel, and none to be merged with.
 */
final class DirectPass<T> {
    /** Few columns at a time, that their tables stay in a core's cache; more where there is little in each. */
    private static final int FEWEST_AT_ONCE = 12;

    private static final long BYTES_AT_ONCE = 1L << 20;

    private final TableFiles files;
    private final List<ColumnState.Request> requests;
    private final Told<T> told;

    /** What is made of a column's state as soon as the column is read. */
    interface Told<T> {
        T of(int column, ColumnState state);
    }

    private DirectPass(TableFiles files, List<ColumnState.Request> requests, Told<T> told) {
        this.files = files;
        this.requests = requests;
        this.told = told;
    }

    /**
     * What is told of the files' columns, in order. Their states are large: each is told, by one thread at a time, as soon as
     * its column is read, and let go. {@code requests}: one a column.
     */
    static <T> List<T> run(TableFiles files, List<ColumnState.Request> requests, Told<T> told) {
        int columns = requests.size();
        int cores = Math.min(columns, Runtime.getRuntime().availableProcessors());
        int rounds = (columns - 1) / (cores * atOnce(files.bytes() / columns)) + 1;
        int strips = Math.min(columns, cores * rounds);
        DirectPass<T> pass = new DirectPass<>(files, requests, told);
        List<List<List<T>>> found = IntStream.range(0, cores)
                .parallel()
                .mapToObj(core -> pass.strips(core, cores, strips))
                .toList();
        return IntStream.range(0, columns)
                .mapToObj(i ->
                        found.get(i % strips % cores).get(i % strips / cores).get(i / strips))
                .toList();
    }

    private static int atOnce(long bytesAColumn) {
        return (int)
                Math.max(FEWEST_AT_ONCE, Math.min(ColumnarPass.COLUMNS_AT_ONCE, BYTES_AT_ONCE / (bytesAColumn + 1)));
    }

    /** The strips whose place has the rest {@code core}. */
    private List<List<T>> strips(int core, int cores, int strips) {
        Map<Path, ParquetMetadata> footers = strips > cores ? new HashMap<>() : null;
        List<List<T>> found = new ArrayList<>();
        for (int strip = core; strip < strips; strip += cores) {
            found.add(strip(strip, strips, footers));
        }
        return found;
    }

    /** Of every column whose position has the rest {@code share}. */
    private List<T> strip(int share, int shares, @Nullable Map<Path, ParquetMetadata> footers) {
        StructType schema = new StructType();
        List<ColumnReader> readers = new ArrayList<>();
        for (int i = share; i < requests.size(); i += shares) {
            StructField field = files.schema().fields()[i];
            schema = schema.add(field);
            readers.add(ColumnReader.of(field.dataType(), requests.get(i)));
        }
        int[] order = ColumnarPass.inOrder(readers.size());
        new FileBatches(files, schema, footers).forEach(batch -> ColumnarPass.read(batch, readers, order));
        List<T> strip = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            readers.get(i).end();
            int column = share + i * shares;
            readers.get(i).states().forEach(state -> strip.add(told.of(column, state)));
        }
        return strip;
    }
}
