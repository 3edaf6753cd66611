package dev.dayone.route.parquet;

import com.github.luben.zstd.util.Native;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.readiness.encryption.SnapshotEncryption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * How the files of one table are laid out, compressed and encrypted, and the thread that encodes them. Serves one
 * {@link TableWriter} after the other.
 */
public final class TableFormat implements AutoCloseable {
    private static final int PAGE_BYTES = 1 << 20;

    private final List<ColumnInfo> columns;
    private final Set<String> hash;
    private final WorkspaceKey key;
    private final boolean inWindows;
    private final MessageType schema;
    private final Configuration configuration = new Configuration(false);
    private final CodecFactory codecs;
    private final BitSet withoutDictionary = new BitSet();
    private final EncodingThread thread = new EncodingThread();

    /**
     * A format for tables of the given columns.
     *
     * @param columns as the snapshot keeps them, in order: see {@link #kept}
     * @param hash names of columns of which only the keyed hash is written
     * @param windows whether a column more says in which window of neighbours a row was drawn, if in any
     */
    public TableFormat(List<ColumnInfo> columns, Set<String> hash, Keys keys, InWindows windows) {
        this.columns = List.copyOf(columns);
        this.hash = Set.copyOf(hash);
        this.key = keys.key();
        inWindows = windows == InWindows.MAYBE;
        List<Type> fields =
                new ArrayList<>(encoders().stream().map(ColumnEncoder::schema).toList());
        if (inWindows) {
            fields.add(Types.optional(PrimitiveTypeName.INT32).named(Windows.COLUMN));
        }
        schema = new MessageType("row", fields);
        SnapshotEncryption.writeSettings(keys.workspace(), key.id()).forEach(configuration::set);
        configuration.set("parquet.compression.codec.zstd.level", "1");
        codecs = new CodecFactory(configuration, PAGE_BYTES);
    }

    /** Whether rows are drawn in windows of neighbours. */
    public enum InWindows {
        MAYBE,
        NO
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

    /** Encoders that have encoded nothing yet. */
    List<ColumnEncoder> encoders() {
        List<ColumnEncoder> encoders = new ArrayList<>();
        for (ColumnInfo column : columns) {
            encoders.add(new ColumnEncoder(
                    column.name(), column.type(), encoders.size(), hash.contains(column.name()) ? key::hash : null));
        }
        return encoders;
    }

    boolean inWindows() {
        return inWindows;
    }

    EncodingThread thread() {
        return thread;
    }

    MessageType schema() {
        return schema;
    }

    // Parquet itself still asks for the type that it deprecates.
    @SuppressWarnings("deprecation")
    BytesCompressor compressor() {
        return codecs.getCompressor(Codec.USED);
    }

    /** An empty dictionary for a column, or null if its values are known to be many. */
    @Nullable
    ValueDictionary dictionary(int column) {
        return withoutDictionary.get(column) ? null : new ValueDictionary();
    }

    /** Columns that had too many values for a dictionary will have so in the next file too. */
    void learn(int column, ColumnPages written) {
        if (written.gaveUpDictionary()) {
            withoutDictionary.set(column);
        }
    }

    /** A data key of the file's own, wrapped by the workspace's. */
    @Nullable
    FileEncryptionProperties encryption(java.nio.file.Path file) {
        return ParquetOutputFormat.createEncryptionProperties(
                configuration, new Path(file.toUri()), new WriteSupport.WriteContext(schema, Map.of()));
    }

    @Override
    public void close() {
        thread.close();
        codecs.release();
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
}
