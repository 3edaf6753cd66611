package dev.dayone.readiness.mess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Json;
import dev.dayone.readiness.Evidence;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.TestPilot;
import dev.dayone.readiness.finding.FindingKind;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of mess that shows in rows, in a table that has it, and a clean one that looks like it. */
@NullUnmarked
class RowDefectsTest {
    private static final int ROWS = 2_000;
    private static final List<String> COLUMNS = List.of(
            "id bigint",
            "created_at timestamp",
            "closed_at timestamp",
            "first_name string",
            "last_name string",
            "email string",
            "mobile string",
            "birth_date date",
            "country string",
            "body string",
            "lead_source string",
            "merged_into_id bigint");

    private static final List<String> FIRST = List.of(
            "anna", "bernd", "clara", "david", "eva", "frank", "grete", "hans", "ida", "jonas", "karla", "lukas",
            "mia");
    private static final List<String> LAST = List.of(
            "Abt", "Bauer", "Conrad", "Dietz", "Ebert", "Fuchs", "Graf", "Huber", "Ihle", "Jung", "Kern", "Lang",
            "Maier");

    @TempDir
    static Path folder;

    /** By table, kind and place: rows. */
    private static final Map<String, Map<String, Long>> FOUND = new TreeMap<>();

    private static String json;

    @BeforeAll
    static void measure() {
        SnapshotFixture fixture = new SnapshotFixture(folder.resolve("ряды x"))
                .whole("a.messy", COLUMNS, rows(true))
                .keyed("a.messy", "id")
                .whole("a.clean", COLUMNS, rows(false))
                .keyed("a.clean", "id")
                .whole("a.empty", COLUMNS)
                .whole("a.one", COLUMNS, rows(true)[0])
                .whole("a.nulls", COLUMNS, nulls())
                .whole(
                        "a.attributes",
                        List.of("thing_id bigint", "meta_key string", "meta_value string"),
                        attributes());
        Evidence evidence = Measurement.measure(
                new TestPilot().build(), fixture.snapshot(), fixture.workspace(), (step, done, total) -> {});
        for (String table : List.of("a.messy", "a.clean", "a.empty", "a.one", "a.nulls", "a.attributes")) {
            FOUND.put(
                    table,
                    evidence.inRows().stream()
                            .filter(finding -> (finding.place() + ".").startsWith(table + "."))
                            .collect(
                                    HashMap::new,
                                    (map, finding) -> map.put(
                                            finding.kind() + finding.place().substring(table.length()),
                                            finding.count()),
                                    HashMap::putAll));
        }
        json = Json.write(evidence.inRows());
    }

    private static Object[][] attributes() {
        Object[][] rows = new Object[90][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {
                (long) i / 3, List.of("size", "born", "colour").get(i % 3), "v" + i % 7
            };
        }
        return rows;
    }

    private static Object[][] nulls() {
        Object[][] rows = new Object[50][COLUMNS.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = (long) i;
        }
        return rows;
    }

