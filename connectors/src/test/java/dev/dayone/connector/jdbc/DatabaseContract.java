package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.Assumptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every database connector does. A product's test says how to reach it and who may do what; tables are made here,
 * of SQL that all products understand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseContract {
    static final int ROWS = 1_000;
    static final String ODD = "ödd \"näme. `of` [a] 表; --";
    private static final String ODD_COLUMN = "sélect \"from\" `x` ?";

    /** Runs statements as an account that may do everything, in the database that {@link #reader} reads. */
    abstract void run(List<String> statements);

    /** An account with SELECT on all tables and no right beyond. */
    abstract Source reader();

    /** An account that may do anything to the tables. */
    abstract Source writer();

    /** Whether the database has accounts with rights, which a file has not. */
    boolean hasAccounts() {
        return true;
    }

    /** An identifier in the product's quotes. */
    abstract String quoted(String name);

    /** Gives the accounts of {@link #reader} and {@link #writer} their rights on all tables that there are by now. */
    abstract void grant();

    private Attached source;

    @BeforeAll
    final void load() {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE TABLE people (id bigint PRIMARY KEY, email varchar(80), name varchar(80), updated_at timestamp NULL)",
                "CREATE INDEX people_updated ON people (updated_at)",
                "CREATE TABLE pairs (a integer NOT NULL, b varchar(20) NOT NULL, v integer, PRIMARY KEY (a, b))",
                "CREATE TABLE loose (v integer, w varchar(10))",
                "CREATE TABLE " + quoted(ODD) + " (" + quoted("order") + " integer PRIMARY KEY, " + quoted(ODD_COLUMN)
                        + " varchar(20))",
                "INSERT INTO " + quoted(ODD) + " VALUES (1, 'x'), (2, NULL)",
                "CREATE VIEW seen AS SELECT id, email FROM people"));
        statements.addAll(inserts(
                "people",
                ROWS,
                i -> "(" + i + ", "
                        + (i % 10 == 0 ? "NULL" : "'p" + i / 2 + "@example.com'") + ", 'Person " + i % 7
                        + "', TIMESTAMP '2024-01-01 00:00:00')"));
        statements.add("UPDATE people SET updated_at = TIMESTAMP '2024-02-29 12:00:00' WHERE id = 7");
        statements.addAll(inserts("pairs", ROWS, i -> "(" + i / 100 + ", 'k" + i % 100 + "', " + i + ")"));
        statements.addAll(inserts("loose", 50, i -> i % 5 == 0 ? "(NULL, NULL)" : "(" + i % 3 + ", 'w')"));
        run(statements);
        more();
        grant();
        source = new Attached(reader());
    }

    /** Makes the product's own tables. */
    void more() {}

    @AfterAll
    final void detach() {
        source.close();
        stop();
    }

    /** Stops what was started. */
    void stop() {}

    final Attached source() {
        return source;
    }

    private interface Row {
        String values(int number);
    }

    private static List<String> inserts(String table, int rows, Row row) {
        List<String> statements = new ArrayList<>();
        for (int from = 0; from < rows; from += 250) {
            List<String> values = IntStream.range(from, Math.min(rows, from + 250))
                    .mapToObj(row::values)
                    .toList();
            statements.add("INSERT INTO " + table + " VALUES " + String.join(", ", values));
        }
        return statements;
    }

    static List<@Nullable Object> column(List<Map<String, @Nullable Object>> rows, String name) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            Object value = row.get(name);
            values.add(value instanceof Number number ? (Object) number.longValue() : value);
        }
        return values;
    }

    static List<Long> numbers(long from, long to) {
        return java.util.stream.LongStream.range(from, to).boxed().toList();
    }

    @Test
    final void pagesEveryRowOnceInTheKeysOrder() {
        List<Map<String, @Nullable Object>> rows = source.pages("people", Map.of("method", "all", "limit", 70L));
        assertThat(column(rows, "id")).isEqualTo(numbers(0, ROWS));
        assertThat(rows.get(10)).containsEntry("email", null).containsEntry("name", "Person 3");
    }

    @Test
    final void resumesBehindACursorInANewConnection() {
        Attached.Page first = source.page("people", Map.of("method", "all", "limit", 70L), null);
        assertThat(first.next()).isNotNull();
        try (Attached later = new Attached(reader())) {
            Attached.Page second = later.page("people", Map.of("method", "all", "limit", 70L), first.next());
            assertThat(column(second.rows(), "id")).isEqualTo(numbers(70, 140));
        }
    }

    @Test
    final void pagesByACompositeKey() {
        List<Map<String, @Nullable Object>> rows = source.pages("pairs", Map.of("method", "all", "limit", 70L));
        assertThat(rows).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(source.pages("pairs", Map.of("method", "latest", "limit", 90L)))
                .hasSize(ROWS)
                .doesNotHaveDuplicates();
        assertThat(source.table("pairs").info().key()).containsExactly("a", "b");
    }

    @Test
    final void readsATableWithoutAKey() {
        assertThat(source.table("loose").info().key()).isEmpty();
        assertThat(source.pages("loose", Map.of("method", "all", "limit", 1_000L)))
                .hasSize(50);
    }

    @Test
    final void readsAView() {
        DiscoveredTable seen = source.table("seen");
        assertThat(seen.info().kind()).isEqualTo("view");
        assertThat(source.pages("seen", Map.of("method", "all", "limit", 5_000L)))
                .hasSize(ROWS);
    }

    @Test
    final void readsNamesOfAnyKind() {
        DiscoveredTable odd = source.table(ODD);
        assertThat(odd.info().columns().stream().map(column -> column.name())).containsExactly("order", ODD_COLUMN);
        List<Map<String, @Nullable Object>> rows = source.pages(ODD, Map.of("method", "all", "limit", 1L));
        assertThat(column(rows, ODD_COLUMN)).isEqualTo(Arrays.asList("x", null));
        assertThat(source.row(ODD, Map.of("method", "keys", "column", ODD_COLUMN, "values", List.of("x"), "limit", 9L)))
                .containsEntry(ODD_COLUMN, "x");
        assertThat(source.row(ODD, aggregate(List.of(List.of("order"), List.of("order", ODD_COLUMN)))))
                .hasSize(5);
    }

    @Test
    final void tellsKeyIndexesAndTheTimeOfTheLastChange() {
        DiscoveredTable people = source.table("people");
        assertThat(people.info().key()).containsExactly("id");
        assertThat(people.info().indexed()).containsExactlyInAnyOrder("id", "updated_at");
        assertThat(people.info().timeColumn()).isEqualTo("updated_at");
        assertThat(people.info().lastChange()).isNotNull();
        assertThat(source.table("loose").info().timeColumn()).isNull();
    }

    @Test
    final void looksUpTheRowsOfGivenKeys() {
        List<Object> asked =
                new ArrayList<>(List.of("3", 5L, 7.0, "abc", "1e3", "12.5", "99999999999999999999", true, "4x"));
        assertThat(column(keys("people", "id", asked), "id")).containsExactlyInAnyOrder(3L, 5L, 7L);
        assertThat(column(keys("people", "email", List.of("p1@example.com", "nobody")), "id"))
                .containsExactlyInAnyOrder(2L, 3L);
        assertThat(keys("people", "updated_at", List.of("2024-02-29T12:00:00Z", "yesterday", 3L)))
                .hasSize(1);
    }

    @Test
    final void looksUpAThousandKeysAtOnce() {
        List<Object> texts = new ArrayList<>();
        IntStream.range(0, 1_000).forEach(i -> texts.add("p" + i + "@example.com"));
        assertThat(keys("people", "email", texts)).hasSize(ROWS - ROWS / 10);
        assertThat(keys("people", "id", new ArrayList<>(numbers(500, 1_500)))).hasSize(500);
    }

    @Test
    final void findsNoRowByNullOrByNoKey() {
        assertThat(keys("people", "email", Collections.singletonList(null))).isEmpty();
        assertThat(keys("people", "email", List.of())).isEmpty();
        assertThat(keys("people", "id", List.of("no number"))).isEmpty();
    }

    private List<Map<String, @Nullable Object>> keys(String table, String column, List<Object> values) {
        return source.page(table, Map.of("method", "keys", "column", column, "values", values, "limit", 5_000L), null)
                .rows();
    }

    private static Map<String, Object> aggregate(List<List<String>> distinct) {
        return Map.of("method", "aggregate", "distinct", distinct, "maxRows", 100_000L);
    }

    @Test
    final void countsRowsAndDistinctKeysByOneStatement() {
        Map<String, @Nullable Object> counts =
                source.row("people", aggregate(List.of(List.of("id"), List.of("email"), List.of("name", "email"))));
        assertThat(column(List.of(counts), "row_count")).isEqualTo(List.of(1_000L));
        assertThat(column(List.of(counts), "distinct_0")).isEqualTo(List.of(1_000L));
        assertThat(column(List.of(counts), "present_1")).isEqualTo(List.of(900L));
        assertThat(column(List.of(counts), "distinct_1")).isEqualTo(List.of(500L));
        assertThat(column(List.of(counts), "present_2")).isEqualTo(List.of(900L));
        assertThat(column(List.of(counts), "distinct_2")).isEqualTo(List.of(900L));
    }

    @Test
    final void refusesToCountWhatTheServerExpectsToBeTooMuch() {
        assertThatThrownBy(() -> source.row(
                        "people", Map.of("method", "aggregate", "distinct", List.of(List.of("id")), "maxRows", 10L)))
                .isInstanceOf(LimitExceededException.class)
                .hasFieldOrPropertyWithValue("code", ErrorCode.LIMIT_EXCEEDED)
                .hasMessageMatching("Cannot count 'people' in 'shop': the server .*, expected at most 10\\. Raise the"
                        + " source's limit 'pushdownRows', or leave 'pushdown' out for this table\\.");
    }

    @Test
    final void drawsRowsWithoutReadingAll() {
        assertThat(source.row("people", Map.of("method", "bounds", "upTo", 20L)))
                .containsKey("row_count");
        assertThat(((Number) Objects.requireNonNull(source.row("people", Map.of("method", "bounds", "upTo", 20L))
                                .get("row_count")))
                        .intValue())
                .isEqualTo(20);
    }

    @Test
    final void serverRefusesToWriteInTheSessionThatReads() {
        Probe probe = source.probe();
        Probe.WriteAttempt attempt = Objects.requireNonNull(probe.writeAttempt());
        assertThat(attempt.statement()).matches("DELETE FROM .+ WHERE 1 = 0");
        assertThat(attempt.refused()).isTrue();
        assertThat(attempt.answer()).isNotBlank();
        assertThat(source.receipt().statements().stream().map(Receipt.Statement::shape))
                .contains(attempt.statement());
        assertThat(probe.canWrite()).isNotEqualTo(true);
        assertThat(probe.remedies()).isEmpty();
        assertThat(probe.tls()).isNotBlank();
    }

    @Test
    final void accountWithEveryRightIsRefusedToWriteAndKeepsItsRows() {
        Assumptions.assumeThat(hasAccounts()).isTrue();
        try (Attached writer = new Attached(writer())) {
            Probe probe = writer.probe();
            assertThat(probe.canWrite()).isTrue();
            assertThat(probe.writeRights()).isNotEmpty();
            assertThat(probe.remedies()).isNotEmpty();
            assertThat(Objects.requireNonNull(probe.writeAttempt()).refused()).isTrue();
            assertThat(writer.pages("people", Map.of("method", "all", "limit", 5_000L)))
                    .hasSize(ROWS);
        }
    }

    @Test
    final void receiptTellsShapesRowsAndBytesButNoValues() {
        try (Attached fresh = new Attached(reader())) {
            fresh.pages("people", Map.of("method", "all", "limit", 300L));
            fresh.page(
                    "people",
                    Map.of("method", "keys", "column", "email", "values", List.of("p3@example.com", "z"), "limit", 7L),
                    null);
            Receipt receipt = fresh.receipt();
            assertThat(receipt.connections()).isEqualTo(1);
            assertThat(receipt.runs()).isEqualTo(1);
            List<Receipt.Statement> pages = receipt.statements().stream()
                    .filter(statement -> statement.rows() > 0 && statement.bytes() > 0)
                    .toList();
            // The first page, those that follow, and the look-up.
            assertThat(pages).hasSize(3);
            assertThat(pages.stream().mapToLong(Receipt.Statement::rows).sum()).isEqualTo(ROWS + 2);
            assertThat(pages.stream().mapToLong(Receipt.Statement::bytes).sum()).isGreaterThan(ROWS * 20L);
            assertThat(pages.toString())
                    .doesNotContain("p3@example.com")
                    .contains(" ?")
                    .doesNotContain("LIMIT 3");
        }
    }
}
