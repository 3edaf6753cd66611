package dev.dayone.readiness.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.FileSplit;
import org.apache.hadoop.mapreduce.JobID;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetInputFormat;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.execution.datasources.parquet.VectorizedParquetRecordReader;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * Some columns of a table's files in the batches of Spark's reader, here and now, without a job. What Spark does around
 * the reader, a broadcast and a second look at each footer, takes longer than a small file.
 */
final class FileBatches {
    /** How dates of before 1582 are read: as they are. */
    private static final String AS_THEY_ARE = "CORRECTED";

    private static final String ZONE = "UTC";

    private final List<Path> paths;
    private final Configuration settings;
    private final @Nullable Map<Path, ParquetMetadata> footers;

    /** {@code columns}: some of the files' columns, in the order in which batches are to have them. */
    FileBatches(TableFiles files, StructType columns) {
        this(files, columns, null);
    }

    /** {@code footers}: those that this thread has read, for they decrypt and are one thread's alone; read ones are added. */
    FileBatches(TableFiles files, StructType columns, @Nullable Map<Path, ParquetMetadata> footers) {
        this.paths = files.paths();
        this.footers = footers;
        this.settings = new Configuration(files.session().sparkContext().hadoopConfiguration());
        files.options().forEach(settings::set);
        settings.set(ParquetInputFormat.READ_SUPPORT_CLASS, ParquetReadSupport.class.getName());
        settings.set(ParquetReadSupport.SPARK_ROW_REQUESTED_SCHEMA(), columns.json());
        settings.set(SQLConf.SESSION_LOCAL_TIMEZONE().key(), ZONE);
        settings.setBoolean(SQLConf.NESTED_SCHEMA_PRUNING_ENABLED().key(), true);
        settings.setBoolean(SQLConf.CASE_SENSITIVE().key(), false);
        settings.setBoolean(SQLConf.PARQUET_BINARY_AS_STRING().key(), false);
        settings.setBoolean(SQLConf.PARQUET_INT96_AS_TIMESTAMP().key(), true);
        settings.setBoolean(SQLConf.PARQUET_INFER_TIMESTAMP_NTZ_ENABLED().key(), true);
        settings.setBoolean(SQLConf.LEGACY_PARQUET_NANOS_AS_LONG().key(), false);
    }

    /** Hands over each batch; it is filled anew for the next. */
    void forEach(Consumer<ColumnarBatch> taker) {
        for (Path path : paths) {
            try (VectorizedParquetRecordReader reader = open(path)) {
                while (guarded(path, reader::nextBatch)) {
                    taker.accept(reader.resultBatch());
                }
            } catch (IOException e) {
                throw broken(path, e);
            }
        }
    }

    private VectorizedParquetRecordReader open(Path path) {
        FileSplit whole =
                new FileSplit(TableFiles.inHadoop(path), 0, path.toFile().length(), new String[0]);
        TaskAttemptContextImpl task =
                new TaskAttemptContextImpl(settings, new TaskAttemptID(new TaskID(new JobID(), TaskType.MAP, 0), 0));
        VectorizedParquetRecordReader reader =
                new VectorizedParquetRecordReader(null, AS_THEY_ARE, ZONE, AS_THEY_ARE, ZONE, false, 4096);
        return guarded(path, () -> {
            reader.initialize(whole, task, Option.apply(footer(path)));
            reader.initBatch(new StructType(), InternalRow.empty());
            reader.enableReturningBatches();
            return reader;
        });
    }

    /** Null: the reader is to read it itself. */
    private @Nullable ParquetMetadata footer(Path path) throws IOException {
        if (footers == null) {
            return null;
        }
        ParquetMetadata footer = footers.get(path);
        if (footer == null) {
            HadoopInputFile file = HadoopInputFile.fromPath(TableFiles.inHadoop(path), settings);
            try (SeekableInputStream in = file.newStream()) {
                footer = ParquetFileReader.readFooter(
                        file,
                        HadoopReadOptions.builder(settings, file.getPath()).build(),
                        in);
            }
            footers.put(path, footer);
        }
        return footer;
    }

    private interface Step<T> {
        T run() throws Exception;
    }

    /** Whatever the reader throws says that the file cannot be read. */
    private static <T> T guarded(Path path, Step<T> step) {
        try {
            return step.run();
        } catch (Exception e) {
            throw broken(path, e);
        }
    }

    private static UncheckedIOException broken(Path path, Exception e) {
        return new UncheckedIOException(new IOException("Broken while reading file " + path.getFileName(), e));
    }
}
