package dev.dayone.readiness.profile;

import dev.dayone.pilot.snapshot.ColumnType;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over some rows of a column found. States of parts of a table merge into that of the whole, in any order
 * and grouping; what is exact comes out the same, what is sketched within the sketch's error. Not thread-safe.
 */
public abstract sealed class ColumnState implements Serializable permits NumberState, TextState, WideDecimalState {
    private static final long serialVersionUID = 1L;

    /** The decimals up to which a number's digits fit a long. */
    public static final int LONG_DIGITS = 18;

    private long values;
    private long nulls;
    private final @Nullable Repeats repeats;

    ColumnState(boolean countsRepeats) {
        repeats = countsRepeats ? new Repeats() : null;
    }

    /** An empty state for a column of a type; {@code request} says what more than the usual to count. */
    public static ColumnState of(ColumnType type, Request request) {
        boolean repeats = request == Request.UNIQUENESS;
        return switch (type.kind()) {
            case STRING -> new TextState(repeats);
            case DECIMAL ->
                type.precision() > LONG_DIGITS ? new WideDecimalState(repeats) : new NumberState(type, repeats);
            case BOOLEAN, BIGINT, DOUBLE, DATE, TIMESTAMP -> new NumberState(type, repeats);
        };
    }

    /** What is counted beyond the usual statistics. */
    public enum Request {
        USUAL,
        /** Exact distinct and repeated values, at 8 bytes a row. */
        UNIQUENESS
    }

    /** Counts rows without a value. */
    public final void addNulls(long more) {
        nulls += more;
    }

    final void addValues(long more) {
        values += more;
    }

    /** Takes the other state in; the other is not to be used after that. Both must be of one column. */
    public final void merge(ColumnState other) {
        values += other.values;
        nulls += other.nulls;
        if (repeats != null && other.repeats != null) {
            repeats.merge(other.repeats);
        }
        mergeValues(other);
    }

    abstract void mergeValues(ColumnState other);

    /** The statistics of what was added. */
    public abstract ProfiledColumn finish();

    final @Nullable Repeats repeats() {
        return repeats;
    }

    final long values() {
        return values;
    }

    final long nulls() {
        return nulls;
    }
}
