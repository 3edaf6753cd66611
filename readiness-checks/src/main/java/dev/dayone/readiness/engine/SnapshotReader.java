package dev.dayone.readiness.engine;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.encryption.SnapshotEncryption;
import dev.dayone.readiness.table.SnapshotTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Opens the tables of a snapshot. The schema comes from the manifest: no file is opened before it is scanned. */
public final class SnapshotReader {
    private final SparkEngine engine;
    private final Snapshot snapshot;
    private final Map<String, String> decryption;
    private final @Nullable Stage stage;

    /** Throws {@link BadRequestException} if the workspace has no usable key. */
    public SnapshotReader(SparkEngine engine, Snapshot snapshot, Workspace workspace) {
        this.engine = engine;
        this.snapshot = snapshot;
        this.stage = engine.stage(workspace);
        this.decryption = stage == null
                ? SnapshotEncryption.readSettings(workspace)
                : SnapshotEncryption.readElsewhere(workspace);
    }

    /**
     * Every table of the snapshot. What jobs will surely read is copied to the stage now, if there is one: a query has only
     * so much time. Throws {@link BadRequestException} if a file is missing.
     */
    public Map<TableRef, SnapshotTable> tables() {
        Map<TableRef, SnapshotTable> tables = new LinkedHashMap<>();
        snapshot.manifest().tables().forEach((ref, manifest) -> {
            TableFiles files = files(ref, manifest, manifest.files());
            if (files.bytes() > TableFiles.FEW_BYTES) {
                files.stage();
            }
            StructType inWindows = files.schema().add(Windows.COLUMN, DataTypes.IntegerType, true);
            tables.put(ref, new SnapshotTable(ref, manifest, files::rows, () -> files.with(inWindows)
                    .rows()));
        });
        return tables;
    }

    /** The folder of a table's files. */
    Path folder(TableRef ref) {
        return snapshot.tableFolder(ref);
    }

    /** Some of a table's files. Throws {@link BadRequestException} if one is missing. */
    TableFiles files(TableRef ref, TableManifest manifest, List<String> names) {
        Path folder = snapshot.tableFolder(ref);
        List<Path> files =
                names.stream().map(name -> existing(ref, folder.resolve(name))).toList();
        return new TableFiles(
                engine.session(),
                schema(manifest.info().columns()),
                decryption,
                files,
                stage == null
                        ? null
                        : new StagedIndex.Copies(stage, snapshot.manifest().id(), files));
    }

    private Path existing(TableRef ref, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadRequestException(
                    ErrorCode.SNAPSHOT_UNREADABLE,
                    "Cannot read table '" + ref + "' of snapshot '"
                            + snapshot.manifest().id() + "': file '" + file.getFileName()
                            + "' is missing. Sample again.");
        }
        return file;
    }

    /** The schema of a snapshot table's files. */
    public static StructType schema(List<ColumnInfo> columns) {
        StructType schema = new StructType();
        for (int i = 0; i < columns.size(); i++) {
            schema = schema.add(SnapshotTable.inner(i), type(columns.get(i).type()), true);
        }
        return schema;
    }

    private static DataType type(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> DataTypes.BooleanType;
            case BIGINT -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case DECIMAL -> DataTypes.createDecimalType(type.precision(), type.scale());
            case STRING -> DataTypes.StringType;
            case DATE -> DataTypes.DateType;
            case TIMESTAMP -> DataTypes.TimestampType;
        };
    }
}
