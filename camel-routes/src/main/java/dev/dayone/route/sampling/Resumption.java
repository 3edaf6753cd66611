package dev.dayone.route.sampling;

import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.route.snapshot.Checkpoint;
import dev.dayone.route.snapshot.SnapshotFolder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Whether a table can go on from where an earlier run left it. */
final class Resumption {
    private static final double MOST_CHANGE = 0.2;

    private Resumption() {}

    /** Why what was read of a table is of no use any more, as a clause, or none. */
    static Optional<String> refusal(Checkpoint checkpoint, TableInfo now, Instant time) {
        TableInfo then = checkpoint.info();
        if (!then.columns().equals(now.columns()) || !then.key().equals(now.key())) {
            return Optional.of("its columns or key have changed since it was broken off");
        }
        if (checkpoint.at().plus(SnapshotFolder.RESUMED_FOR).isBefore(time)) {
            return Optional.of("it was broken off more than " + SnapshotFolder.RESUMED_FOR.toHours() + " hours ago");
        }
        boolean file = now.kind().equals("file");
        return file && !Objects.equals(then.lastChange(), now.lastChange())
                ? Optional.of("the file has changed since it was broken off")
                : Optional.empty();
    }

    /** The same of a table of which windows are drawn: they have to lie over what it is now. */
    static Optional<String> refusal(
            Checkpoint checkpoint, PlanState.Windows windows, TableInfo now, TablePlanner.Bounds bounds) {
        Long rowsThen = checkpoint.info().approximateRows();
        Long rowsNow = now.approximateRows();
        boolean rows = rowsThen != null && rowsNow != null && changed(rowsThen, rowsNow);
        boolean range = bounds.first() == null
                || bounds.last() == null
                || changed(
                        (double) windows.last() - windows.first(),
                        bounds.last().subtract(bounds.first()).doubleValue())
                || Math.abs(bounds.first().doubleValue() - windows.first())
                        > MOST_CHANGE * ((double) windows.last() - windows.first() + 1);
        return rows || range
                ? Optional.of("its rows have changed by more than a fifth since it was broken off")
                : Optional.empty();
    }

    private static boolean changed(double then, double now) {
        return Math.abs(now - then) > MOST_CHANGE * Math.max(1, then);
    }
}
