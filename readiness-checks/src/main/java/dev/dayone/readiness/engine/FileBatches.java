package dev.dayone.readiness.engine;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.collection.Iterator;

/** Some columns of a table's files in the batches of Spark's reader, here and now, without a job. For one thread. */
final class FileBatches {
    private final List<Path> paths;
    private final Function1<PartitionedFile, Iterator<InternalRow>> reader;

    /** {@code columns}: some of the files' columns, in the order in which batches are to have them. */
    FileBatches(TableFiles files, StructType columns) {
        this.paths = files.paths();
        Map<String, String> options = new HashMap<>(files.options());
        options.put(FileFormat.OPTION_RETURNING_BATCH(), "true");
        this.reader = new ParquetFileFormat()
                .buildReaderWithPartitionValues(
                        files.session(),
                        files.schema(),
                        new StructType(),
                        columns,
                        Scala.seq(List.of()),
                        Scala.map(options),
                        files.session().sessionState().newHadoopConfWithOptions(Scala.map(options)));
    }

    /** Hands over each batch; it is filled anew for the next. */
    void forEach(Consumer<ColumnarBatch> taker) {
        for (Path path : paths) {
            Iterator<?> batches = null;
            try {
                batches = guarded(path, () -> reader.apply(whole(path)));
                Iterator<?> open = batches;
                while (guarded(path, open::hasNext)) {
                    taker.accept(guarded(path, () -> (ColumnarBatch) open.next()));
                }
            } finally {
                close(path, batches);
            }
        }
    }

    private static PartitionedFile whole(Path path) {
        long size = path.toFile().length();
        return new PartitionedFile(
                InternalRow.empty(),
                SparkPath.fromPath(new org.apache.hadoop.fs.Path(path.toUri())),
                0,
                size,
                new String[0],
                0,
                size,
                Scala.map(Map.of()));
    }

    private interface Step<T> {
        T run() throws Exception;
    }

    /** Whatever the reader throws, and Scala declares nothing, says that the file cannot be read. */
    private static <T> T guarded(Path path, Step<T> step) {
        try {
            return step.run();
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException("Broken while reading file " + path.getFileName(), e));
        }
    }

    private static void close(Path path, @Nullable Iterator<?> batches) {
        if (batches instanceof Closeable open) {
            guarded(path, () -> {
                open.close();
                return path;
            });
        }
    }
}
