package dev.dayone.route.parquet;

import com.github.luben.zstd.util.Native;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.readiness.encryption.SnapshotEncryption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/** Writes one table's rows into encrypted Parquet files, a new file every so many rows. Used by one thread at a time. */
public final class TableWriter implements AutoCloseable {
    private static final int ROWS_A_FILE = 50_000;
    /** Columns of many values leave their dictionary soon: building it in vain was the dearest part of writing. */
    private static final int DICTIONARY_BYTES = 64 << 10;

    private final Path folder;
    private final int firstPart;
    private final List<ColumnEncoder> columns = new ArrayList<>();
    private final Configuration configuration;
    private final List<String> files = new ArrayList<>();
    private @Nullable ParquetWriter<Map<String, Object>> writer;
    private long rows;

    /**
     * A writer into a folder that exists.
     *
     * @param columns as the snapshot keeps them, in order: see {@link #kept}
     * @param hash names of columns of which only the keyed hash is written
     */
    public TableWriter(Path folder, List<ColumnInfo> columns, Set<String> hash, Keys keys) {
        this(folder, columns, hash, keys, 0);
    }

    /** A writer whose first file has a number; the files before it are another writer's. */
    public TableWriter(Path folder, List<ColumnInfo> columns, Set<String> hash, Keys keys, int firstPart) {
        this.folder = folder;
        this.firstPart = firstPart;
        for (ColumnInfo column : columns) {
            this.columns.add(new ColumnEncoder(
                    column.name(),
                    column.type(),
                    this.columns.size(),
                    hash.contains(column.name()) ? keys.key()::hash : null));
        }
        configuration = new Configuration(false);
        SnapshotEncryption.writeSettings(keys.workspace(), keys.key().id()).forEach(configuration::set);
        configuration.set("parquet.compression.codec.zstd.level", "1");
    }

    /** The workspace and its key, opened once. */
    public record Keys(Workspace workspace, WorkspaceKey key) {}

    /** The columns that a snapshot keeps of a table: dropped ones left out, hashed ones as text. */
    public static List<ColumnInfo> kept(List<ColumnInfo> columns, Set<String> hash, Set<String> drop) {
        return columns.stream()
                .filter(column -> !drop.contains(column.name()))
                .map(column -> hash.contains(column.name())
                        ? new ColumnInfo(column.name(), column.sourceType(), ColumnType.STRING, column.nullable())
                        : column)
                .toList();
    }

    /** Writes a row. Throws {@link LimitExceededException} DISK_FULL when there is no room. */
    public void write(Map<String, Object> row) {
        try {
            if (writer == null) {
                writer = open();
            }
            writer.write(row);
            rows++;
            if (rows % ROWS_A_FILE == 0) {
                finishFile();
            }
        } catch (IOException | UncheckedIOException e) {
            throw notWritten(e);
        }
    }

    /** Finishes the last file; a table without rows has one without rows. */
    public void finish() {
        try {
            if (writer == null && files.isEmpty()) {
                writer = open();
            }
            finishFile();
        } catch (IOException | UncheckedIOException e) {
            throw notWritten(e);
        }
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    /** The files finished so far. */
    public List<String> files() {
        return List.copyOf(files);
    }

    /** The values that could not be kept as they were, so far. */
    public List<Alteration> alterations() {
        return columns.stream().flatMap(column -> column.alterations().stream()).toList();
    }

    /** Gives up a file that is not finished; what is on the disk of it is no table's. */
    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException | RuntimeException e) {
                // Whatever kept the file from being finished has been told already.
            }
            writer = null;
        }
    }

    /** Gives up all that was written: its files are gone. */
    public void drop() {
        close();
        try {
            for (String file : files) {
                Files.deleteIfExists(folder.resolve(file));
            }
            files.clear();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private void finishFile() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    private ParquetWriter<Map<String, Object>> open() throws IOException {
        String name = String.format(Locale.ROOT, "part-%05d.parquet", firstPart + files.size());
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        files.add(name);
        return new Builder(new LocalOutputFile(file), columns)
                .withConf(configuration)
                .withCompressionCodec(Codec.USED)
                .withWriterVersion(WriterVersion.PARQUET_1_0)
                .withRowGroupSize(64L << 20)
                .withDictionaryPageSize(DICTIONARY_BYTES)
                .build();
    }

    private RuntimeException notWritten(Exception cause) {
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("quota exceeded")) {
            return new LimitExceededException(
                    ErrorCode.DISK_FULL,
                    "Cannot write the snapshot into '" + folder + "': the disk is full, expected room for the sample."
                            + " Free some, or choose another place with --workspace, and run again.",
                    cause);
        }
        return new LimitExceededException(
                ErrorCode.LIMIT_EXCEEDED,
                "Cannot write the snapshot into '" + folder + "': "
                        + cause.getClass().getSimpleName()
                        + ", expected a folder that can be written. Check its rights, and run again.",
                cause);
    }

    private static final class Codec {
        static final CompressionCodecName USED = available();

        private static CompressionCodecName available() {
            try {
                Native.load();
                return CompressionCodecName.ZSTD;
            } catch (LinkageError e) {
                return CompressionCodecName.SNAPPY;
            }
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Map<String, Object>, Builder> {
        private final List<ColumnEncoder> columns;

        Builder(OutputFile file, List<ColumnEncoder> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Map<String, Object>> getWriteSupport(Configuration configuration) {
            return new RowWriteSupport(columns);
        }
    }
}
