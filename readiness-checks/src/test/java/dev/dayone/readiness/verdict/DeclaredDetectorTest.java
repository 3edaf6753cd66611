package dev.dayone.readiness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeclaredDetectorTest {
    private static final Set<String> KINDS = Set.of("undeclared-values", "choices-never-used", "required-left-empty");
    private final Cases cases = new Cases();

    private List<Finding> findings(
            String type, boolean required, List<String> choices, Visibility visibility, long nulls, ValueCount... top) {
        cases.declared = List.of(new ColumnInfo(
                "state", type, ColumnType.STRING, true, new ColumnInfo.Declared("State", required, choices)));
        cases.columns = List.of(Cases.column("state", ColumnType.STRING, visibility, held(nulls, top)));
        return Findings.of(cases.build()).stream()
                .filter(finding -> KINDS.contains(finding.kind()))
                .toList();
    }

    private static ColumnProfile held(long nulls, ValueCount... top) {
        return new ColumnProfile(
                1000,
                nulls,
                0,
                top.length,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "text",
                1.0,
                List.of(top),
                List.of(),
                List.of());
    }

    @Test
    void saysWhatIsHeldAndNotOfferedAndWhatIsOfferedAndNotHeld() {
        List<Finding> findings = findings(
                "varchar(20)",
                false,
                List.of("open", "closed", "waiting"),
                Visibility.SHOWN,
                0,
                new ValueCount("open", 700),
                new ValueCount("Closed ", 200),
                new ValueCount("legacy", 100));

        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder("undeclared-values", "choices-never-used");
        assertThat(findings)
                .extracting(Finding::title)
                .containsExactlyInAnyOrder(
                        "100 rows with 1 value that the source does not offer.",
                        "1 of 3 choices that the source offers is in no row.");
        assertThat(findings)
                .extracting(Finding::evidence)
                .containsExactlyInAnyOrder(List.of("legacy"), List.of("waiting"));
    }

    @Test
    void saysNothingWhereBothAgree() {
        assertThat(findings(
                        "set('a','b','c')",
                        true,
                        List.of("a", "b", "c"),
                        Visibility.SHOWN,
                        0,
                        new ValueCount("a,b", 400),
                        new ValueCount("c", 600)))
                .isEmpty();
    }

    @Test
    void saysNothingOfChoicesThatASampleMayHaveMissed() {
        cases.whole = false;
        assertThat(findings("text", false, List.of("a", "b"), Visibility.SHOWN, 0, new ValueCount("a", 1000)))
                .isEmpty();
    }

    @Test
    void showsAndJudgesNoValueThatIsHidden() {
        assertThat(findings("text", false, List.of("a"), Visibility.PERSONAL, 0, new ValueCount("aaaa", 1000)))
                .isEmpty();
    }

    @Test
    void countsRequiredFieldsThatAreEmpty() {
        assertThat(findings("text", true, List.of(), Visibility.SHOWN, 30, new ValueCount("a", 970)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo("required-left-empty");
                    assertThat(finding.title()).isEqualTo("30 rows without a value that the source requires.");
                });
        assertThat(findings("text", false, List.of(), Visibility.SHOWN, 30, new ValueCount("a", 970)))
                .isEmpty();
    }
}
