package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanTest {
    private final RunReport report = Reports.plain();

    @Test
    void takesThirtyDaysFromTheDayAfterTheRun() {
        Plan plan = Plan.of(report);

        assertThat(plan.weeks()).hasSize(4);
        assertThat(plan.weeks().get(0).from()).isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(plan.weeks().get(3).to()).isEqualTo(LocalDate.parse("2026-04-01"));
        for (int i = 1; i < 4; i++) {
            assertThat(plan.weeks().get(i).from())
                    .isEqualTo(plan.weeks().get(i - 1).to().plusDays(1));
        }
    }

    @Test
    void isFilledInFromTheRun() {
        String text = PlanMarkdown.render(report);

        assertThat(text)
                .contains("NOT READY", "helpdesk.tickets.subject", "missing in 2,412 of 20,000")
                .contains("Head of Support")
                .contains("| Measured | Before the pilot | Target | Month 1 | Month 2 | Month 3 |");
        for (Finding finding : report.findings().subList(0, 3)) {
            assertThat(text).contains(Markdown.text(finding.title()), Markdown.text(finding.remedy()));
        }
        report.metrics().forEach(metric -> assertThat(text)
                .contains(Markdown.text(metric.metric().name())));
    }

    @Test
    void hasOneEntryOfTheRunbookForEachLikelyError() {
        List<Plan.Week> weeks = Plan.of(report).weeks();
        List<String> likely = titles(weeks.get(0), "Likely errors, the heaviest first");
        List<String> entries = titles(weeks.get(1), "Runbook");

        assertThat(likely).isNotEmpty().doesNotHaveDuplicates();
        assertThat(entries.subList(0, likely.size())).isEqualTo(likely);
    }

    private static List<String> titles(Plan.Week week, String part) {
        return week.parts().stream()
                .filter(one -> one.title().equals(part))
                .flatMap(one -> one.rows().stream())
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void keepsTextOfTheDataText() {
        String text = PlanMarkdown.render(Reports.with(Hostile.ALL));

        assertThat(text).doesNotContain("<script>", "<img", "\u001B", "https://evil.example)");
        assertThat(text.lines().filter(line -> line.startsWith("| ")))
                .allSatisfy(line -> assertThat(line).endsWith(" |"));
    }

    @Test
    void saysWhatIsNotKnownOfARunThatSawNothing() {
        assertThat(PlanMarkdown.render(Reports.empty()))
                .contains("names no columns that it needs", "names no links", "nobody is named", "found nothing wrong");
    }
}
