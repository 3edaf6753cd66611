package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.table.SnapshotTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * When what a column's value tells of may have been, as instants: a time is a moment, a day lasts until the next begins.
 * Days and times are those of {@code time_zone}.
 *
 * @param end the moment itself, or that at which the day is over
 */
record Span(Column begin, Column end, boolean isDay) {
    static Span of(Arguments arguments, int column) {
        arguments.requireTimes(column);
        String zone = arguments.zone().getId();
        Column value = SnapshotTable.column(column);
        if (arguments.info(column).type().kind() == ColumnType.Kind.TIMESTAMP) {
            Column moment = functions.to_utc_timestamp(value, zone);
            return new Span(moment, moment, false);
        }
        return new Span(
                functions.to_utc_timestamp(value.cast("timestamp"), zone),
                functions.to_utc_timestamp(functions.date_add(value, 1).cast("timestamp"), zone),
                true);
    }
}
