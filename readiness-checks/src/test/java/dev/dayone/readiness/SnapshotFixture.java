package dev.dayone.readiness;

import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.LinkedKeys;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.SourceManifest;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.readiness.encryption.SnapshotEncryption;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Writes small encrypted snapshots as the sampling side does: safe column names, one folder a table. */
@org.jspecify.annotations.NullUnmarked
public final class SnapshotFixture {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private final Workspace workspace;
    private final String keyId;
    private final Map<String, Map<String, TableManifest>> sources = new LinkedHashMap<>();

    static {
        // One session for all tests: its scratch files must outlive each test's own folder.
        SparkEngine.shared(new Workspace(Path.of("target", "spark")));
    }

    public SnapshotFixture(Path folder) {
        workspace = new Workspace(folder);
        keyId = WorkspaceKey.openOrCreate(workspace).id();
    }

    public Workspace workspace() {
        return workspace;
    }

    /** A column as {@code name type}; the name may hold anything but its last blank. */
    public static ColumnInfo column(String text) {
        int blank = text.lastIndexOf(' ');
        ColumnType type = ColumnType.parse(text.substring(blank + 1));
        return new ColumnInfo(text.substring(0, blank), "source " + type, type, true);
    }

    /** A table that was read whole. */
    public SnapshotFixture whole(String table, List<String> columns, Object @Nullable []... rows) {
        return add(table, columns, Arrays.asList(rows), true, null);
    }

    /** A table of which rows were drawn, each by itself, from about so many; with a key, by windows over it. */
    public SnapshotFixture sampled(String table, long of, List<String> columns, List<Object[]> rows) {
        return add(table, columns, rows, false, of);
    }

    /** A table sampled from about so many rows in windows of {@code together} rows each. */
    public SnapshotFixture inWindows(String table, long of, List<String> names, List<Object[]> values, int together) {
        TableRef ref = TableRef.parse(table);
        List<ColumnInfo> columns = names.stream().map(SnapshotFixture::column).toList();
        List<Row> rows = new ArrayList<>();
        int[] windows = new int[(values.size() - 1) / together + 1];
        for (Object[] value : values) {
            int window = rows.size() / together;
            windows[window]++;
            Object[] more = Arrays.copyOf(value, value.length + 1);
            more[value.length] = window;
            rows.add(RowFactory.create(more));
        }
        StructType schema = SnapshotReader.schema(columns).add(Windows.COLUMN, DataTypes.IntegerType);
        add(ref, columns, SparkEngine.shared(workspace).session().createDataFrame(rows, schema), false, of);
        TableManifest plain = manifest(table);
        return put(
                ref,
                new TableManifest(
                        plain.info(),
                        plain.requested(),
                        plain.used(),
                        null,
                        plain.sampledRows(),
                        false,
                        plain.folder(),
                        plain.files(),
                        List.of(),
                        List.of(),
                        null,
                        NOW,
                        NOW,
                        Windows.of(Arrays.stream(windows).boxed().toList())));
    }

    private SnapshotFixture put(TableRef ref, TableManifest manifest) {
        sources.get(ref.source()).put(ref.table(), manifest);
        return this;
    }

    private SnapshotFixture add(
            String table, List<String> names, List<Object[]> values, boolean whole, @Nullable Long approximate) {
        List<Row> rows = new ArrayList<>();
        values.forEach(row -> rows.add(RowFactory.create(row)));
        List<ColumnInfo> columns = names.stream().map(SnapshotFixture::column).toList();
        Dataset<Row> data =
                SparkEngine.shared(workspace).session().createDataFrame(rows, SnapshotReader.schema(columns));
        return add(TableRef.parse(table), columns, data, whole, approximate);
    }

