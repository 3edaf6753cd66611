package dev.dayone.readiness.mess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.Evidence;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.TestPilot;
import dev.dayone.readiness.table.DrawnTogether;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of mess on a column that has it, and on a clean one that looks like it. */
@NullUnmarked
class ColumnDefectsTest {
    private static final int ROWS = 2_000;

    @TempDir
    static Path folder;

    private static final Map<String, Map<String, Long>> FOUND = new TreeMap<>();
    private static List<Finding> some;

    @BeforeAll
    static void measure() {
        List<String> columns = List.of(
                "mail string",
                "name string",
                "city string",
                "seen string",
                "is_deleted boolean",
                "body string",
                "state string",
                "score bigint",
                "deleted_at timestamp",
                "percent bigint",
                "phone string",
                "ref string",
                "company string");
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .whole("a.messy", columns, rows(true))
                .whole("a.clean", columns, rows(false))
                .inWindows("a.some", 1_000_000, columns, List.of(rows(true)), 50);
        Evidence evidence = Measurement.measure(
                new TestPilot().build(), fixture.snapshot(), fixture.workspace(), (step, done, total) -> {});
        TableRef sampled = TableRef.parse("a.some");
        some = defects(fixture, evidence, sampled).toList();
        for (String table : List.of("a.messy", "a.clean")) {
            TableRef ref = TableRef.parse(table);
            defects(fixture, evidence, ref).forEach(finding -> FOUND.computeIfAbsent(table, name -> new TreeMap<>())
                    .put(finding.kind() + " " + finding.place(), finding.count()));
        }
    }

    private static Stream<Finding> defects(SnapshotFixture fixture, Evidence evidence, TableRef table) {
        double together =
                DrawnTogether.rows(fixture.snapshot().manifest().tables().get(table));
        return ColumnDefects.of(table, evidence.tables().get(table), together);
    }

    private static Object[][] rows(boolean messy) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            boolean now = messy && i % 50 == 0;
            String[] states = {"open", "closed", "waiting"};
            rows.add(new Object[] {
                now ? "Person" + i + "@Example.org" : "person" + i + "@example.org",
                now ? "MÃ¼ller" + i : "Müller" + i,
                now ? (i % 100 == 0 ? " Town" + i : "n/a") : "Town" + i,
                now ? "31.01.2026" : "2026-01-" + (10 + i % 20),
                now,
                now
                        ? "<p>Hello <b>you</b></p><br/>"
                        : (messy && i % 50 == 1 ? "" : "Good morning, item " + i + " fell off"),
                now ? "opne" : states[i % 3],
                now ? 99L : 1L + i % 5,
                now ? java.sql.Timestamp.valueOf("2026-01-02 00:00:00") : null,
                now ? 150L : (i * 37L) % 12 < 3 ? 0L : (i * 37L) % 12 < 6 ? 100L : i % 101,
                now ? "0151 / 23 45" + i : "+49151" + (2_000_000 + i),
                now ? String.valueOf(1000 + i) : "000" + (1000 + i),
                (i % 25 == 0 && messy) ? "ALPINA SEEDS " + i + " GMBH" : "Alpina Seeds " + i + " GmbH"
            });
        }
        return rows.toArray(Object[][]::new);
    }

    @Test
    void findsEachKindWhereItIs() {
        assertThat(FOUND.get("a.messy"))
                .containsEntry("letter-case-differs a.messy.mail", 40L)
                .containsEntry("broken-characters a.messy.name", 40L)
                .containsEntry("blanks-around-values a.messy.city", 20L)
                .containsEntry("placeholders a.messy.city", 20L)
                .containsEntry("several-date-forms a.messy.seen", 40L)
                .containsEntry("deleted-by-flag a.messy.is_deleted", 40L)
                .containsEntry("deleted-by-flag a.messy.deleted_at", 40L)
                .containsEntry("markup-in-text a.messy.body", 40L)
                .containsEntry("empty-texts a.messy.body", 40L)
                .containsEntry("rare-values a.messy.state", 40L)
                .containsEntry("rare-values a.messy.score", 40L)
                .containsEntry("several-phone-forms a.messy.phone", 40L)
                .containsEntry("leading-zeros-lost a.messy.ref", 40L)
                .containsEntry("names-in-capitals a.messy.company", 80L)
                .containsKey("beyond-scale a.messy.percent")
                .hasSize(15);
    }

    @Test
    void tellsHowSureTheShareOfASampleIs() {
        Interval interval = some.stream()
                .filter(finding -> finding.kind().equals("rare-values"))
                .findFirst()
                .orElseThrow()
                .interval();

        // Two in a hundred, of forty windows.
        assertThat(interval.low()).isBetween(0.0, 0.01);
        assertThat(interval.high()).isBetween(0.1, 0.15);
    }

    @Test
    void findsNothingInCleanColumns() {
        assertThat(FOUND).doesNotContainKey("a.clean");
    }
}
