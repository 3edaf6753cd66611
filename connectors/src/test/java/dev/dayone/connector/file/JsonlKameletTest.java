package dev.dayone.connector.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.jdbc.Asked;
import dev.dayone.connector.jdbc.Attached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonlKameletTest {
    private static final Map<String, Object> ALL = Map.of("method", "all", "limit", 1_000L);

    @TempDir
    private Path folder;

    private Asked written(String text) throws IOException {
        Files.writeString(folder.resolve("tickets.jsonl"), text);
        return new Asked(folder, "jsonl", Map.of("path", "tickets.jsonl"));
    }

    @Test
    void flattensWhatIsNestedAndKeepsListsAsJson() throws IOException {
        Asked asked = written("""
                {"id": 1, "by": {"name": "Zoë", "at": {"city": "Köln"}}, "tags": ["a", {"b": 1}], "open": true, "none": {}}

                {"id": 2, "by": null, "score": 1.5, "at": "2024-02-29T12:00:00Z", "zip": "01234"}
                """);
        assertThat(asked.columns("tickets"))
                .containsExactly(
                        "id inferred bigint bigint",
                        "by.name inferred string string",
                        "by.at.city inferred string string",
                        "tags inferred string string",
                        "open inferred boolean boolean",
                        "none inferred string string",
                        "by inferred string string",
                        "score inferred double double",
                        "at inferred timestamp timestamp",
                        "zip inferred string string");
        List<Map<String, @Nullable Object>> rows = asked.rows("tickets", ALL);
        assertThat(rows.get(0))
                .containsEntry("by.name", "Zoë")
                .containsEntry("by.at.city", "Köln")
                .containsEntry("tags", "[\"a\",{\"b\":1}]")
                .containsEntry("open", true)
                .containsEntry("none", null);
        assertThat(rows.get(1)).containsEntry("zip", "01234").doesNotContainKey("tags");
    }

    @Test
    void mixedTypesAreText() throws IOException {
        Asked asked = written("""
                {"a": 1, "b": 1, "c": true, "d.e": 1, "d": {"e": 2}}
                {"a": "x", "b": 2.5, "c": 0, "big": 123456789012345678901}
                """);
        assertThat(asked.columns("tickets"))
                .containsExactly(
                        "a inferred string string",
                        "b inferred double double",
                        "c inferred string string",
                        "d.e inferred bigint bigint",
                        "d.e_2 inferred bigint bigint",
                        "big inferred string string");
    }

    @Test
    void keepsBrokenLinesApart() throws IOException {
        Asked asked = written("""
                {"id": 1}
                {"id": 2
                [3]
                {"id": 4} {"id": 5}
                {"id": 6, "id": 7}
                {"id": 8}""");
        assertThat(asked.rows("tickets", ALL)).extracting(row -> row.get("id")).containsExactly(1, 8);
        assertThat(asked.rows("tickets.rejects", ALL))
                .extracting(row -> row.get("line") + " " + row.get("reason") + " " + row.get("body"))
                .containsExactly(
                        "2 no valid JSON {\"id\": 2",
                        "3 no JSON object [3]",
                        "4 no valid JSON {\"id\": 4} {\"id\": 5}",
                        "5 no valid JSON {\"id\": 6, \"id\": 7}");
    }

    @Test
    void resumesAnywhere() throws IOException {
        Asked asked = written(
                IntStream.range(0, 500).mapToObj(i -> "{\"id\": " + i + "}").collect(Collectors.joining("\n")));
        Map<String, Object> pages = Map.of("method", "all", "limit", 70L);
        List<Map<String, @Nullable Object>> rows = asked.rows("tickets", pages);
        assertThat(rows).hasSize(500).doesNotHaveDuplicates();
        assertThat(asked.rowsResumed("tickets", pages)).isEqualTo(rows);
    }

    @Test
    void aFileThatIsNoTextHasNoRows() throws IOException {
        Files.write(folder.resolve("odd.jsonl"), new byte[] {0x50, 0x41, 0x52, 0x31, (byte) 0x80, 10, 1, 2});
        Asked asked = new Asked(folder, "jsonl", Map.of("path", "*.jsonl"));
        assertThat(asked.rows("odd", ALL)).isEmpty();
        assertThat(asked.rows("odd.rejects", ALL)).hasSize(2);
        try (Attached attached = asked.attached()) {
            assertThatThrownBy(() -> attached.page("od", ALL, null)).hasMessageContaining("did you mean 'odd'");
        }
    }
}
