package dev.dayone.app.command;

import dev.dayone.app.console.TextTable;
import dev.dayone.readiness.history.Change;
import dev.dayone.readiness.history.Comparison;
import dev.dayone.readiness.history.PastRun.Found;
import dev.dayone.readiness.history.PastRun.Head;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What changed between two runs, for a terminal. */
final class DiffScreen {
    private DiffScreen() {}

    static String render(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        text.append("From ").append(told(comparison.before())).append('\n');
        text.append("To   ").append(told(comparison.after())).append("\n\n");
        for (Change.Area area : Change.Area.values()) {
            section(
                    text,
                    area.name().charAt(0) + area.name().substring(1).toLowerCase(Locale.ROOT),
                    comparison.changes().stream()
                            .filter(change -> change.area() == area)
                            .map(Change::text)
                            .toList());
        }
        section(text, "New findings", titles(comparison.fresh()));
        section(text, "Findings gone", titles(comparison.gone()));
        section(
                text,
                "Findings known before",
                comparison.lasting().stream()
                        .map(found -> found.title().replaceFirst("\\.$", "") + ", known since "
                                + found.knownSince().atZone(ZoneOffset.UTC).toLocalDate())
                        .toList());
        if (comparison.changes().isEmpty()
                && comparison.fresh().isEmpty()
                && comparison.gone().isEmpty()) {
            text.append("Nothing changed beyond what sampling explains.\n");
        }
        return text.toString();
    }

    private static List<String> titles(List<Found> findings) {
        return findings.stream().map(Found::title).toList();
    }

    private static void section(StringBuilder text, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(name).append('\n');
            lines.forEach(
                    line -> text.append("  ").append(TextTable.plain(line)).append('\n'));
            text.append('\n');
        }
    }

    private static String told(Head head) {
        return head.id() + "  " + head.pilot() + ", data read " + head.sampledAt() + ", " + head.verdict();
    }
}
