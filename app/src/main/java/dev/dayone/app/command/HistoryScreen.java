package dev.dayone.app.command;

import dev.dayone.app.console.TextTable;
import dev.dayone.readiness.history.Comparison;
import dev.dayone.readiness.history.PastRun;
import dev.dayone.readiness.history.Quantity;
import dev.dayone.readiness.wording.Numbers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The runs of a pilot, newest first, each beside the one before it. */
record HistoryScreen(List<Entry> entries, int all) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * One run.
     *
     * @param metrics baselines by name
     * @param before those of the run before
     * @param fresh and {@code gone}: findings that come and go with it; null: there is no run before
     */
    record Entry(
            String run,
            String snapshot,
            Instant sampledAt,
            String verdict,
            long rows,
            long failing,
            Map<String, Double> metrics,
            Map<String, Double> before,
            int findings,
            @Nullable Integer fresh,
            @Nullable Integer gone) {}

    /** Of runs, newest first. */
    static HistoryScreen of(List<PastRun> runs, int last, int all) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(last, runs.size()); i++) {
            entries.add(entry(runs.get(i), i + 1 < runs.size() ? runs.get(i + 1) : null));
        }
        return new HistoryScreen(entries, all);
    }

    private static Entry entry(PastRun run, @Nullable PastRun before) {
        Comparison since = before == null ? null : Comparison.of(before, run);
        return new Entry(
                run.head().id(),
                run.head().snapshot(),
                run.head().sampledAt(),
                run.head().verdict(),
                run.tables().stream().mapToLong(PastRun.Table::sampled).sum(),
                run.answers().stream()
                        .filter(answer -> answer.kind().equals("check")
                                && answer.verdict().equals("FAIL"))
                        .count(),
                baselines(run),
                before == null ? Map.of() : baselines(before),
                run.findings().size(),
                since == null ? null : since.fresh().size(),
                since == null ? null : since.gone().size());
    }

    private static Map<String, Double> baselines(PastRun run) {
        Map<String, Double> baselines = new LinkedHashMap<>();
        run.measures().stream()
                .filter(measure -> measure.quantity() == Quantity.BASELINE)
                .forEach(measure -> baselines.put(measure.place(), measure.value()));
        return baselines;
    }

    String render(String pilot, int columns) {
        if (entries.isEmpty()) {
            return "No run of pilot '" + pilot + "' yet. Run 'dayone run' first.\n";
        }
        List<List<String>> rows = entries.stream()
                .map(entry -> List.of(
                        entry.run(),
                        MINUTE.format(entry.sampledAt()),
                        entry.verdict(),
                        Numbers.count(entry.rows()),
                        Numbers.count(entry.failing()),
                        findings(entry),
                        metrics(entry)))
                .toList();
        String table = TextTable.render(
                List.of("RUN", "DATA READ (UTC)", "VERDICT", "ROWS", "FAILING", "FINDINGS", "METRICS"), rows, columns);
        return all > entries.size()
                ? table + "The newest " + entries.size() + " of " + all + " runs. See more with --last.\n"
                : table;
    }

    private static String findings(Entry entry) {
        return entry.findings() + (entry.fresh() == null ? "" : " (+" + entry.fresh() + " -" + entry.gone() + ")");
    }

    private static String metrics(Entry entry) {
        return entry.metrics().entrySet().stream()
                .map(metric -> metric.getKey() + " " + Numbers.number(metric.getValue())
                        + arrow(entry.before().get(metric.getKey()), metric.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String arrow(@Nullable Double before, double now) {
        if (before == null) {
            return "";
        }
        return now > before ? " ↑" : now < before ? " ↓" : " =";
    }
}
