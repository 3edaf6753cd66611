package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.RunReport;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HeatMapTest {
    private final RunReport report = Reports.plain();
    private final Anchors anchors = new Anchors(report);

    @Test
    void tellsTheWorstShareOfEachFamilyAndLeadsToItsFinding() {
        HeatMap tables = HeatMap.ofTables(report, anchors);

        assertThat(tables.rows()).hasSize(report.tables().size());
        assertThat(cell(tables, "helpdesk.tickets", MessFamily.EMPTY).level()).isEqualTo(4);
        assertThat(tables.rows().stream().flatMap(row -> row.cells().stream()))
                .anySatisfy(cell -> assertThat(cell.link()).isNotNull());
    }

    @Test
    void leavesOutFamiliesAndColumnsWithoutMess() {
        HeatMap columns = HeatMap.ofColumns(report, anchors)
                .getOrDefault(report.tables().keySet().iterator().next(), HeatMap.NONE);

        assertThat(columns.rows())
                .extracting(HeatMap.Row::name)
                .contains("email")
                .doesNotContain("id");
        assertThat(columns.families()).contains(MessFamily.EMPTY).doesNotContain(MessFamily.REPEATED);
    }

    @Test
    void givesARunThatSawNothingNoMap() {
        RunReport empty = Reports.empty();

        assertThat(HeatMap.ofTables(empty, new Anchors(empty))).isEqualTo(HeatMap.NONE);
    }

    @Test
    void knowsTheFamilyOfEveryKindThatIsNotOfThePilotItself() {
        List<String> ofThePilot = List.of(
                "account-can-write",
                "budget-not-ready",
                "metrics-not-ready",
                "owner-not-ready",
                "rights-unknown",
                "rows-set-aside",
                "session-not-read-only",
                "target-already-met");

        assertThat(MessFamily.ofKind("broken-characters")).isEqualTo(MessFamily.TEXT);
        assertThat(ofThePilot)
                .allSatisfy(kind -> assertThat(MessFamily.ofKind(kind)).isEqualTo(MessFamily.OTHER));
    }

    private static HeatMap.Cell cell(HeatMap map, String row, MessFamily family) {
        HeatMap.Row found = map.rows().stream()
                .filter(each -> each.name().equals(row))
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, map.families().size())
                .filter(i -> map.families().get(i) == family)
                .mapToObj(found.cells()::get)
                .findFirst()
                .orElseThrow();
    }
}
