package dev.dayone.readiness.mess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.Evidence;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.TestPilot;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shapes of tables that show only beside others, in a source that has them and in one that looks like it. */
@NullUnmarked
final class TableDefectsTest {
    private static final List<String> KINDS =
            List.of("polymorphic-reference", "coded-values", "attribute-table", "dangling-references");

    @TempDir
    static Path folder;

    private static List<Finding> found;

    @BeforeAll
    static void measure() {
        SnapshotFixture fixture = new SnapshotFixture(folder);
        messy(fixture);
        clean(fixture);
        Evidence evidence = Measurement.measure(
                new TestPilot().build(), fixture.snapshot(), fixture.workspace(), (step, done, total) -> {});
        found = evidence.inRows().stream()
                .filter(finding -> KINDS.contains(finding.kind()))
                .toList();
    }

    private static void messy(SnapshotFixture fixture) {
        fixture.whole("m.tickets", List.of("id bigint", "status bigint", "priority bigint"), rows(300, i ->
                        new Object[] {1000L + i, List.of(2L, 3L, 4L, 6L).get(i % 4), 1L + i % 3}))
                .keyed("m.tickets", "id")
                .whole("m.crm_contacts", List.of("id bigint", "name string"), rows(200, i ->
                        new Object[] {50_000L + i, "Thing " + i}))
                .keyed("m.crm_contacts", "id")
                .whole("m.pictures", List.of("id bigint", "size bigint"), rows(60, i ->
                        new Object[] {900_000L + i, 10L + i}))
                .keyed("m.pictures", "id")
                .whole(
                        "m.notes",
                        List.of("id bigint", "notable_type string", "notable_id bigint"),
                        rows(400, TableDefectsTest::note))
                .keyed("m.notes", "id")
                // Half of the codes are in a list.
                .whole("m.priorities", List.of("id bigint", "name string"), rows(2, i ->
                        new Object[] {1L + i, "P" + i}))
                .keyed("m.priorities", "id")
                .whole(
                        "m.ticket_values",
                        List.of("id bigint", "ticket_id bigint", "attribute_name string", "value string"),
                        rows(600, i -> new Object[] {
                            (long) i,
                            1000L + i / 3,
                            List.of("weight", "colour", "bought_on").get(i % 3),
                            value(i)
                        }))
                .keyed("m.ticket_values", "id");
    }

    private static Object[] note(int i) {
        String type = i % 8 == 0 ? "Image" : i % 8 == 1 ? "Fax" : i % 2 == 0 ? "App\\Models\\Ticket" : "Contact";
        long id =
                i % 8 == 0 ? 900_000L + i % 60 : i % 8 == 1 ? 7L + i : i % 2 == 0 ? 1000L + i % 300 : 50_000L + i % 200;
        return new Object[] {(long) i, type, id};
    }

    private static String value(int i) {
        return i % 3 == 0 ? String.valueOf(i) : i % 3 == 1 ? "red and blue" : "2025-01-" + (10 + i % 20);
    }

    /** The same with what makes it clean: lists of codes, types of one table, a log of changes, texts by language. */
    private static void clean(SnapshotFixture fixture) {
        fixture.whole(
                        "c.tickets",
                        List.of(
                                "id bigint",
                                "status_id bigint",
                                "is_open_state bigint",
                                "priority bigint",
                                "priority_name string",
                                "retry_count bigint",
                                "stock_level bigint"),
                        rows(300, i -> new Object[] {
                            1000L + i, 2L + i % 4, (long) i % 2, 1L + i % 3, "P" + i % 3, (long) i % 5, (long) i % 7
                        }))
                .keyed("c.tickets", "id")
                .whole("c.issue_statuses", List.of("id bigint", "name string"), rows(9, i ->
                        new Object[] {1L + i, "S" + i}))
                .keyed("c.issue_statuses", "id")
                .whole("c.orders", List.of("id bigint", "total bigint"), rows(200, i ->
                        new Object[] {5000L + i, 9L * i}))
                .keyed("c.orders", "id")
                .whole("c.order_lines", List.of("id bigint", "order_type string", "order_id bigint"), rows(400, i ->
                        new Object[] {(long) i, i % 3 == 0 ? "Online" : "Store", 5000L + i % 200}))
                .keyed("c.order_lines", "id")
                .whole(
                        "c.changes",
                        List.of("id bigint", "ticket_id bigint", "field string", "old_value string", "value string"),
                        rows(600, i -> new Object[] {
                            (long) i,
                            1000L + i / 3,
                            List.of("weight", "colour", "bought_on").get(i % 3),
                            "a",
                            value(i)
                        }))
                .keyed("c.changes", "id")
                .whole(
                        "c.translations",
                        List.of("id bigint", "ticket_id bigint", "locale string", "value string"),
                        rows(600, i -> new Object[] {
                            (long) i, 1000L + i / 3, List.of("de", "en", "fr").get(i % 3), "Word number " + i
                        }))
                .keyed("c.translations", "id")
                .whole(
                        "c.settings",
                        List.of("id bigint", "owner_id bigint", "key string", "value string"),
                        rows(100, i -> new Object[] {(long) i, 1L, "k" + i, value(i)}))
                .keyed("c.settings", "id");
    }

    private static Object[][] rows(int count, IntFunction<Object[]> row) {
        return IntStream.range(0, count).mapToObj(row).toArray(Object[][]::new);
    }

    private static Finding at(String kind, String place) {
        return found.stream()
                .filter(finding ->
                        finding.kind().equals(kind) && finding.place().equals(place))
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " at " + place + " not among " + found));
    }

    @Test
    void tellsWhichTableEachTypeMeans() {
        Finding finding = at("polymorphic-reference", "m.notes.notable_id");

        assertThat(finding.count()).isEqualTo(400);
        assertThat(finding.title())
                .startsWith("Refers to rows of 4 kinds of things, as notable_type says: ")
                .contains("App\\Models\\Ticket (tickets)", "Contact (crm_contacts)", "Image (pictures)", "Fax");
        assertThat(finding.evidence())
                .containsExactlyInAnyOrder(
                        "'App\\Models\\Ticket': 150 rows, of m.tickets.id by the name, 100% of ids there",
                        "'Contact': 150 rows, of m.crm_contacts.id by the name, 100% of ids there",
                        "'Image': 50 rows, of m.pictures.id by its ids alone, 100% of ids there",
                        "'Fax': 50 rows, of a table that is not in the snapshot or cannot be told");
    }

    @Test
    void tellsCodesWithoutAList() {
        Finding finding = at("coded-values", "m.tickets.status");

        assertThat(finding.title())
                .isEqualTo(
                        "4 codes (2, 3, 4, 6) in the place of words, and no table of the source says what they mean.");
        assertThat(finding.evidence()).contains("2: 75 rows");
    }

    @Test
    void tellsCodesThatTheListHasNot() {
        assertThat(at("coded-values", "m.tickets.priority").title())
                .isEqualTo("3 codes (1, 2, 3) in the place of words, and priorities has 66.7% of them.");
    }

    @Test
    void tellsTablesOfOneRowAnAttribute() {
        Finding finding = at("attribute-table", "m.ticket_values");

        assertThat(finding.title())
                .isEqualTo(
                        "One row an attribute: 3 attributes by attribute_name of 200 records by ticket_id, 3 rows each,"
                                + " values as text in value.");
        assertThat(finding.evidence()).contains("colour: in 100% of records");
    }

    @Test
    void raisesNoFalseAlarm() {
        assertThat(found).hasSize(4);
    }
}
