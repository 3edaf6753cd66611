package dev.dayone.benchmark;

import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.SourceManifest;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.readiness.encryption.SnapshotEncryption;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.engine.TableProfiler;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The table that is profiled, in Parquet files laid out as a snapshot's: columns by their place, 50,000 rows a file, ZSTD.
 * Six texts, four numbers and two timestamps; a wider one begins anew after the twelfth.
 */
final class ProfileTable {
    static final int ROWS_A_FILE = 50_000;

    /** Of the table's files, below the snapshot's folder. */
    static final String FOLDER = "s/t";

    private static final int WIDE = 500;

    private static final TableRef TABLE = new TableRef("s", "t");
    private static final List<Map.Entry<ColumnType, String>> TWELVE = List.of(
            Map.entry(ColumnType.BIGINT, "id"),
            Map.entry(ColumnType.STRING, "concat('customer ', id)"),
            Map.entry(ColumnType.STRING, "md5(string(id))"),
            Map.entry(ColumnType.STRING, "concat('status ', id % 5)"),
            Map.entry(ColumnType.STRING, "concat('country ', id % 50)"),
            Map.entry(ColumnType.STRING, "concat('mail', id, '@example.com')"),
            Map.entry(ColumnType.STRING, "concat('text of some length for row number ', id)"),
            Map.entry(ColumnType.BIGINT, "id % 1000"),
            Map.entry(ColumnType.DOUBLE, "id * 1.5D"),
            Map.entry(ColumnType.decimal(10, 2), "cast(id % 10000 / 100.0 as decimal(10,2))"),
            Map.entry(ColumnType.TIMESTAMP, "timestamp_micros(1577836800000000 + id * 60000000)"),
            Map.entry(ColumnType.TIMESTAMP, "timestamp_micros(1577836800000000 + id * 120000000)"));

    private final Workspace workspace;
    private final int columns;

    ProfileTable(Workspace workspace, int columns) {
        this.workspace = workspace;
        this.columns = columns;
    }

    /** Writes rows {@code from} to {@code to}, in the clear. */
    List<Path> plain(Path folder, long from, long to) throws IOException {
        return write(folder, from, to, Map.of());
    }

    /** Writes rows {@code from} to {@code to}, encrypted as a snapshot is. */
    List<Path> encrypted(Path folder, long from, long to) throws IOException {
        String key = WorkspaceKey.openOrCreate(workspace).id();
        return write(folder, from, to, SnapshotEncryption.writeSettings(workspace, key));
    }

    private List<Path> write(Path folder, long from, long to, Map<String, String> settings) throws IOException {
        String[] expressions = IntStream.range(0, columns)
                .mapToObj(i -> TWELVE.get(i % TWELVE.size()).getValue() + " AS " + SnapshotTable.inner(i))
                .toArray(String[]::new);
        session()
                .range(from, to, 1, columns > WIDE ? 1 : 2)
                .selectExpr(expressions)
                .write()
                .options(settings)
                .option("compression", "zstd")
                .option("parquet.compression.codec.zstd.level", "1")
                .option("maxRecordsPerFile", ROWS_A_FILE)
                // What the writer buffers for thousands of columns is not what is measured.
                .option("parquet.dictionary.page.size", columns > WIDE ? "4096" : "1048576")
                .option("parquet.block.size", columns > WIDE ? "33554432" : "134217728")
                .mode(SaveMode.Overwrite)
                .parquet(folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    /** The files as a table of a snapshot. */
    SnapshotTable table(List<Path> files) {
        TableManifest manifest = manifest(files, (long) files.size() * ROWS_A_FILE);
        Dataset<Row> rows = session()
                .read()
                .schema(SnapshotReader.schema(manifest.info().columns()))
                .options(SnapshotEncryption.readSettings(workspace))
                .parquet(files.stream().map(Path::toString).toArray(String[]::new));
        return new SnapshotTable(TABLE, manifest, () -> rows);
    }

    /** Profiles the files as {@code dayone check} does: what is known of them is not read again. */
    List<ProfiledColumn> profileKept(Path folder, List<Path> files) {
        Snapshot snapshot = snapshot(folder, files, (long) files.size() * ROWS_A_FILE);
        SnapshotReader reader = new SnapshotReader(SparkEngine.shared(workspace), snapshot, workspace);
        SnapshotTable table = Objects.requireNonNull(reader.tables().get(TABLE));
        return new TableProfiler(reader, workspace).profile(table, Set.of());
    }

    /** The files as a snapshot of one table. */
    Snapshot snapshot(Path folder, List<Path> files, long rows) {
        SourceManifest source = new SourceManifest(
                "benchmark",
                new Probe("Benchmark", "1", "UTC", "reader", false, List.of(), "none", 1),
                Receipt.NOTHING,
                Map.of(TABLE.table(), manifest(files, rows)));
        return new Snapshot(
                folder,
                new Manifest(
                        Manifest.FORMAT,
                        "benchmark",
                        "benchmark",
                        "",
                        "",
                        "",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Map.of(TABLE.source(), source)));
    }

    private TableManifest manifest(List<Path> files, long rows) {
        List<ColumnInfo> infos = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            ColumnType type = TWELVE.get(i % TWELVE.size()).getKey();
            infos.add(new ColumnInfo("column " + i, type.toString(), type, true));
        }
        return new TableManifest(
                new TableInfo("t", "table", infos, List.of(), null),
                new Sample(SampleMethod.ALL, Long.MAX_VALUE, null),
                SampleMethod.ALL,
                null,
                rows,
                true,
                FOLDER,
                files.stream().map(file -> String.valueOf(file.getFileName())).toList(),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private SparkSession session() {
        return SparkEngine.shared(workspace).session();
    }
}
