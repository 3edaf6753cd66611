package dev.dayone.app.command;

import dev.dayone.app.console.Ago;
import dev.dayone.app.console.Console;
import dev.dayone.app.console.TextTable;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.route.doctor.SourceDiagnosis;
import dev.dayone.route.sampling.SamplingCost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the doctor says of a source in a terminal: who answers, what shows that it is only read, its tables. */
record DoctorScreen(Console console, Instant now, int mostTables) {
    private static final int NAME = 26;
    private static final int COLUMN = 14;

    void show(SourceDiagnosis diagnosis, String connector) {
        say(diagnosis.source() + " (" + connector + ")");
        Probe probe = diagnosis.probe();
        if (probe == null) {
            DayoneException failure = diagnosis.failure();
            say("  " + (failure == null ? "no answer" : failure.line()));
            say("");
            return;
        }
        console.out().print(TextTable.render(facts(diagnosis, probe), console.columns()));
        remedies(probe);
        if (!diagnosis.tables().isEmpty()) {
            say("");
            tables(diagnosis);
        }
        say("");
    }

    private static List<List<String>> facts(SourceDiagnosis diagnosis, Probe probe) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(fact(
                "server",
                probe.server() + ", time zone " + probe.timeZone() + ", " + probe.latencyMillis() + " ms away"));
        facts.add(fact("TLS", probe.tls().equals("none") ? "none: what is read goes unencrypted" : probe.tls()));
        facts.add(fact("account", rights(probe)));
        facts.add(fact("session", probe.readOnlySession()));
        facts.add(fact("write", attempt(probe)));
        SamplingCost cost = diagnosis.cost();
        facts.add(fact(
                "sampling",
                diagnosis.costs().isEmpty()
                        ? "nothing is sampled"
                        : count(diagnosis.costs().size(), "table") + ", about " + count(cost.rows(), "row") + " in "
                                + count(cost.pages(), "page") + ", " + count(cost.calls(), "call") + ", "
                                + seconds(cost.seconds())));
        for (int i = 0; i < diagnosis.problems().size(); i++) {
            facts.add(fact(i == 0 ? "problems" : "", diagnosis.problems().get(i).text()));
        }
        return facts;
    }

    private static List<String> fact(String name, String what) {
        return List.of(name.isEmpty() ? "" : "  " + name, what);
    }

    private static String rights(Probe probe) {
        String account = "'" + probe.account() + "' ";
        Boolean canWrite = probe.canWrite();
        if (canWrite == null) {
            return account
                    + (probe.readsOnly()
                            ? "has rights that are not told here; dayone cannot send a write, whatever they are."
                            : "may do what could not be told: the safety gate stays undetermined.");
        }
        return canWrite
                ? account + "CAN WRITE (" + String.join(", ", probe.writeRights())
                        + "): the safety gate will be closed."
                        + (probe.remedies().isEmpty() ? " Use an account that can only SELECT." : "")
                : account + "can only read.";
    }

    private static String attempt(Probe probe) {
        Probe.WriteAttempt attempt = probe.writeAttempt();
        if (attempt == null) {
            return probe.readsOnly() ? "none is tried, for none can be sent" : "none could be tried";
        }
        return attempt.refused()
                ? "refused: " + attempt.answer() + ", on " + attempt.statement()
                : "CARRIED OUT and rolled back: the session is not read-only. Tried: " + attempt.statement();
    }

    /** One a line and never wrapped, so that an administrator can copy them. */
    private void remedies(Probe probe) {
        if (!Boolean.TRUE.equals(probe.canWrite()) || probe.remedies().isEmpty()) {
            return;
        }
        say("  What takes those rights away, for the administrator to run:");
        probe.remedies().forEach(statement -> say("    " + TextTable.plain(statement)));
    }

    private void tables(SourceDiagnosis diagnosis) {
        List<TableInfo> sorted = diagnosis.tables().stream()
                .sorted(Comparator.comparing(
                                (TableInfo table) -> !diagnosis.costs().containsKey(table.name()))
                        .thenComparing(TableInfo::approximateRows, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(TableInfo::name))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (TableInfo table : sorted.stream().limit(mostTables).toList()) {
            Long about = table.approximateRows();
            SamplingCost cost = diagnosis.costs().get(table.name());
            Instant change = table.lastChange();
            String time = table.timeColumn();
            rows.add(List.of(
                    "  " + cut(table.name(), NAME),
                    about == null ? "?" : String.format(Locale.ROOT, "%,d", about),
                    cut(table.key().isEmpty() ? "none" : String.join(", ", table.key()), COLUMN),
                    time == null ? "none" : cut(time, COLUMN),
                    change == null ? "?" : Ago.of(change, now),
                    cost == null ? "not sampled" : count(cost.pages(), "page") + ", " + seconds(cost.seconds())));
        }
        console.out()
                .print(TextTable.render(
                        List.of("  TABLE", "ROWS (ABOUT)", "KEY", "TIME COLUMN", "CHANGED", "SAMPLING"),
                        rows,
                        console.columns()));
        if (sorted.size() > mostTables) {
            say("  … and " + count(sorted.size() - mostTables, "more table") + ": --all shows them, --json has all.");
        }
    }

    private void say(String line) {
        console.out().println(line);
    }

    /** A name that is too long gives way in its middle. */
    private static String cut(String name, int columns) {
        int half = (columns - 1) / 2;
        return name.length() <= columns
                ? name
                : name.substring(0, half) + "…" + name.substring(name.length() - (columns - 1 - half));
    }

    private static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    private static String seconds(double seconds) {
        return seconds < 1 ? "under 1 s" : String.format(Locale.ROOT, "%,.0f s", seconds);
    }
}
