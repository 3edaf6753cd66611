package dev.dayone.readiness.engine;

import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.readiness.profile.ColumnState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The pass over files that are one part, here and now. Spark's reader hands out the same batches; each core takes some of the
 * columns of all files, so that a column has one state, which need not travel, and none to be merged with.
 */
final class DirectPass {
    /** Few columns at a time, that their tables stay in a core's cache; more where there is little in each. */
    private static final int FEWEST_AT_ONCE = 12;

    private static final long BYTES_AT_ONCE = 1L << 20;

    private final TableFiles files;
    private final boolean inWindows;
    private final List<ColumnState.Request> requests;
    private final Taker taker;

    /** Takes a column's state as soon as the column is read; called by several threads. */
    interface Taker {
        void take(int column, ColumnState state);
    }

    private DirectPass(TableFiles files, boolean inWindows, List<ColumnState.Request> requests, Taker taker) {
        this.files = files;
        this.inWindows = inWindows;
        this.requests = requests;
        this.taker = taker;
    }

    /**
     * Hands over the state of each of the files' columns, which is let go after that.
     *
     * @param inWindows whether the files say in which window a row was drawn
     * @param requests one a column
     */
    static void run(TableFiles files, boolean inWindows, List<ColumnState.Request> requests, Taker taker) {
        int columns = requests.size();
        int cores = Math.min(columns, Runtime.getRuntime().availableProcessors());
        int rounds = (columns - 1) / (cores * atOnce(files.bytes() / columns)) + 1;
        int strips = Math.min(columns, cores * rounds);
        DirectPass pass = new DirectPass(files, inWindows, requests, taker);
        IntStream.range(0, cores).parallel().forEach(core -> pass.strips(core, cores, strips));
    }

    private static int atOnce(long bytesAColumn) {
        return (int)
                Math.max(FEWEST_AT_ONCE, Math.min(ColumnarPass.COLUMNS_AT_ONCE, BYTES_AT_ONCE / (bytesAColumn + 1)));
    }

    /** The strips whose place has the rest {@code core}. */
    private void strips(int core, int cores, int strips) {
        Map<Path, ParquetMetadata> footers = strips > cores ? new HashMap<>() : null;
        for (int strip = core; strip < strips; strip += cores) {
            strip(strip, strips, footers);
        }
    }

    /** Every column whose position has the rest {@code strip}. */
    private void strip(int strip, int strips, @Nullable Map<Path, ParquetMetadata> footers) {
        StructType schema = new StructType();
        List<ColumnReader> readers = new ArrayList<>();
        for (int i = strip; i < requests.size(); i += strips) {
            StructField field = files.schema().fields()[i];
            schema = schema.add(field);
            readers.add(ColumnReader.of(field.dataType(), requests.get(i)));
        }
        int[] order = ColumnarPass.inOrder(readers.size());
        List<WindowTally> tallies = inWindows ? WindowTally.of(schema) : List.of();
        WindowRuns runs = new WindowRuns(readers.size());
        StructType asked = inWindows ? schema.add(Windows.COLUMN, DataTypes.IntegerType, true) : schema;
        new FileBatches(files, asked, footers).forEach(batch -> {
            ColumnarPass.read(batch, readers, order);
            WindowTally.read(batch, tallies, runs);
        });
        for (int i = 0; i < readers.size(); i++) {
            readers.get(i).end();
            int column = strip + i * strips;
            for (ColumnState state : readers.get(i).states()) {
                if (inWindows) {
                    state.inWindows(tallies.get(i).found());
                }
                taker.take(column, state);
            }
        }
    }
}
