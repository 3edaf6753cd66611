package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownSummaryTest {
    @Test
    void saysTheVerdictAndTheReasons() {
        assertThat(MarkdownSummary.render(Reports.plain()))
                .startsWith("# ❌ support-triage: NOT READY\n")
                .contains(
                        "| links | ❌ not ready | helpdesk.users.email joins crm.contacts.email for 87.6%, needs 95%. |")
                .contains("| owner | ➖ left out |")
                .contains("1. **Every eighth ticket has no e-mail address** (blocker, helpdesk.tickets.email): 2,412 of"
                        + " 20,000 rows (12.1%), 95% sure: 11.6–12.5%")
                .contains("Could not be measured: the account may not read crm.accounts.")
                .contains("| helpdesk | MariaDB 11.4.5, time zone SYSTEM (Europe/Berlin) | dayone\\_read@% | TLSv1.3 |"
                        + " account cannot write, a write was refused | 42 statements · 20,001 rows · 2.4 MB received ·"
                        + " 2 connections · 1.9 s in statements · 95 ms longest transaction · 2 runs ·"
                        + " 1,204 API calls |")
                .contains(
                        "| SELECT \\* FROM \\`tickets\\` WHERE \\`id\\` &gt; ? ORDER BY \\`id\\` LIMIT ? | 41 | 20,000 |"
                                + " 2.4 MB | 1.8 s |");
    }

    @Test
    void namesAFewRowsThatBreakChecks() {
        assertThat(MarkdownSummary.render(Reports.plain()))
                .contains("| helpdesk.tickets, email: values to not be null (mostly 0.95) | blocker | id 4711 |"
                        + " email N/A | not in the set |");
    }

    @Test
    void keepsTablesWholeWhateverTheTextHolds() {
        String plain = MarkdownSummary.render(Reports.plain());
        String hostile = MarkdownSummary.render(Reports.with(Hostile.ALL));

        assertThat(bars(hostile)).isEqualTo(bars(plain));
        assertThat(hostile.lines().count()).isEqualTo(plain.lines().count());
        assertThat(hostile).doesNotContain("<script", "<img", "<b>", "[a](", "http://", "https://", "www.evil", "@all");
        assertThat(hostile.codePoints()
                        .filter(c -> Character.isISOControl(c) && c != '\n')
                        .toArray())
                .isEmpty();
    }

    @Test
    void escapesWhatMarkdownWouldRead() {
        assertThat(Markdown.text("a|b `c` *d* _e_ [f](g) <h> &i; #j ~k~ l@m.n"))
                .isEqualTo("a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) &lt;h&gt; &amp;i; \\#j \\~k\\~ l@m.n");
        assertThat(Markdown.text("- x\n\ny https://z WWW.z")).isEqualTo("\\- x y https\\://z WWW\\.z");
        assertThat(Markdown.text("crm.contacts.email is 95.5%")).isEqualTo("crm.contacts.email is 95.5%");
    }

    @Test
    void rendersARunThatSawNothing() {
        assertThat(MarkdownSummary.render(Reports.empty()))
                .contains("NOT ENOUGH EVIDENCE", "None.")
                .doesNotContain("## Links");
    }

    /** How many cell borders each table row has. */
    private static List<Long> bars(String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.replace("\\\\", "")
                        .replace("\\|", "")
                        .chars()
                        .filter(c -> c == '|')
                        .count())
                .toList();
    }
}
