package dev.dayone.readiness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.readiness.finding.FindingKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/findings.md says what the code finds; {@code -Ddayone.write=true} writes it anew. */
class FindingsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "findings.md");

    @Test
    void everyKindHasANameOfItsOwnAndSaysAll() {
        List<FindingKind> kinds = Findings.kinds();

        assertThat(kinds).extracting(FindingKind::name).doesNotHaveDuplicates();
        assertThat(kinds).allSatisfy(kind -> {
            assertThat(kind.name()).matches("[a-z]+(-[a-z]+)*");
            assertThat(List.of(kind.found(), kind.cause(), kind.breaks(), kind.remedy(), kind.meanwhile()))
                    .allSatisfy(sentence -> assertThat(sentence).matches("(?s)\\S.*\\."));
        });
    }

    @Test
    void thePageIsThatOfTheCode() throws IOException {
        String page = page();
        if (Boolean.getBoolean("dayone.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Findings

                Made from the code by `FindingsPageTest`. A finding in `report.json` says which kind it is of, where, how many rows
                it concerns of how many (with a 95 % interval where rows were drawn), what was seen (masked where the column is
                not shown), and which share of the flow's records it touches. Its `id` is the same in every run that finds it.

                Findings are ranked by the share of the flow's records that they cost: those that stop the pilot as a whole first,
                then by the share that they touch; what is `minor` costs none, and comes last.

                """);
        for (FindingKind kind : Findings.kinds()) {
            page.append("## ").append(kind.name()).append("\n\n").append(kind.found());
            page.append("\n\n- Usual cause: ").append(kind.cause());
            page.append("\n- What it breaks: ").append(kind.breaks());
            page.append("\n- How to mend it: ").append(kind.remedy());
            page.append("\n- How to live with it until then: ").append(kind.meanwhile());
            page.append("\n- Who decides: ").append(kind.decider().words()).append(".\n\n");
        }
        return page.deleteCharAt(page.length() - 1).toString();
    }
}
