package dev.dayone.readiness.render;

import dev.dayone.pilot.report.SourceReport;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A source on the page: who dayone was there, what shows that it could only read, and what it did. */
record SourceView(
        String name,
        String connector,
        String product,
        String account,
        String timeZone,
        String tls,
        String latency,
        Badge write,
        Badge attempt,
        @Nullable String tried,
        List<String> writeRights,
        List<String> remedies,
        String readOnlySession,
        List<Fact> receipt,
        List<StatementView> statements) {
    static SourceView of(String name, SourceReport source) {
        Probe probe = source.probe();
        Probe.WriteAttempt attempt = probe.writeAttempt();
        return new SourceView(
                name,
                source.connector(),
                probe.server(),
                probe.account(),
                probe.timeZone(),
                probe.tls().equals("none") ? "nothing" : probe.tls(),
                Numbers.millis(probe.latencyMillis()),
                write(probe),
                attempt(attempt),
                attempt == null ? null : attempt.answer() + " — on " + attempt.statement(),
                probe.writeRights(),
                Boolean.TRUE.equals(probe.canWrite()) ? probe.remedies() : List.of(),
                probe.readOnlySession(),
                receipt(source.receipt()),
                source.receipt().statements().stream().map(StatementView::of).toList());
    }

    /** What was taken of the source, in a line: for the forms that have no room for facts. */
    static String brief(Receipt receipt) {
        return receipt(receipt).stream()
                .map(fact -> fact.value() + " " + fact.name())
                .collect(Collectors.joining(" · "));
    }

    /** What shows that the account could only read, in a few words. */
    static String proof(Probe probe) {
        return write(probe).word() + ", " + attempt(probe.writeAttempt()).word();
    }

    private static List<Fact> receipt(Receipt receipt) {
        long sent = receipt.statements().stream()
                .mapToLong(Receipt.Statement::times)
                .sum();
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.count(sent, "statement"),
                Fact.count(receipt.rows(), "row"),
                new Fact("received", Numbers.bytes(receipt.bytes())),
                Fact.count(receipt.connections(), "connection"),
                new Fact("in statements", Numbers.millis(receipt.millis())),
                new Fact("longest transaction", Numbers.millis(receipt.longestTransactionMillis())),
                Fact.count(receipt.runs(), "run")));
        receipt.quota().forEach((quota, used) -> facts.add(new Fact(quota, Numbers.count(used))));
        return facts;
    }

    private static Badge write(Probe probe) {
        Boolean canWrite = probe.canWrite();
        if (canWrite == null) {
            return probe.readsOnly()
                    ? new Badge(Tone.GOOD, "no write can be sent")
                    : new Badge(Tone.UNSURE, "rights unknown");
        }
        return canWrite ? new Badge(Tone.BAD, "account can write") : new Badge(Tone.GOOD, "account cannot write");
    }

    private static Badge attempt(Probe.@Nullable WriteAttempt attempt) {
        if (attempt == null) {
            return new Badge(Tone.NONE, "no write could be tried");
        }
        return attempt.refused()
                ? new Badge(Tone.GOOD, "a write was refused")
                : new Badge(Tone.BAD, "a write was carried out");
    }

    /** One number of the receipt; the name reads behind it, too. */
    record Fact(String name, String value) {
        static Fact count(long count, String noun) {
            return new Fact(count == 1 ? noun : noun + "s", Numbers.count(count));
        }
    }

    /** A statement's shape and what it cost. */
    record StatementView(String shape, String times, String rows, String bytes, String time) {
        static StatementView of(Receipt.Statement statement) {
            return new StatementView(
                    statement.shape(),
                    Numbers.count(statement.times()),
                    Numbers.count(statement.rows()),
                    Numbers.bytes(statement.bytes()),
                    Numbers.millis(statement.millis()));
        }
    }
}
