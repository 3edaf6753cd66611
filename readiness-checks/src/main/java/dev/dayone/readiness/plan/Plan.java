package dev.dayone.readiness.plan;

import dev.dayone.pilot.report.RunReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Thirty days from a run to production, week by week. Texts are plain: whoever shows them escapes them. */
public record Plan(List<Week> weeks) {
    private static final int WEEK = 7;
    private static final int DAYS = 30;

    public Plan {
        weeks = List.copyOf(weeks);
    }

    /**
     * A week of the plan.
     *
     * @param aim what it is for, in a sentence
     */
    public record Week(String title, LocalDate from, LocalDate to, String aim, List<Part> parts) {
        public Week {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A list or a table.
     *
     * @param columns of the table; empty: a list, each row of one cell
     */
    public record Part(String title, List<String> columns, List<List<String>> rows) {
        public Part {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        static Part list(String title, List<String> items) {
            return new Part(title, List.of(), items.stream().map(List::of).toList());
        }
    }

    /** The plan that follows from a run. It starts on the day after it. */
    public static Plan of(RunReport report) {
        LocalDate start =
                LocalDate.ofInstant(report.run().completedAt(), ZoneOffset.UTC).plusDays(1);
        return new Plan(List.of(
                week(1, start, new Diagnostic(report).parts(), "Diagnostic", Diagnostic.AIM),
                week(2, start, new Runbook(report).parts(), "Monitors and runbook", Runbook.AIM),
                week(3, start, new Launch(report).parts(), "Controlled launch", Launch.AIM),
                week(4, start, new HandOver(report).parts(), "Hand-over and review", HandOver.AIM)));
    }

    private static Week week(int number, LocalDate start, List<Part> parts, String title, String aim) {
        LocalDate from = start.plusDays((number - 1L) * WEEK);
        LocalDate to = number == 4 ? start.plusDays(DAYS - 1L) : from.plusDays(WEEK - 1L);
        return new Week("Week " + number + ": " + title, from, to, aim, parts);
    }
}
