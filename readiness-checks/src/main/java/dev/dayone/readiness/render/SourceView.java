package dev.dayone.readiness.render;

import dev.dayone.pilot.report.SourceReport;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;

/** A source on the page: who dayone was there, and what it did. */
record SourceView(
        String name,
        String connector,
        String product,
        String account,
        String timeZone,
        String latency,
        Badge write,
        List<String> writeRights,
        String readOnlySession,
        String receipt,
        List<StatementView> statements) {
    static SourceView of(String name, SourceReport source) {
        Probe probe = source.probe();
        Receipt receipt = source.receipt();
        return new SourceView(
                name,
                source.connector(),
                (probe.product() + " " + probe.version()).strip(),
                probe.account(),
                probe.timeZone(),
                Numbers.millis(probe.latencyMillis()),
                write(probe),
                probe.writeRights(),
                probe.readOnlySession(),
                Numbers.count(
                                receipt.statements().stream()
                                        .mapToLong(Receipt.Statement::times)
                                        .sum(),
                                "statement")
                        + " · " + Numbers.count(receipt.rows(), "row") + " · "
                        + Numbers.count(receipt.connections(), "connection") + " · "
                        + Numbers.millis(receipt.millis()) + " in statements",
                receipt.statements().stream().map(StatementView::of).toList());
    }

    private static Badge write(Probe probe) {
        Boolean canWrite = probe.canWrite();
        if (canWrite == null) {
            return new Badge(Tone.UNSURE, "rights unknown");
        }
        return canWrite ? new Badge(Tone.BAD, "account can write") : new Badge(Tone.GOOD, "account cannot write");
    }

    /** A statement's shape and what it cost. */
    record StatementView(String shape, String times, String rows, String time) {
        static StatementView of(Receipt.Statement statement) {
            return new StatementView(
                    statement.shape(),
                    Numbers.count(statement.times()),
                    Numbers.count(statement.rows()),
                    Numbers.millis(statement.millis()));
        }
    }
}
