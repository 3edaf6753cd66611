package dev.dayone.connector.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.jdbc.Asked;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetKameletTest {
    private static final Map<String, Object> ALL = Map.of("method", "all", "limit", 100_000L);

    @TempDir
    private Path folder;

    private Asked asked() {
        return new Asked(folder, "parquet", Map.of("path", "*.parquet"));
    }

    private void write(String name, String schema, int rows, BiConsumer<Group, Integer> fill) throws IOException {
        write(name, schema, rows, fill, null);
    }

    private void write(
            String name,
            String schema,
            int rows,
            BiConsumer<Group, Integer> fill,
            @Nullable FileEncryptionProperties encryption)
            throws IOException {
        MessageType type = MessageTypeParser.parseMessageType("message row { " + schema + " }");
        Path file = folder.resolve(name);
        ExampleParquetWriter.Builder builder = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
                .withType(type)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(20_000L);
        if (encryption != null) {
            builder.withEncryption(encryption);
        }
        try (ParquetWriter<Group> writer = builder.build()) {
            for (int i = 0; i < rows; i++) {
                Group row = new SimpleGroupFactory(type).newGroup();
                fill.accept(row, i);
                writer.write(row);
            }
        }
    }

    @Test
    void keepsTheTypesOfTheFile() throws IOException {
        write("deals.parquet", """
                required int64 id; optional int32 small (INTEGER(32,false)); optional int64 big (INTEGER(64,false));
                optional float ratio; optional boolean won; optional binary name (STRING); optional binary raw;
                optional int32 closed (DATE); optional int64 at (TIMESTAMP(MICROS,true));
                optional int64 local (TIMESTAMP(MILLIS,false)); optional int96 old; optional int32 clock (TIME(MILLIS,true));
                optional int64 amount (DECIMAL(12,2)); optional fixed_len_byte_array(9) huge (DECIMAL(20,4));
                optional fixed_len_byte_array(16) key (UUID);
                """, 2, (row, i) -> {
            row.add("id", 7L + i);
            if (i == 0) {
                row.add("small", -1);
                row.add("big", -1L);
                row.add("ratio", 0.1f);
                row.add("won", true);
                row.add("name", "Zoë");
                row.add("raw", Binary.fromConstantByteArray(new byte[5]));
                row.add("closed", 19_782);
                row.add("at", 1_709_208_000_000_001L);
                row.add("local", 1_709_208_000_000L);
                row.add("old", int96(2_460_370, 43_200_000_000_000L));
                row.add("clock", 3_600_000);
                row.add("amount", -1_250L);
                row.add("huge", Binary.fromConstantByteArray(new byte[] {0, 0, 0, 0, 0, 0, 0, 39, 16}));
                row.add("key", Binary.fromConstantByteArray(new byte[16]));
            }
        });
        assertThat(asked().columns("deals"))
                .containsExactly(
                        "id int64 bigint",
                        "small integer(32,false) bigint",
                        "big integer(64,false) decimal(20,0)",
                        "ratio float double",
                        "won boolean boolean",
                        "name string string",
                        "raw binary bigint",
                        "closed date date",
                        "at timestamp(micros,true) timestamp",
                        "local timestamp(millis,false) timestamp",
                        "old int96 timestamp",
                        "clock time(millis,true) string",
                        "amount decimal(12,2) decimal(12,2)",
                        "huge decimal(20,4) decimal(20,4)",
                        "key uuid string");
        List<Map<String, @Nullable Object>> rows = asked().rows("deals", ALL);
        assertThat(rows.get(0))
                .containsEntry("small", 4_294_967_295L)
                .containsEntry("ratio", 0.1f)
                .containsEntry("name", "Zoë")
                .containsEntry("raw", 5L)
                .containsEntry("closed", "2024-02-29")
                .containsEntry("at", "2024-02-29T12:00:00.000001Z")
                .containsEntry("local", "2024-02-29T12:00:00Z")
                .containsEntry("old", "2024-02-29T12:00:00Z")
                .containsEntry("clock", "01:00")
                .containsEntry("amount", new BigDecimal("-12.50"))
                .containsEntry("huge", new BigDecimal("1.0000"))
                .containsEntry("key", "00000000-0000-0000-0000-000000000000")
                .hasEntrySatisfying("big", big -> assertThat(big).hasToString("18446744073709551615"));
        assertThat(rows.get(1)).containsEntry("id", 8L).containsEntry("amount", null);
    }

    private static Binary int96(int day, long nanos) {
        ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(nanos).putInt(day);
        return Binary.fromConstantByteArray(bytes.array());
    }

    @Test
    void flattensGroupsAndKeepsListsAndMapsAsJson() throws IOException {
        write("people.parquet", """
                optional group address { optional binary city (STRING); optional group geo { optional double lat; } }
                optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
                optional group extra (MAP) { repeated group key_value { required binary key (STRING); optional int64 value; } }
                repeated int32 numbers;
                """, 2, (row, i) -> {
            if (i == 0) {
                Group address = row.addGroup("address");
                address.add("city", "Köln");
                address.addGroup("geo").add("lat", 50.9);
                Group tags = row.addGroup("tags");
                tags.addGroup("list").add("element", "a");
                tags.addGroup("list");
                Group pair = row.addGroup("extra").addGroup("key_value");
                pair.add("key", "k");
                pair.add("value", 3L);
                row.add("numbers", 1);
                row.add("numbers", 2);
            }
        });
        List<Map<String, @Nullable Object>> rows = asked().rows("people", ALL);
        assertThat(rows.get(0))
                .containsEntry("address.city", "Köln")
                .containsEntry("address.geo.lat", 50.9)
                .containsEntry("tags", "[\"a\",null]")
                .containsEntry("extra", "{\"k\":3}")
                .containsEntry("numbers", "[1,2]");
        assertThat(rows.get(1)).containsEntry("address.city", null).containsEntry("tags", null);
    }

    @Test
    void resumesInTheMiddleOfRowGroups() throws IOException {
        write("many.parquet", "required int64 id; required binary name (STRING);", 5_000, (row, i) -> {
            row.add("id", (long) i);
            row.add("name", "name of " + i);
        });
        Map<String, Object> pages = Map.of("method", "all", "limit", 1_700L);
        List<Map<String, @Nullable Object>> rows = asked().rows("many", pages);
        assertThat(rows).hasSize(5_000).doesNotHaveDuplicates();
        assertThat(asked().rowsResumed("many", pages)).isEqualTo(rows);
        assertThat(asked().table("many").info().approximateRows()).isEqualTo(5_000);
    }

    @Test
    void readsTheWantedColumnsAlone() throws IOException {
        write("many.parquet", "required int64 id; required binary name (STRING);", 3, (row, i) -> {
            row.add("id", (long) i);
            row.add("name", "x");
        });
        try (RowReader reader = new ParquetFormat()
                .look(new TableFile("many", folder.resolve("many.parquet"), "many.parquet"), Map.of())
                .get(0)
                .opener()
                .open(List.of("name"))) {
            assertThat(reader.next()).isEqualTo(Map.of("name", "x"));
        }
    }

    @Test
    void aFileThatIsEncryptedOrBrokenIsToldByName() throws IOException {
        byte[] key = "0123456789012345".getBytes(StandardCharsets.UTF_8);
        write(
                "secret.parquet",
                "required int64 id;",
                1,
                (row, i) -> row.add("id", 1L),
                FileEncryptionProperties.builder(key).build());
        assertThatThrownBy(() -> asked().tables())
                .hasFieldOrPropertyWithValue("code", ErrorCode.FILE_NOT_READABLE)
                .hasMessage("Cannot read 'secret.parquet' in 'shop': it is encrypted, expected a whole file of the"
                        + " connector's format. Export it anew, or leave it out by the parameter 'path'.");
        Files.delete(folder.resolve("secret.parquet"));
        for (String text : List.of("", "PAR1", "PAR1 and then nothing of the kind PAR1", "id,name\n1,x\n")) {
            Files.writeString(folder.resolve("broken.parquet"), text);
            assertThatThrownBy(() -> asked().tables())
                    .hasMessageStartingWith("Cannot read 'broken.parquet' in 'shop': it is no Parquet file, or it is"
                            + " cut off or damaged, expected");
        }
    }

    @Test
    void aDamagedPageIsToldAndNothingOfItHandedOut() throws IOException {
        write("many.parquet", "required int64 id; required binary name (STRING);", 5_000, (row, i) -> {
            row.add("id", (long) i);
            row.add("name", "name of " + i);
        });
        byte[] bytes = Files.readAllBytes(folder.resolve("many.parquet"));
        java.util.Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 2_000, (byte) 0x55);
        Files.write(folder.resolve("many.parquet"), bytes);
        assertThatThrownBy(() -> asked().rows("many", ALL))
                .hasFieldOrPropertyWithValue("code", ErrorCode.FILE_NOT_READABLE)
                .hasMessageContaining("its pages are damaged");
    }
}
