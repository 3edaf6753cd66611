package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.RunReport;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalSummaryTest {
    private static final List<RunReport> REPORTS = List.of(
            Reports.plain(),
            Reports.empty(),
            Reports.with(Hostile.ALL),
            Reports.with(Hostile.CONTROLS),
            Reports.with(Hostile.LONG),
            Reports.with(Hostile.SCRIPTS),
            Reports.large(300, 20));

    @Test
    void saysTheVerdictFirstAndWhy() {
        assertThat(TerminalSummary.render(Reports.plain(), 120, false))
                .startsWith("✗ NOT READY  support-triage\nNot ready: 12.4% of the tickets' requesters")
                .contains("  ✗ data     not ready            2 of 9 blocking checks fail.\n")
                .contains("  – owner    left out ")
                .contains("Findings (top 3 of 8)")
                .contains("          2,412 of 20,000 rows (12.1%) · helpdesk.tickets.email → Make the field required")
                .contains("✗ fail", "– no answer", "must fall by 27.5 minutes (64.7%)")
                .contains(
                        "  helpdesk: MariaDB 11.4.5, account dayone_read@%: account cannot write, a write was refused\n"
                                + "    42 statements · 20,001 rows · 2.4 MB received · 2 connections · 1.9 s in statements")
                .contains("  crm: PostgreSQL 16.4, account crm_app: account can write, no write could be tried\n");
    }

    @Test
    void staysWithinTheWidthAndTheHeight() {
        for (RunReport report : REPORTS) {
            for (int width : new int[] {60, 80, 133, 200}) {
                List<String> lines =
                        TerminalSummary.render(report, width, false).lines().toList();

                assertThat(lines).hasSizeLessThanOrEqualTo(56).allSatisfy(line -> assertThat(TextCells.width(line))
                        .as(line)
                        .isLessThanOrEqualTo(width));
            }
        }
    }

    @Test
    void takesTheNearestWidthThatItCanUse() {
        assertThat(TerminalSummary.render(Reports.plain(), 1, false))
                .isEqualTo(TerminalSummary.render(Reports.plain(), 60, false));
        assertThat(TerminalSummary.render(Reports.plain(), 9_999, false))
                .isEqualTo(TerminalSummary.render(Reports.plain(), 200, false));
    }

    @Test
    void letsNoControlCharacterOfTheDataThrough() {
        for (RunReport report : REPORTS) {
            String plain = TerminalSummary.render(report, 200, false);
            String coloured = TerminalSummary.render(report, 200, true);

            assertThat(plain.codePoints()
                            .filter(c -> c != '\n')
                            .filter(TerminalSummaryTest::isDangerous)
                            .toArray())
                    .isEmpty();
            assertThat(coloured).contains("\u001B[");
            assertThat(coloured.replaceAll("\u001B\\[(0|1|2|1;3[123])m", "")).isEqualTo(plain);
        }
    }

    @Test
    void cutsBetweenCharactersAndNotWithin() {
        assertThat(TextCells.cut("漢字漢字", 6)).isEqualTo("漢字…");
        assertThat(TextCells.cut("a👍👍👍", 4)).isEqualTo("a👍…");
        assertThat(TextCells.cutMiddle("helpdesk.tickets.requester", 11)).isEqualTo("helpd…ester");
        assertThat(TextCells.fit("漢字漢字", 6)).isEqualTo("漢字… ");
        assertThat(TextCells.wrap("one two three", 7, 2)).containsExactly("one two", "three");
        assertThat(TextCells.wrap("onetwothree four", 5, 3)).containsExactly("onetw", "othre", "e fo…");
    }

    private static boolean isDangerous(int c) {
        return Character.isISOControl(c)
                || (Character.getType(c) == Character.FORMAT && c != 0x200D)
                || Character.getType(c) == Character.SURROGATE;
    }
}
