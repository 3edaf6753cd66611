package dev.dayone.pilot.report;

import dev.dayone.pilot.ColumnRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matched rows of a link say about each other. A pair is two rows of one key that stands once on one side at least.
 *
 * @param pairs that were looked at
 * @param clocks time columns of both sides that tell of the same moment
 * @param attributes columns that both sides hold
 * @param lacks what was not looked at, in a sentence; null: every pair was
 */
public record Agreement(
        long pairs,
        List<Clock> clocks,
        List<Attribute> attributes,
        @Nullable String lacks) {
    public Agreement {
        clocks = List.copyOf(clocks);
        attributes = List.copyOf(attributes);
    }

    /** How two time columns of one moment differ. */
    public enum Relation {
        /** They are equal, but for rows that differ in no regular way. */
        SAME,
        /** By the hours of a time zone. */
        CLOCK_SHIFT,
        /** By a whole day. */
        DAY_SHIFT,
        /** One has the day alone, in a column for times. */
        TIME_LOST,
        /** One is written some time after the other. */
        LAG
    }

    /**
     * Two time columns.
     *
     * @param pairs that have both
     * @param concerned of them, those that differ as {@code relation} says
     * @param interval of their share
     * @param shifts how much later the {@code from} side is, most frequent first; empty: the relation is none of shifts
     * @param lag how long one side takes to follow; null: none follows the other
     * @param cause what the data tells of where it comes from, in a sentence; null: nothing
     */
    public record Clock(
            ColumnRef from,
            ColumnRef to,
            Relation relation,
            long pairs,
            long concerned,
            Interval interval,
            List<Shift> shifts,
            @Nullable Lag lag,
            @Nullable String cause) {
        public Clock {
            shifts = List.copyOf(shifts);
        }
    }

    /** So many rows are so much later on the {@code from} side; negative: earlier. */
    public record Shift(long seconds, long rows) {}

    /**
     * How long a copy takes.
     *
     * @param fromFollows whether the {@code from} side is the later one
     * @param within95 seconds within which 95 % of the rows are there
     */
    public record Lag(boolean fromFollows, double medianSeconds, double within95) {}

    /**
     * A column that both sides hold.
     *
     * @param pairs that have a value on both sides
     * @param same of them, equal as they stand
     * @param written of the rest, those that differ in writing alone
     * @param conflicting of the rest, those that hold different values
     * @param interval of the share of {@code conflicting}
     * @param writing by the name of a cleaner, the rows that it makes equal
     */
    public record Attribute(
            ColumnRef from,
            ColumnRef to,
            long pairs,
            long same,
            long written,
            long conflicting,
            Interval interval,
            List<ValueCount> writing) {
        public Attribute {
            writing = List.copyOf(writing);
        }
    }
}
