package dev.dayone.readiness.render;

import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.plan.Plan;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The thirty days' plan as a page to print, paste or fill in. */
final class PlanMarkdown {
    private PlanMarkdown() {}

    static String render(RunReport report) {
        StringBuilder out = new StringBuilder();
        out.append("# ")
                .append(Markdown.text(report.pilot().name()))
                .append(": thirty days to production\n\nFilled in from run ")
                .append(Markdown.text(report.run().id()))
                .append(" of ")
                .append(Wording.time(report.run().completedAt()))
                .append(": ")
                .append(Badge.of(report.verdict()).loud())
                .append(".\n");
        for (Plan.Week week : Plan.of(report).weeks()) {
            out.append("\n## ")
                    .append(Markdown.text(week.title()))
                    .append(" (")
                    .append(week.from())
                    .append(" to ")
                    .append(week.to())
                    .append(")\n\n")
                    .append(Markdown.text(week.aim()))
                    .append('\n');
            week.parts().forEach(part -> part(out, part));
        }
        return out.toString();
    }

    static void part(StringBuilder out, Plan.Part part) {
        out.append("\n### ").append(Markdown.text(part.title())).append("\n\n");
        if (part.columns().isEmpty()) {
            part.rows().forEach(row -> out.append("- [ ] ")
                    .append(Markdown.text(row.get(0)))
                    .append('\n'));
            return;
        }
        row(out, part.columns());
        row(out, Collections.nCopies(part.columns().size(), "---"));
        part.rows().forEach(row -> row(out, row.stream().map(Markdown::text).toList()));
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
