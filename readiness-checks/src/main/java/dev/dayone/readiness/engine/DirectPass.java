package dev.dayone.readiness.engine;

import dev.dayone.readiness.profile.ColumnState;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.Function1;

/**
 * The pass over a few small files, here and now: planning and running a job would take longer than they do. Spark's reader
 * hands out the same batches; each core takes some of the columns of all files.
 */
final class DirectPass {
    /** What a job is too much for. */
    static final long MOST_BYTES = 16L << 20;

    private final TableFiles files;
    private final List<ColumnState.Request> requests;
    private final ParquetFileFormat format = new ParquetFileFormat();

    private DirectPass(TableFiles files, List<ColumnState.Request> requests) {
        this.files = files;
        this.requests = requests;
    }

    /** Whether Spark's reader hands out batches of such columns. */
    static boolean suits(TableFiles files) {
        return !files.schema().isEmpty() && new ParquetFileFormat().supportBatch(files.session(), files.schema());
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
        Function1<PartitionedFile, scala.collection.Iterator<InternalRow>> reader = reader(schema);
        for (Path file : files.paths()) {
            try (Batches batches = new Batches(file, reader)) {
                ColumnarPass.read(batches, readers, ColumnarPass.inOrder(readers.size()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ColumnarPass.written(readers);
    }

    private Function1<PartitionedFile, scala.collection.Iterator<InternalRow>> reader(StructType schema) {
        Map<String, String> options = new HashMap<>(files.options());
        options.put(FileFormat.OPTION_RETURNING_BATCH(), "true");
        return format.buildReaderWithPartitionValues(
                files.session(),
                files.schema(),
                new StructType(),
                schema,
                Scala.seq(List.of()),
                Scala.map(options),
                files.session().sessionState().newHadoopConfWithOptions(Scala.map(options)));
    }

    /** The batches of one file. */
    private static final class Batches implements Iterator<ColumnarBatch>, AutoCloseable {
        private final Path file;
        private final scala.collection.Iterator<?> batches;

        Batches(Path file, Function1<PartitionedFile, scala.collection.Iterator<InternalRow>> reader)
                throws IOException {
            this.file = file;
            long size = Files.size(file);
            PartitionedFile whole = new PartitionedFile(
                    InternalRow.empty(),
                    SparkPath.fromPath(new org.apache.hadoop.fs.Path(file.toUri())),
                    0,
                    size,
                    new String[0],
                    0,
                    size,
                    Scala.map(Map.of()));
            this.batches = guarded(() -> reader.apply(whole));
        }

        @Override
        public boolean hasNext() {
            return guarded(batches::hasNext);
        }

        @Override
        public ColumnarBatch next() {
            return guarded(() -> (ColumnarBatch) batches.next());
        }

        /** Whatever the reader throws, and Scala declares nothing, says that the file cannot be read. */
        private <T> T guarded(Callable<T> step) {
            try {
                return step.call();
            } catch (Exception e) {
                throw new UncheckedIOException(new IOException("Broken while reading file " + file.getFileName(), e));
            }
        }

        @Override
        public void close() throws IOException {
            if (batches instanceof Closeable open) {
                open.close();
            }
        }
    }
}
