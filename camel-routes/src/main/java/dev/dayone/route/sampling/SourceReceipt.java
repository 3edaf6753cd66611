package dev.dayone.route.sampling;

import dev.dayone.connector.SourceConnection;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.route.snapshot.SnapshotFolder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was done to a source for a snapshot, by all runs that worked on it. Used by one thread. */
final class SourceReceipt {
    private final SourceConnection connection;
    private @Nullable Receipt earlier;

    SourceReceipt(SourceConnection connection) {
        this.connection = connection;
    }

    /** Earlier runs' and this one's, so far. */
    Receipt sum(SnapshotFolder snapshot) {
        if (earlier == null) {
            earlier = snapshot.receipt(connection.name());
        }
        return earlier.plus(connection.receipt());
    }

    /** Writes it down, so that a process that dies takes no more than a page's worth of it along. */
    void save(SnapshotFolder snapshot, Instant now) {
        snapshot.save(connection.name(), sum(snapshot), now);
    }
}
