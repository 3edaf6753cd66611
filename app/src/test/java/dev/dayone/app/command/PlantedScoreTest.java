package dev.dayone.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.sample.defect.PlantedDefects;
import dev.dayone.sample.defect.PlantedDefects.Planted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class PlantedScoreTest {
    private static final PlantedDefects TRUTH = new PlantedDefects(
            1,
            42,
            1,
            LocalDate.of(2026, 1, 31),
            Map.of("crm.contacts", 100L),
            List.of(
                    planted("contact-email-case", "contacts", "email", 4),
                    planted("contact-email-blanks", "contacts", "email", 2),
                    planted("deal-stage-unknown", "deals", "stage", 0),
                    planted("activities-stale", "activities", "occurred_at", 1)),
            List.of("crm.users"));

    private static Planted planted(String name, String table, String column, long count) {
        return new Planted(name, "", "crm", table, List.of(column), "rows", count, "id", List.of(), false);
    }

    private static Finding finding(String kind, Severity severity, String place) {
        return new Finding("", kind, severity, place, "", null, null, null, null, List.of(), "", "", "", "", "");
    }

    @Test
    void countsAKindOnlyWhereItWasPlantedAndByAFindingThatMeansIt() {
        PlantedScore score = PlantedScore.of(
                TRUTH,
                List.of(
                        finding("letter-case-differs", Severity.MINOR, "crm.contacts.email"),
                        finding("blanks-around-values", Severity.MINOR, "crm.contacts.phone"),
                        finding("placeholders", Severity.MINOR, "crm.contacts.email"),
                        finding("stale-table", Severity.MAJOR, "crm.activities")));

        assertThat(score.planted()).isEqualTo(3);
        assertThat(score.recall()).isEqualTo(2 / 3.0);
        assertThat(score.missed()).containsExactly("contact-email-blanks");
        assertThat(score.falseAlarms()).isZero();
        assertThat(score.tell())
                .startsWith("2 of 3 planted kinds")
                .contains("67 %")
                .contains("contact-email-blanks");
    }

    @Test
    void whatWeighsAtACleanTableIsAFalseAlarm() {
        PlantedScore score = PlantedScore.of(
                TRUTH,
                List.of(
                        finding("default-dates", Severity.MAJOR, "crm.users.born"),
                        finding("stale-table", Severity.BLOCKER, "crm.users"),
                        finding("personal-data", Severity.MINOR, "crm.users"),
                        finding("default-dates", Severity.MAJOR, "crm.users2.born")));

        assertThat(score.falseAlarms()).isEqualTo(2);
        assertThat(score.recall()).isZero();
    }
}
