package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.SinceLast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinceTest {
    private static final Instant KNOWN = Instant.parse("2026-11-20T03:00:00Z");

    @Test
    void everyFormTellsWhatIsKnownAndWhatIsNew() {
        RunReport report = compared(List.of("Table a.b is gone"), List.of("An old one"));

        String html = HtmlReport.render(report);
        assertThat(html).contains("<h2 id=\"since-h\">Since the last run</h2>", "Table a.b is gone", "An old one");
        assertThat(html).contains("<p class=\"quiet known\">known since 20 Nov 2026</p>");
        assertThat(html).contains("<p class=\"quiet known\">new</p>");
        assertThat(MarkdownSummary.render(report))
                .contains("## Since the last run", "- Table a.b is gone", "- Gone: An old one")
                .contains(", known since 20 Nov 2026)", ", new)");
        assertThat(TerminalSummary.render(report, 100, false))
                .contains("Since the last run", "Table a.b is gone", "known since 20 Nov 2026 · ", "new · ");
    }

    @Test
    void saysNothingWithoutARunBefore() {
        RunReport report = Reports.plain();
        assertThat(HtmlReport.render(report)).doesNotContain("Since the last run", "quiet known");
        assertThat(MarkdownSummary.render(report)).doesNotContain("Since the last run", ", new)");
        assertThat(TerminalSummary.render(report, 100, false)).doesNotContain("Since the last run", "new · ");
    }

    @Test
    void saysThatNothingChanged() {
        assertThat(HtmlReport.render(compared(List.of(), List.of())))
                .contains("Nothing changed beyond what sampling explains.");
        assertThat(HtmlReport.render(compared(List.of("a"), List.of()))).doesNotContain("Nothing changed beyond");
    }

    @Test
    void whatStandsInAChangeIsNoMarkup() {
        String html = HtmlReport.render(compared(List.of("<script>alert(1)</script>"), List.of("<img src=x>")));
        assertThat(html).doesNotContain("<script>alert", "<img src=x").contains("&lt;script&gt;alert");
    }

    @Test
    void reportsOfOlderVersionsStillLoad() throws JsonProcessingException {
        RunReport report = Reports.plain();
        ObjectNode json = (ObjectNode) Json.MAPPER.readTree(Json.write(report));
        json.remove("since");
        json.path("findings").forEach(finding -> ((ObjectNode) finding).remove("knownSince"));

        assertThat(Json.MAPPER.treeToValue(json, RunReport.class)).isEqualTo(report);
        RunReport later = compared(List.of("a"), List.of());
        assertThat(Json.MAPPER.readValue(Json.write(later), RunReport.class)).isEqualTo(later);
    }

    private static RunReport compared(List<String> changes, List<String> gone) {
        RunReport report = Reports.plain();
        List<Finding> findings = new ArrayList<>(report.findings());
        findings.set(0, findings.get(0).knownSince(KNOWN));
        return report.compared(
                findings, new SinceLast("20261120-030000-0000", KNOWN, changes, gone, findings.size() - 1, 1));
    }
}
