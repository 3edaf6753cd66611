package dev.dayone.readiness.link;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.TestPilot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class ReferencesTest {
    private static final List<String> ORDER =
            List.of("id bigint", "company_id bigint", "clerk_id bigint", "plan_id bigint", "account_no bigint");

    @TempDir
    Path folder;

    @Test
    void findsReferencesThatLeadNowhereByNameAndByKeys() {
        SnapshotFixture fixture = fixture();

        List<Finding> found = dangling(new TestPilot(), fixture);

        // Plans were read in part: what is not there may be in the rest.
        assertThat(found)
                .filteredOn(finding -> finding.place().startsWith("s.orders."))
                .extracting(Finding::place, Finding::count, Finding::of)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("s.orders.company_id", 5L, 200L),
                        org.assertj.core.groups.Tuple.tuple("s.orders.clerk_id", 7L, 190L));
    }

    @Test
    void saysNothingOfWhatIsSoundOrAskedForAlready() {
        SnapshotFixture fixture = fixture();

        assertThat(dangling(new TestPilot(), fixture))
                .noneMatch(finding -> finding.place().startsWith("s.sound."));
        assertThat(dangling(new TestPilot().link("s.orders.company_id", "s.companies.id", 0.9, false), fixture))
                .noneMatch(finding -> finding.place().equals("s.orders.company_id"));
    }

    /** Orders with five companies that are not there, and seven clerks; sound ones beside them. */
    private SnapshotFixture fixture() {
        List<Object[]> orders = new ArrayList<>();
        List<Object[]> sound = new ArrayList<>();
        List<Object[]> companies = new ArrayList<>();
        List<Object[]> clerks = new ArrayList<>();
        List<Object[]> plans = new ArrayList<>();
        for (long i = 0; i < 200; i++) {
            Long clerk = i < 10 ? null : i < 17 ? 99L : (Long) (i % 40);
            orders.add(row(i, i < 5 ? 900 + i : i % 100, clerk, i % 30, i));
            sound.add(row(i, i % 100, i % 40, i % 30, i));
            if (i < 100) {
                companies.add(row(i, "company " + i));
            }
            if (i < 40) {
                clerks.add(row(i, "clerk " + i));
            }
            if (i < 20) {
                plans.add(row(i, "plan " + i));
            }
        }
        List<String> named = List.of("id bigint", "name string");
        return new SnapshotFixture(folder.resolve("сноски x"))
                .whole("s.orders", ORDER, orders.toArray(Object[][]::new))
                .whole("s.sound", ORDER, sound.toArray(Object[][]::new))
                .whole("s.companies", named, companies.toArray(Object[][]::new))
                .whole("s.people", named, clerks.toArray(Object[][]::new))
                .sampled("s.plans", 1000, named, plans)
                .whole("other.plans", named, plans.toArray(Object[][]::new))
                .keyed("s.companies", "id")
                .keyed("s.people", "id")
                .keyed("s.plans", "id")
                .keyed("other.plans", "id")
                .keyed("s.orders", "id")
                .keyed("s.sound", "id");
    }

    private static List<Finding> dangling(TestPilot pilot, SnapshotFixture fixture) {
        return Measurement.measure(pilot.build(), fixture.snapshot(), fixture.workspace(), (step, done, total) -> {})
                .inRows()
                .stream()
                .filter(finding -> finding.kind().equals(References.kind().name()))
                .toList();
    }
}
