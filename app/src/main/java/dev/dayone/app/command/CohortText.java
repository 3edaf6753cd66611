package dev.dayone.app.command;

import dev.dayone.readiness.cohort.Cohort;
import dev.dayone.readiness.cohort.ColumnComparison;
import dev.dayone.readiness.cohort.Representation;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A cohort as people read it: in a terminal, and as Markdown. */
final class CohortText {
    private final String pilot;
    private final Cohort cohort;

    CohortText(String pilot, Cohort cohort) {
        this.pilot = pilot;
        this.cohort = cohort;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Cohort of " + share() + " by " + cohort.key() + ": " + size());
        lines.add(verdict());
        if (!cohort.notThere().isEmpty()) {
            lines.add("  " + notThere());
        }
        for (ColumnComparison column : cohort.columns()) {
            lines.add("  " + column.column() + ": " + column.verdict().words() + ". " + measures(column));
        }
        lines.add("To choose the same records in production, PostgreSQL:");
        lines.add("  " + cohort.postgresql());
        lines.add("MySQL, MariaDB:");
        lines.add("  " + cohort.mysql());
        lines.add("Elsewhere:");
        lines.add("  " + rule());
        return lines;
    }

    String markdown() {
        return "# " + pilot + ": a cohort of " + share() + "\n\n" + size() + ", chosen by `"
                + cohort.key() + "` on snapshot " + cohort.snapshot() + ".\n\n**" + verdict() + "**\n\n"
                + (cohort.notThere().isEmpty() ? "" : notThere() + "\n\n")
                + "| Column | Answer | Measured |\n| --- | --- | --- |\n"
                + cohort.columns().stream()
                        .map(column -> "| " + column.column().replace("|", "\\|") + " | "
                                + column.verdict().words() + " | " + measures(column) + " |\n")
                        .collect(Collectors.joining())
                + "\n## The same records in production\n\nPostgreSQL:\n\n```sql\n" + cohort.postgresql()
                + "\n```\n\nMySQL, MariaDB:\n\n```sql\n" + cohort.mysql() + "\n```\n\n" + rule() + "\n";
    }

    private String share() {
        return Numbers.percent(cohort.share().doubleValue());
    }

    private String size() {
        return Numbers.count(cohort.chosen()) + " of " + Numbers.count(cohort.rows(), "row") + " with a key"
                + (cohort.rows() == 0 ? "" : " (" + Numbers.percent((double) cohort.chosen() / cohort.rows()) + ")")
                + (cohort.keys() == cohort.rows() ? "" : "; the rows have " + Numbers.count(cohort.keys(), "key"))
                + (cohort.withoutKey() == 0
                        ? ""
                        : "; " + Numbers.count(cohort.withoutKey(), "row") + " without a key belong to no cohort");
    }

    private String notThere() {
        return "Needed, but not in the snapshot, so that nobody can tell of "
                + (cohort.notThere().size() == 1 ? "it: " : "them: ")
                + String.join(", ", cohort.notThere()) + ".";
    }

    private String verdict() {
        return switch (cohort.verdict()) {
            case REPRESENTATIVE -> "REPRESENTATIVE: it stands for the whole in every column that was compared.";
            case NOT_REPRESENTATIVE ->
                "NOT REPRESENTATIVE: it differs from the rest by more than little, and not by chance. Choose another"
                        + " --salt, or a larger --share.";
            case UNDETERMINED ->
                cohort.columns().stream().noneMatch(column -> column.verdict() == Representation.UNDETERMINED)
                                && !cohort.notThere().isEmpty()
                        ? "NOT ENOUGH EVIDENCE: a column that the pilot needs is not there to be compared."
                        : "NOT ENOUGH EVIDENCE: so few rows would not show a difference. Sample more, or choose a larger"
                                + " --share.";
        };
    }

    private static String measures(ColumnComparison column) {
        Double ks = column.ks();
        return String.format(
                Locale.ROOT,
                "PSI %.3f (%.3f by chance)%s, missing %s (rest %s), by chance in %s of such cohorts%s",
                column.psi(),
                column.psiByChance(),
                ks == null ? "" : String.format(Locale.ROOT, ", KS %.3f", ks),
                Numbers.percent(column.missing()),
                Numbers.percent(column.missingInRest()),
                Numbers.percent(column.chance()),
                column.verdict() == Representation.UNDETERMINED ? "; " + few(column) : "");
    }

    private static String few(ColumnComparison column) {
        return "worth " + Numbers.count((long) column.rows()) + " rows on each side, "
                + Numbers.count((long) Math.ceil(column.rowsNeeded())) + " would tell";
    }

    private String rule() {
        return "A record belongs to it when the first 15 hexadecimal digits of the SHA-256 of '" + cohort.salt()
                + ":' and its key" + (cohort.key().contains(", ") ? " (its columns' values, a colon between each)" : "")
                + ", as UTF-8, are as a number below "
                + cohort.share().toPlainString()
                + " of 16^15, rounded down.";
    }
}
