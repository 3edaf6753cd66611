package dev.dayone.connector.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.Headers;
import dev.dayone.connector.jdbc.Asked;
import dev.dayone.connector.jdbc.Attached;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvKameletTest {
    private static final Map<String, Object> ALL = Map.of("method", "all", "limit", 1_000L);

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Asked asked(String path) {
        return new Asked(folder, "csv", Map.of("path", path));
    }

    private Asked asked(String path, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(more);
        parameters.put("path", path);
        return new Asked(folder, "csv", parameters);
    }

    @Test
    void infersTypesThatLoseNothing() throws IOException {
        write("deals.csv", """
                id,zip,amount,won,closed,changed,long,note,none
                1,01234,12.50,true,2024-02-29,2024-02-29T12:00:00Z,12345678901234567,x,
                22,99999,3,FALSE,0000-00-00,2024-03-01 08:15:00.5,1,"a, ""b""
                c",
                """);
        assertThat(asked("deals.csv").columns("deals"))
                .containsExactly(
                        "id inferred bigint bigint",
                        "zip inferred string string",
                        "amount inferred double double",
                        "won inferred boolean boolean",
                        "closed inferred date date",
                        "changed inferred timestamp timestamp",
                        "long inferred bigint bigint",
                        "note inferred string string",
                        "none inferred string string");
        List<Map<String, @Nullable Object>> rows = asked("deals.csv").rows("deals", ALL);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).containsEntry("note", "a, \"b\"\nc").containsEntry("none", null);
        assertThat(asked("deals.csv").table("deals").info().approximateRows()).isEqualTo(2);
    }

    @Test
    void aValueThatDoesNotFitMakesAColumnText() throws IOException {
        write("deals.csv", "id,when,number\n1,2024-01-01,1.5\n2,2024-02-30,12345678901234567.5\nn/a,2024-01-02,1\n");
        assertThat(asked("deals.csv").columns("deals"))
                .containsExactly(
                        "id inferred string string", "when inferred string string", "number inferred string string");
    }

    @Test
    void kameletRunsInPlainCamelWithPlainParameters() throws Exception {
        Path below = Files.createDirectories(Path.of("target", "plain-camel"));
        Files.writeString(below.resolve("deals.csv"), "id;note\n1;'a;b'\n2;c\n");
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            String uri = "kamelet:csv?path=RAW(target/plain-camel/*.csv)&delimiter=RAW(;)&quote=RAW(')";
            ProducerTemplate template = camel.createProducerTemplate();
            List<?> tables = (List<?>) template.requestBodyAndHeader(uri, null, Headers.OPERATION, Headers.DISCOVER);
            assertThat(tables).extracting("name").containsExactly("deals");
            List<Object> notes = new ArrayList<>();
            Object body = template.requestBodyAndHeader(uri, null, Headers.TABLE, "deals");
            ((Iterator<?>) body).forEachRemaining(row -> notes.add(((Map<?, ?>) row).get("note")));
            assertThat(notes).containsExactly("a;b", "c");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void sniffsWhatPartsTheValues(String delimiter) throws IOException {
        String text = "name#city#amount\n\"Smith, J; a|b\tc\"#Köln#1,5\nLee#Ulm#2,25\n".replace("#", delimiter);
        write("deals.csv", delimiter.equals(",") ? text.replace("1,5", "1.5").replace("2,25", "2.25") : text);
        List<Map<String, @Nullable Object>> rows = asked("deals.csv").rows("deals", ALL);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).containsEntry("name", "Smith, J; a|b\tc").containsEntry("city", "Köln");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "UTF-16"})
    void sniffsTheEncoding(String encoding) throws IOException {
        write("people.csv", "name,city\nZoë,Köln\nJosé,Málaga\n".getBytes(Charset.forName(encoding)));
        assertThat(asked("people.csv").rows("people", ALL))
                .extracting(row -> row.get("name") + " " + row.get("city"))
                .containsExactly("Zoë Köln", "José Málaga");
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        write("people.csv", "\uFEFFid,name\n1,Zoë\n");
        assertThat(asked("people.csv").columns("people"))
                .containsExactly("id inferred bigint bigint", "name inferred string string");
    }

    @Test
    void takesWhatIsGivenInPlaceOfSniffing() throws IOException {
        write("people.csv", "id~'a~b'\n7~'it''s'\n".getBytes(Charset.forName("IBM850")));
        Asked given =
                asked("people.csv", Map.of("delimiter", "~", "quote", "'", "header", "absent", "encoding", "IBM850"));
        assertThat(given.rows("people", ALL))
                .extracting(row -> row.get("column_1") + "/" + row.get("column_2"))
                .containsExactly("id/a~b", "7/it's");
        assertThatThrownBy(() -> asked("people.csv", Map.of("delimiter", "||")).tables())
                .hasMessage("Cannot use the parameters of source 'shop': parameter 'delimiter' is not known, expected"
                        + " one character, or 'tab'. Correct it, or leave it out to have it sniffed.");
        assertThatThrownBy(
                        () -> asked("people.csv", Map.of("encoding", "klingon")).tables())
                .hasMessageContaining("parameter 'encoding' is not known, expected one such as UTF-8");
    }

    @Test
    void namesColumnsWhereTheHeaderDoesNot() throws IOException {
        write("odd.csv", "id,,ID, name ,name\n1,2,3,4,5\n");
        assertThat(asked("odd.csv").columns("odd"))
                .extracting(column -> column.split(" ", 2)[0])
                .containsExactly("id", "column_2", "ID_2", "name", "name_2");
        write("data.csv", "1,a@example.com\n2,b@example.com\n");
        assertThat(asked("data.csv").rows("data", ALL)).hasSize(2);
    }

    @Test
    void aFileWithoutRowsIsATableWithoutRows() throws IOException {
        write("none.csv", "");
        write("header.csv", "id,name\n");
        assertThat(asked("none.csv").rows("none", ALL)).isEmpty();
        assertThat(asked("none.csv").columns("none")).containsExactly("column_1 inferred string string");
        assertThat(asked("header.csv").rows("header", ALL)).isEmpty();
        assertThat(asked("header.csv").columns("header"))
                .containsExactly("id inferred string string", "name inferred string string");
    }

    @Test
    void keepsRaggedRowsApartAndCountsThem() throws IOException {
        write("deals.csv", "id,name\n1,a\n2\n3,c\n4,d,e\n5,f\n6,g,h\n");
        Asked asked = asked("deals.csv");
        assertThat(asked.rows("deals", ALL)).extracting(row -> row.get("id")).containsExactly("1", "3", "5");
        assertThat(asked.rows("deals.rejects", ALL))
                .extracting(row -> row.get("line") + " " + row.get("reason") + " " + row.get("body"))
                .containsExactly("3 too few values 2", "5 too many values 4,d,e", "7 too many values 6,g,h");
        try (Attached attached = asked.attached()) {
            attached.pages("deals", Map.of("method", "all", "limit", 2L));
            assertThat(attached.receipt().statements())
                    .extracting(Receipt.Statement::shape, Receipt.Statement::rows)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple(
                                    "READ \"deals.csv\": row set aside: too many values", 2L),
                            org.assertj.core.groups.Tuple.tuple("READ \"deals.csv\"", 3L));
        }
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWithItsPlace() throws IOException {
        write("deals.csv", "id,name\n1,a\n2,\"" + "b,c\n".repeat(1_100_000));
        assertThatThrownBy(() -> asked("deals.csv").tables())
                .hasFieldOrPropertyWithValue("code", ErrorCode.FILE_NOT_READABLE)
                .hasMessageMatching("Cannot read 'deals.csv' in 'shop': a value near line \\d+ has no end, as after a"
                        + " quote that is never closed, expected a whole file of the connector's format\\. Export it"
                        + " anew, or leave it out by the parameter 'path'\\.");
    }

    @Test
    void pagesFollowEachOtherAndResumeAnywhere() throws IOException {
        write(
                "deals.csv",
                "id,name\n"
                        + IntStream.range(0, 1_000)
                                .mapToObj(i -> i % 10 == 3 ? i + ",a,b" : i + ",x" + i)
                                .collect(Collectors.joining("\n")));
        Asked asked = asked("deals.csv");
        Map<String, Object> pages = Map.of("method", "all", "limit", 70L);
        List<Map<String, @Nullable Object>> rows = asked.rows("deals", pages);
        assertThat(rows).hasSize(900).doesNotHaveDuplicates();
        assertThat(asked.rowsResumed("deals", pages)).isEqualTo(rows);
    }

    @Test
    void aFileWrittenToMeanwhileIsNoticed() throws IOException {
        write("deals.csv", "id\n1\n2\n3\n4\n");
        try (Attached attached = asked("deals.csv").attached()) {
            Attached.Page first = attached.page("deals", Map.of("method", "all", "limit", 2L), null);
            write("deals.csv", "id\n1\n2\n3\n4\n5\n");
            assertThatThrownBy(() -> attached.page("deals", Map.of("method", "all", "limit", 2L), first.next()))
                    .hasFieldOrPropertyWithValue("code", ErrorCode.SOURCE_CHANGED)
                    .hasMessageStartingWith("Cannot read 'deals.csv' in 'shop' any further: it was written to");
            assertThatThrownBy(() -> asked("deals.csv")
                            .attached()
                            .page("deals", Map.of("method", "all", "limit", 2L), first.next()))
                    .hasFieldOrPropertyWithValue("code", ErrorCode.SOURCE_CHANGED);
        }
    }

    @Test
    void answersTheOtherSelections() throws IOException {
        write(
                "deals.csv",
                "id,name,at\n"
                        + IntStream.range(0, 100)
                                .mapToObj(i -> i + ",n" + i % 5 + "," + (i == 50 ? "" : "2024-01-" + (10 + i % 20)))
                                .collect(Collectors.joining("\n")));
        Asked asked = asked("deals.csv");
        try (Attached attached = asked.attached()) {
            assertThat(attached.row("deals", Map.of("method", "bounds", "upTo", 20L)))
                    .containsEntry("row_count", 20L);
            assertThat(attached.row("deals", Map.of("method", "bounds", "upTo", 2_000L)))
                    .containsEntry("row_count", 100L);
            assertThat(attached.page(
                                    "deals",
                                    Map.of(
                                            "method",
                                            "keys",
                                            "column",
                                            "id",
                                            "values",
                                            List.of(3L, "7", 8.0),
                                            "limit",
                                            9L),
                                    null)
                            .rows())
                    .extracting(row -> row.get("id"))
                    .containsExactly("3", "7", "8");
            assertThat(attached.page("deals", Map.of("method", "latest", "by", "at", "limit", 5L), null)
                            .rows())
                    .extracting(row -> row.get("at"))
                    .containsOnly("2024-01-29");
            assertThatThrownBy(() -> attached.row("deals", Map.of("method", "aggregate", "maxRows", 9L)))
                    .hasFieldOrPropertyWithValue("code", ErrorCode.LIMIT_EXCEEDED);
            assertThatThrownBy(() -> attached.page("deals", Map.of("method", "latest", "by", "att"), null))
                    .hasMessageContaining("Cannot read column 'att' in 'deals'")
                    .hasMessageContaining("did you mean 'at'");
            assertThatThrownBy(() -> attached.page("dael", ALL, null)).hasMessageContaining("'dael' in 'shop'");
        }
    }

    @Test
    void takesTypesFromThePilot() throws IOException {
        write("deals.csv", "id,closed,amount\n007,2024-01-01,12.5\n");
        TableSelection selection = new TableSelection(
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                Map.of("id", ColumnType.BIGINT, "amount", ColumnType.decimal(12, 2)));
        assertThat(typed(selection).columns("deals"))
                .containsExactly("id bigint bigint", "closed inferred date date", "amount decimal(12,2) decimal(12,2)");
        TableSelection wrong = new TableSelection(
                null, Set.of(), Set.of(), Set.of(), Set.of(), false, Map.of("amuont", ColumnType.DOUBLE));
        assertThatThrownBy(() -> typed(wrong).tables())
                .hasMessage("Cannot use the schema of 'deals' in 'shop': the file has no column 'amuont', did you mean"
                        + " 'amount', expected one of its columns. Correct the name in the pilot.");
    }

    private Asked typed(TableSelection selection) {
        Parameters parameters = new Parameters(Map.of("path", "deals.csv"));
        return new Asked(
                folder, new Source("shop", "csv", parameters, Limits.FILES, Map.of("deals", selection), false));
    }

    @Test
    void aFolderAndAGlobAreATableAFile() throws IOException {
        write("in/deals.csv", "a\n1\n");
        write("in/north/people.csv", "a\n1\n");
        write("in/south/people.csv", "a\n1\n");
        write("in/south/people.tsv", "a\n1\n");
        write("in/.hidden/x.csv", "a\n1\n");
        write("in/_tmp.csv", "a\n1\n");
        write("in/readme.txt", "a\n1\n");
        assertThat(asked("in").tables().keySet())
                .containsExactlyInAnyOrder("deals", "north/people", "south/people.csv", "south/people.tsv");
        assertThat(asked("in/*.csv").tables().keySet()).containsExactly("deals");
        assertThat(asked("in/**.csv").tables().keySet())
                .containsExactlyInAnyOrder("deals", "north/people", "south/people");
        assertThat(asked("in/*.txt").tables().keySet()).containsExactly("readme");
        assertThat(asked(".").tables()).hasSize(4);
    }

    @Test
    void noPathLeadsOutOfThePilotsFolder() throws IOException {
        Path pilot = Files.createDirectory(folder.resolve("pilot"));
        write("secret.csv", "a\n1\n");
        Files.createSymbolicLink(pilot.resolve("link.csv"), folder.resolve("secret.csv"));
        Files.createSymbolicLink(pilot.resolve("out"), folder);
        for (String path : List.of(
                "../secret.csv",
                folder.resolve("secret.csv").toString(),
                "link.csv",
                "*.csv",
                "../*.csv",
                "out/secret.csv",
                "out/*.csv",
                "{.,..}/secret.csv",
                "out")) {
            List<String> found = new ArrayList<>();
            assertThatThrownBy(() -> found.addAll(new Asked(pilot, "csv", Map.of("path", path))
                            .tables()
                            .keySet()))
                    .as(path)
                    .hasMessageContaining("not below the pilot's folder");
            assertThat(found).isEmpty();
        }
    }

    @Test
    void aPathThatLeadsNowhereIsTold() {
        for (String path : List.of("gone.csv", "*.csv", "gone/*.csv")) {
            assertThatThrownBy(() -> asked(path).probe())
                    .hasFieldOrPropertyWithValue("code", ErrorCode.FILE_NOT_FOUND)
                    .hasMessage("Cannot open '" + path + "' in 'shop': there is no such file, expected a file, a folder"
                            + " that holds files ending in .csv or .tsv, or a glob, below the pilot's folder. Correct"
                            + " the parameter 'path'.");
        }
    }

    @Test
    void probeSaysThatNothingCanBeWritten() throws IOException {
        write("a.csv", "a\n1\n");
        write("b.csv", "a\n1\n");
        Probe probe = asked("*.csv").probe();
        assertThat(probe.canWrite()).isFalse();
        assertThat(probe.product() + " " + probe.version()).isEqualTo("CSV (2 files)");
    }
}
