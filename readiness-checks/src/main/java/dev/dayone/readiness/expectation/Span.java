package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.table.SnapshotTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * When what a column's value tells of may have been, as instants: a time is a moment, a day lasts until the next begins.
 *
 * @param end the moment itself, or that at which the day is over
 */
record Span(Column begin, Column end, boolean isDay) {
    /** Of times as the snapshot has them, in UTC; days are those of {@code time_zone}. */
    static Span of(Arguments arguments, int column) {
        return of(arguments, column, SnapshotTable.column(column));
    }

    /** Of days and of clock times, both in {@code time_zone}. */
    static Span ofClock(Arguments arguments, int column) {
        return of(arguments, column, inZone(arguments, SnapshotTable.column(column)));
    }

    private static Span of(Arguments arguments, int column, Column moment) {
        arguments.requireTimes(column);
        if (arguments.info(column).type().kind() == ColumnType.Kind.TIMESTAMP) {
            return new Span(moment, moment, false);
        }
        Column day = SnapshotTable.column(column);
        return new Span(inZone(arguments, day), inZone(arguments, functions.date_add(day, 1)), true);
    }

    private static Column inZone(Arguments arguments, Column local) {
        return functions.to_utc_timestamp(
                local.cast("timestamp"), arguments.zone().getId());
    }
}