    /** People who are all themselves; with 10 rows, or as said, of each kind of mess. */
    private static Object[][] rows(boolean messy) {
        Random random = new Random(3);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Instant created = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(3600L * i);
            String first = FIRST.get(i % FIRST.size());
            String last = LAST.get(i / FIRST.size() % LAST.size());
            String mail = first + "." + last.toLowerCase(java.util.Locale.ROOT) + i + "@firm" + i % 50 + ".org";
            Object[] row = {
                (long) i,
                Timestamp.from(created),
                i % 4 == 0 ? null : Timestamp.from(created.plusSeconds(60L * random.nextInt(5000))),
                first,
                last,
                mail,
                "+49 151 " + (2_000_000 + i * 37),
                // Some are born on the first day of 1970.
                i == 77
                        ? Date.valueOf("1970-01-01")
                        : Date.valueOf(LocalDate.of(1950, 1, 1).plusDays(random.nextInt(18_000))),
                i % 3 == 0 ? "DE" : i % 3 == 1 ? "AT" : "CH",
                // IBANs and cards whose check digits do not hold; lengths all over.
                "Guten Tag, DE44 5001 0517 5407 3249 30, 4111 1111 1111 1112. "
                        + "Wort ".repeat(30 + random.nextInt(40)) + ".",
                i % 5 == 0 ? null : "web",
                null
            };
            if (i % 100 == 50) {
                // A phrase that stands there often is no cut.
                row[9] = "Mit freundlichen Worten gesagt ".repeat(9).substring(0, 255);
            }
            rows.add(row);
        }
        if (messy) {
            for (int i = 0; i < 10; i++) {
                rows.get(100 + i)[2] = Timestamp.from(Instant.parse("2024-01-01T00:00:00Z"));
                rows.get(200 + i)[5] = "x+shop" + i + "@firm1.org";
                rows.get(300 + i)[5] = "info@firm2.org";
                Object name = rows.get(400 + i)[3];
                rows.get(400 + i)[3] = rows.get(400 + i)[4];
                rows.get(400 + i)[4] = name;
                rows.get(500 + i)[7] = Date.valueOf("1970-01-01");
                rows.get(600 + i)[8] =
                        List.of("Germany", "Deutschland", "GER", "de", "DEU").get(i % 5);
                rows.get(700 + i)[9] = "Bitte an DE44 5001 0517 5407 3249 31 zahlen";
                rows.get(800 + i)[9] = (i + " Satz mit vielen Worten ".repeat(30)).substring(0, 254) + "x";
                rows.get(900 + i)[3] = "Test";
                rows.get(900 + i)[4] = "Test User";
                rows.get(1000 + i)[11] = 7L;
                Object[] copy = rows.get(1100 + i).clone();
                copy[0] = 5_000L + i;
                rows.add(copy);
                Object[] near = rows.get(1200 + i).clone();
                near[0] = 6_000L + i;
                near[3] = ((String) near[3]).charAt(0) + ".";
                near[5] = "z" + near[5];
                rows.add(near);
            }
            for (int i = 0; i < 900; i++) {
                rows.get(i)[10] = null;
            }
        }
        return rows.toArray(Object[][]::new);
    }

    @Test
    void findsEachKindWhereItIs() {
        assertThat(FOUND.get("a.messy"))
                .containsEntry("end-before-start.closed_at", 10L)
                .containsEntry("mail-aliases.email", 10L)
                .containsEntry("shared-mailboxes.email", 10L)
                .containsEntry("names-swapped.first_name", 10L)
                .containsEntry("several-spellings.country", 10L)
                .containsEntry("account-numbers-in-text.body", 10L)
                .containsEntry("test-records.first_name", 10L)
                .containsEntry("merged-records.merged_into_id", 10L)
                .containsEntry("duplicate-rows", 10L)
                .containsEntry("near-duplicates", 10L)
                .hasEntrySatisfying(
                        "filled-since.lead_source", rows -> assertThat(rows).isBetween(876L, 900L))
                .hasEntrySatisfying(
                        "texts-cut-off.body", rows -> assertThat(rows).isBetween(10L, 11L))
                .hasEntrySatisfying("default-birth-dates.birth_date", rows -> assertThat(rows)
                        .isBetween(10L, 12L));
    }

    @Test
    void findsEveryKindItKnows() {
        List<String> kinds = Stream.concat(
                        FOUND.get("a.messy").keySet().stream(), FOUND.get("a.attributes").keySet().stream())
                .map(place -> place.replaceFirst("\\..*", ""))
                .distinct()
                .toList();

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(
                        RowDefects.kinds().map(FindingKind::name).toList());
    }

    @Test
    void raisesNoFalseAlarm() {
        assertThat(FOUND.get("a.clean")).isEmpty();
        assertThat(FOUND.get("a.empty")).isEmpty();
        assertThat(FOUND.get("a.one")).isEmpty();
        assertThat(FOUND.get("a.nulls")).isEmpty();
    }

    @Test
    void tellsNoValueOfAPerson() {
        assertThat(json).doesNotContain("firm", "Maier", "anna", "5001", "151");
    }
}
