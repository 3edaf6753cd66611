package dev.dayone.route.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.KeyRotation;
import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.route.sampling.SnapshotRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TableWriterTest {
    /** The first column's name as Parquet writes it, length first: two letters alone turn up in any key or cipher text. */
    private static final String NAME_IN_A_PLAIN_FOOTER = "\u0002c0";

    @TempDir
    private Path folder;

    private TableWriter writer(Workspace workspace, ColumnType... types) {
        List<ColumnInfo> columns = new ArrayList<>();
        for (ColumnType type : types) {
            columns.add(new ColumnInfo("column " + columns.size(), "", type, true));
        }
        return new TableWriter(
                folder,
                new TableFormat(
                        columns,
                        Set.of(),
                        new TableFormat.Keys(workspace, WorkspaceKey.openOrCreate(workspace)),
                        TableFormat.InWindows.NO));
    }

    private static Map<String, Object> row(@Nullable Object... values) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put("column " + i, values[i]);
        }
        return row;
    }

    @Test
    void valuesComeBackAsTheyWere() {
        Workspace workspace = new Workspace(folder.resolve("work"));
        try (TableWriter writer = writer(
                workspace,
                ColumnType.BIGINT,
                ColumnType.decimal(10, 2),
                ColumnType.decimal(20, 0),
                ColumnType.BOOLEAN,
                ColumnType.DATE,
                ColumnType.TIMESTAMP,
                ColumnType.STRING,
                ColumnType.DOUBLE)) {
            writer.write(row(
                    7,
                    new BigDecimal("-12.5"),
                    new BigInteger("18446744073709551615"),
                    "t",
                    "2024-02-29",
                    "1969-12-31 23:59:59.999999+00",
                    "a\0b ü",
                    0.1f));
            writer.write(row());
            writer.finish();
            assertThat(writer.files()).containsExactly("part-00000.parquet");
        }
        List<Group> groups = SnapshotRows.groups(workspace, folder.resolve("part-00000.parquet"));
        Group first = groups.get(0);
        assertThat(first.getLong("c0", 0)).isEqualTo(7);
        assertThat(first.getLong("c1", 0)).isEqualTo(-1250);
        assertThat(new BigInteger(first.getBinary("c2", 0).getBytes()))
                .isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(first.getBoolean("c3", 0)).isTrue();
        assertThat(first.getInteger("c4", 0)).isEqualTo(19782);
        assertThat(first.getLong("c5", 0)).isEqualTo(-1);
        assertThat(first.getString("c6", 0)).isEqualTo("a\0b ü");
        assertThat(first.getDouble("c7", 0)).isEqualTo(0.1);
        for (int i = 0; i < 8; i++) {
            assertThat(groups.get(1).getFieldRepetitionCount(i)).isZero();
        }
    }

    @Test
    void whatCannotBeKeptIsCounted() {
        Workspace workspace = new Workspace(folder.resolve("work"));
        try (TableWriter writer =
                writer(workspace, ColumnType.DATE, ColumnType.TIMESTAMP, ColumnType.DOUBLE, ColumnType.STRING)) {
            writer.write(row("0000-00-00", "0000-00-00 00:00:00", Double.NaN, "x".repeat(1_000_001)));
            writer.write(row("2020-00-15", "infinity", Double.POSITIVE_INFINITY, "x"));
            writer.write(row("10000-01-01", "0044-03-15 00:00:00+00 BC", 1.0, "x"));
            writer.finish();
            assertThat(writer.alterations())
                    .containsExactly(
                            new Alteration("column 0", "out of range", 1),
                            new Alteration("column 0", "zero date", 2),
                            new Alteration("column 1", "out of range", 2),
                            new Alteration("column 1", "zero date", 1),
                            new Alteration("column 2", "out of range", 2),
                            new Alteration("column 3", "text cut", 1));
        }
    }

    @Test
    void valuesAreNotInTheFileAndAnotherKeyOpensNothing() throws IOException {
        Workspace workspace = new Workspace(folder.resolve("work"));
        try (TableWriter writer = writer(workspace, ColumnType.STRING)) {
            writer.write(row("ann@example.com"));
            writer.finish();
        }
        Path file = folder.resolve("part-00000.parquet");
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .doesNotContain("ann@example.com")
                .doesNotContain(NAME_IN_A_PLAIN_FOOTER)
                .startsWith("PARE");
        Workspace other = new Workspace(folder.resolve("other"));
        WorkspaceKey.openOrCreate(other);
        assertThatThrownBy(() -> SnapshotRows.groups(other, file))
                .hasStackTraceContaining("The workspace's key does not open this file");
        assertThatThrownBy(() -> readWithoutAKey(file)).hasStackTraceContaining("encrypted");
        try (var entries = Files.list(folder)) {
            assertThat(entries.map(entry -> String.valueOf(entry.getFileName())))
                    .containsExactlyInAnyOrder("work", "other", "part-00000.parquet");
        }
    }

    private static void readWithoutAKey(Path file) throws IOException {
        try (var reader = ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .build()) {
            reader.read();
        }
    }

    @Test
    void aRotatedKeyStillOpensTheFilesOfBefore() throws IOException {
        Workspace workspace = new Workspace(folder.resolve("work"));
        try (TableWriter writer = writer(workspace, ColumnType.STRING)) {
            writer.write(row("ann@example.com"));
            writer.finish();
        }
        Path file = folder.resolve("part-00000.parquet");
        String former = Files.readString(workspace.keyFile());

        KeyRotation.rotate(workspace);

        assertThat(SnapshotRows.groups(workspace, file)).hasSize(1);
        Files.writeString(workspace.keyFile(), former);
        assertThatThrownBy(() -> SnapshotRows.groups(workspace, file))
                .hasMessageContaining("is not the one that it was sealed under");
    }

    @Test
    void manyRowsMakeSeveralFiles() {
        Workspace workspace = new Workspace(folder.resolve("work"));
        try (TableWriter writer = writer(workspace, ColumnType.BIGINT)) {
            for (long i = 0; i < 120_000; i++) {
                writer.write(row(i));
            }
            writer.finish();
            assertThat(writer.files()).hasSize(3);
        }
    }

    /** Few values, many, few that become many in the middle of a page, and none: with and without gaps. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyValueComesBackHoweverItsColumnIsEncoded(long seed) {
        Workspace workspace = new Workspace(folder.resolve("work"));
        List<Map<String, Object>> written = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < 63_000; i++) {
            boolean late = i > 27_500;
            written.add(row(
                    random.nextInt(10) == 0 ? null : (long) random.nextInt(late ? 1 << 30 : 12),
                    random.nextInt(3) == 0 ? null : "value " + random.nextInt(late ? 1 << 20 : 300) + "ä",
                    "only one",
                    i < 21_000 ? null : random.nextBoolean(),
                    null,
                    random.nextGaussian(),
                    LocalDate.ofEpochDay(random.nextInt(4_000)).toString(),
                    BigDecimal.valueOf(random.nextInt(1_000), 2),
                    new BigDecimal(new BigInteger(100, random))));
        }
        try (TableWriter writer = writer(
                workspace,
                ColumnType.BIGINT,
                ColumnType.STRING,
                ColumnType.STRING,
                ColumnType.BOOLEAN,
                ColumnType.TIMESTAMP,
                ColumnType.DOUBLE,
                ColumnType.DATE,
                ColumnType.decimal(9, 2),
                ColumnType.decimal(38, 0))) {
            written.forEach(writer::write);
            writer.finish();
            List<Group> groups = new ArrayList<>();
            writer.files().forEach(name -> groups.addAll(SnapshotRows.groups(workspace, folder.resolve(name))));
            assertThat(groups).hasSameSizeAs(written);
            for (int i = 0; i < written.size(); i++) {
                assertThat(values(groups.get(i))).isEqualTo(expected(written.get(i)));
            }
        }
    }

    private static List<String> values(Group group) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < group.getType().getFieldCount(); i++) {
            values.add(
                    group.getFieldRepetitionCount(i) == 0
                            ? "-"
                            : i == 8
                                    ? new BigInteger(group.getBinary(i, 0).getBytes()).toString()
                                    : group.getValueToString(i, 0));
        }
        return values;
    }

    private static List<String> expected(Map<String, Object> row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get("column " + i);
            values.add(
                    switch (i) {
                        case 6 ->
                            String.valueOf(
                                    LocalDate.parse(String.valueOf(value)).toEpochDay());
                        case 7 -> String.valueOf(new BigDecimal(String.valueOf(value)).unscaledValue());
                        default -> value == null ? "-" : String.valueOf(value);
                    });
        }
        return values;
    }
}
