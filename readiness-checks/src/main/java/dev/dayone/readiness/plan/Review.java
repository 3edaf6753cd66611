package dev.dayone.readiness.plan;

import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pilot's metrics month by month, held against what they were before it. Texts are plain: whoever shows them escapes them.
 *
 * @param before the run that says how it was
 * @param months the newest run of each, oldest first
 */
public record Review(String pilot, Run before, List<Run> months, List<Line> metrics) {
    public Review {
        months = List.copyOf(months);
        metrics = List.copyOf(metrics);
    }

    /** A run; {@code month} as {@code 2026-03}, {@code sampled} a day in UTC. */
    public record Run(String month, String id, String sampled, String verdict, int findings) {}

    /**
     * One metric.
     *
     * @param target in words; null: none
     * @param months as those of the review
     */
    public record Line(String name, String unit, @Nullable String target, Figure before, List<Figure> months) {
        public Line {
            months = List.copyOf(months);
        }
    }

    /**
     * What a metric came to.
     *
     * @param interval 95 %; null: exact, or unknown
     * @param targetMet null: no target, or not decided
     */
    public record Figure(
            @Nullable Double value,
            @Nullable Interval interval,
            Answer answer,
            @Nullable Boolean targetMet) {}

    /** How a figure stands to that of before. */
    public enum Answer {
        BEFORE(""),
        BETTER("better"),
        WORSE("worse"),
        OTHER("other than before"),
        WITHIN_NOISE("within noise"),
        UNSURE("how sure it is, nobody knows"),
        NOT_MEASURED("");

        private final String words;

        Answer(String words) {
            this.words = words;
        }
    }

    /** The page: what was measured, and what is to be talked about. */
    public List<Plan.Part> parts() {
        List<String> columns = new ArrayList<>(List.of("Measured", "Before the pilot", "Target"));
        months.forEach(run -> columns.add(run.month()));
        List<List<String>> rows = new ArrayList<>();
        for (Line line : metrics) {
            List<String> row = new ArrayList<>(List.of(
                    line.name(),
                    told(line.before(), line),
                    line.target() == null ? "none" : line.target() + unit(line)));
            line.months().forEach(figure -> row.add(told(figure, line)));
            rows.add(row);
        }
        rows.add(row("Verdict", Run::verdict, "READY"));
        rows.add(row("Findings", run -> Numbers.count(run.findings()), "fewer"));
        rows.add(row("Run", run -> run.id() + " of " + run.sampled(), ""));
        return List.of(new Plan.Part("Measured", columns, rows), Plan.Part.list("To be decided", decisions()));
    }

    private interface Told {
        String of(Run run);
    }

    private List<String> row(String title, Told told, String target) {
        List<String> row = new ArrayList<>(List.of(title, told.of(before).replace('_', ' '), target));
        months.forEach(run -> row.add(told.of(run).replace('_', ' ')));
        return row;
    }

    /** From the newest month. */
    private List<String> decisions() {
        if (months.isEmpty()) {
            return List.of("No run was made after that of " + before.sampled() + ": run again, and ask anew.");
        }
        List<String> lines = new ArrayList<>();
        for (Line line : metrics) {
            Figure now = line.months().get(line.months().size() - 1);
            String name = "'" + line.name() + "' ";
            if (now.answer() == Answer.NOT_MEASURED) {
                lines.add(name + "was not measured: mend its SQL or the data that it asks for.");
            } else if (now.answer() == Answer.WORSE) {
                lines.add(name + "is worse than before the pilot: stop, or say why it may go on.");
            } else if (Boolean.TRUE.equals(now.targetMet())) {
                lines.add(name + "has reached its target: set another, or give the pilot more records.");
            } else if (now.answer() == Answer.WITHIN_NOISE) {
                lines.add(name + "has not changed beyond noise: it shows no use of the pilot yet.");
            } else if (now.answer() == Answer.UNSURE) {
                lines.add(name
                        + "has no interval: read whole tables, or ask for an average, before anybody relies on it.");
            }
        }
        String verdict = months.get(months.size() - 1).verdict();
        if (!verdict.equals("READY")) {
            lines.add("The newest run says " + verdict.replace('_', ' ').toLowerCase(Locale.ROOT)
                    + ": its report names what stands open.");
        }
        return lines.isEmpty() ? List.of("Nothing: all metrics are better and on their way.") : lines;
    }

    private static String told(Figure figure, Line line) {
        Double value = figure.value();
        if (value == null) {
            return "not measured";
        }
        Interval interval = figure.interval();
        String number = Numbers.number(value)
                + unit(line)
                + (interval == null ? "" : " (95%: " + Numbers.numbers(interval) + ")");
        String answer = String.join(
                ", ",
                Stream.of(figure.answer().words, Boolean.TRUE.equals(figure.targetMet()) ? "target met" : "")
                        .filter(words -> !words.isEmpty())
                        .toList());
        return answer.isEmpty() ? number : number + ": " + answer;
    }

    private static String unit(Line line) {
        return line.unit().isEmpty() || line.unit().equals("%") ? line.unit() : " " + line.unit();
    }
}
