package dev.dayone.route.sampling;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.encryption.SnapshotEncryption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.jspecify.annotations.Nullable;

/** Reads a snapshot back, without Spark. */
public final class SnapshotRows {
    private SnapshotRows() {}

    public static List<Map<String, @Nullable Object>> read(Workspace workspace, Snapshot snapshot, TableRef table) {
        TableManifest manifest = Objects.requireNonNull(snapshot.manifest().table(table));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String file : manifest.files()) {
            Path path = snapshot.tableFolder(table).resolve(file);
            for (Group group : groups(workspace, path)) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 0; i < manifest.info().columns().size(); i++) {
                    row.put(
                            manifest.info().columns().get(i).name(),
                            group.getFieldRepetitionCount(i) == 0 ? null : group.getValueToString(i, 0));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** In which window each row was drawn, in the order of {@link #read}. */
    public static List<Integer> windows(Workspace workspace, Snapshot snapshot, TableRef table) {
        TableManifest manifest = Objects.requireNonNull(snapshot.manifest().table(table));
        return manifest.files().stream()
                .flatMap(file -> groups(workspace, snapshot.tableFolder(table).resolve(file)).stream())
                .map(group -> group.getInteger(Windows.COLUMN, 0))
                .toList();
    }

    public static List<Group> groups(Workspace workspace, Path file) {
        Configuration configuration = new Configuration(false);
        SnapshotEncryption.readSettings(workspace).forEach(configuration::set);
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .withConf(configuration)
                .build()) {
            List<Group> groups = new ArrayList<>();
            for (Group group = reader.read(); group != null; group = reader.read()) {
                groups.add(group);
            }
            return groups;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