    public SnapshotFixture add(
            TableRef ref, List<ColumnInfo> columns, Dataset<Row> data, boolean whole, @Nullable Long approximate) {
        int number = sources.values().stream().mapToInt(Map::size).sum();
        String below = "s/t" + number;
        Path folder = workspace.snapshotFolder("snap").resolve(below);
        data.write()
                .options(SnapshotEncryption.writeSettings(workspace, keyId))
                .mode("overwrite")
                .parquet(folder.toString());
        sources.computeIfAbsent(ref.source(), name -> new LinkedHashMap<>())
                .put(
                        ref.table(),
                        new TableManifest(
                                new TableInfo(ref.table(), whole ? "table" : "file", columns, List.of(), approximate),
                                Sample.DEFAULT,
                                whole ? SampleMethod.ALL : SampleMethod.RANDOM,
                                null,
                                data.count(),
                                whole,
                                below,
                                files(folder),
                                List.of(),
                                NOW,
                                NOW));
        return this;
    }

    /** Makes of a table one that was read for keys. */
    public SnapshotFixture linked(String table, LinkedKeys... keys) {
        TableManifest of = manifest(table);
        return put(table, SampleMethod.LINKED, of.info(), List.of(keys), of.pushdown());
    }

    /** Lets the source have counted a table. */
    public SnapshotFixture counted(String table, Pushdown pushdown) {
        TableManifest of = manifest(table);
        return put(table, of.used(), of.info(), of.linked(), pushdown);
    }

    /** Makes of a sampled table one of its latest rows. */
    public SnapshotFixture latest(String table) {
        TableManifest of = manifest(table);
        return put(table, SampleMethod.LATEST, of.info(), of.linked(), of.pushdown());
    }

    /** Gives a table a primary key. */
    public SnapshotFixture keyed(String table, String key) {
        TableManifest of = manifest(table);
        TableInfo info = of.info();
        TableInfo keyed = new TableInfo(info.name(), "table", info.columns(), List.of(key), info.approximateRows());
        return put(table, of.used(), keyed, of.linked(), of.pushdown());
    }

    /** Leaves a table some of its files. */
    public SnapshotFixture ofFiles(String table, List<String> files) {
        TableRef ref = TableRef.parse(table);
        TableManifest of = manifest(table);
        sources.get(ref.source())
                .put(
                        ref.table(),
                        new TableManifest(
                                of.info(),
                                of.requested(),
                                of.used(),
                                of.note(),
                                of.sampledRows(),
                                of.whole(),
                                of.folder(),
                                files,
                                of.alterations(),
                                NOW,
                                NOW));
        return this;
    }

    private TableManifest manifest(String table) {
        TableRef ref = TableRef.parse(table);
        return sources.get(ref.source()).get(ref.table());
    }

    private SnapshotFixture put(
            String table, SampleMethod used, TableInfo info, List<LinkedKeys> linked, @Nullable Pushdown pushdown) {
        TableRef ref = TableRef.parse(table);
        TableManifest of = manifest(table);
        sources.get(ref.source())
                .put(
                        ref.table(),
                        new TableManifest(
                                info,
                                of.requested(),
                                used,
                                of.note(),
                                of.sampledRows(),
                                of.whole(),
                                of.folder(),
                                of.files(),
                                of.alterations(),
                                linked,
                                pushdown,
                                NOW,
                                NOW,
                                of.windows()));
        return this;
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".parquet"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Snapshot snapshot() {
        Probe probe = new Probe("Test", "1", "UTC", "reader", false, List.of(), "none", 1);
        Map<String, SourceManifest> manifests = new LinkedHashMap<>();
        sources.forEach(
                (name, tables) -> manifests.put(name, new SourceManifest("test", probe, Receipt.NOTHING, tables)));
        return new Snapshot(
                workspace.snapshotFolder("snap"),
                new Manifest(Manifest.FORMAT, "snap", "pilot", "f", "test", keyId, NOW, NOW, manifests));
    }

    public static Object[] row(Object @Nullable ... values) {
        return values;
    }
}
