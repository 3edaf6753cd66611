package dev.dayone.readiness.profile;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.statistic.ColumnWindows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over some rows of a column found. States of parts of a table merge into that of the whole, in any order
 * and grouping; what is exact comes out the same, what is sketched within the sketch's error. Not thread-safe.
 */
public abstract sealed class ColumnState permits NumberState, TextState, WideDecimalState {
    /** The decimals up to which a number's digits fit a long. */
    public static final int LONG_DIGITS = 18;

    private static final int ROOM = 1024;
    private static final int ROOM_OF_SKETCHES = 1 << 16;

    private final ColumnType type;
    private final Request request;
    private final @Nullable Repeats repeats;
    private long values;
    private long nulls;

    /** Null: its rows were drawn in no windows. */
    private @Nullable ColumnWindows windows;

    ColumnState(ColumnType type, Request request) {
        this(type, request, request == Request.UNIQUENESS ? new Repeats() : null);
    }

    ColumnState(ColumnType type, Request request, @Nullable Repeats repeats) {
        this.type = type;
        this.request = request;
        this.repeats = repeats;
    }

    /** An empty state for a column of a type; {@code request} says how much to measure. */
    public static ColumnState of(ColumnType type, Request request) {
        return switch (type.kind()) {
            case STRING -> new TextState(request);
            case DECIMAL ->
                type.precision() > LONG_DIGITS ? new WideDecimalState(type, request) : new NumberState(type, request);
            case BOOLEAN, BIGINT, DOUBLE, DATE, TIMESTAMP -> new NumberState(type, request);
        };
    }

    /** How much is measured. */
    public enum Request {
        /** Rows, nulls, distinct values, bounds, mean, deviation, quantiles: what SUMMARIZE of DuckDB tells. */
        SUMMARY,
        /** Everything but what takes memory by the row. */
        USUAL,
        /** Exact distinct and repeated values too, at 8 bytes a row. */
        UNIQUENESS;

        /** Whether a state of this request answers one of another. */
        public boolean covers(Request other) {
            return compareTo(other) >= 0;
        }
    }

    /** Counts rows without a value. */
    public final void addNulls(long more) {
        nulls += more;
    }

    final void addValues(long more) {
        values += more;
    }

    /** Takes the other state in; the other is not to be used after that. Both must be of one column and request. */
    public final void merge(ColumnState other) {
        values += other.values;
        nulls += other.nulls;
        if (repeats != null && other.repeats != null) {
            repeats.merge(other.repeats);
        }
        mergeWindows(other.windows);
        mergeValues(other);
    }

    private void mergeWindows(@Nullable ColumnWindows more) {
        if (windows != null && more != null) {
            windows.merge(more);
        } else {
            windows = windows == null ? more : windows;
        }
    }

    /** Keeps what windows its rows were drawn in. */
    public final void inWindows(ColumnWindows some) {
        windows = some;
    }

    /** By the window in which its rows were drawn; null: in none. */
    public final @Nullable ColumnWindows windows() {
        return windows;
    }

    abstract void mergeValues(ColumnState other);

    /** The statistics of what was added; {@code now}: when the rows were read, for times that lie in the future. */
    public abstract ProfiledColumn finish(Instant now);

    /** About as many bytes as its hashes take when written; the rest is small. */
    final int roughBytes() {
        return repeats == null ? ROOM : ROOM_OF_SKETCHES + repeats.bytes();
    }

    final void write(DataOutput out) throws IOException {
        Varints.write(out, values);
        Varints.write(out, nulls);
        if (repeats != null) {
            repeats.write(out);
        }
        out.writeBoolean(windows != null);
        if (windows != null) {
            windows.write(out);
        }
        writeValues(out);
    }

    final void read(DataInput in) throws IOException {
        values = Varints.read(in);
        nulls = Varints.read(in);
        if (repeats != null) {
            repeats.read(in);
        }
        windows = in.readBoolean() ? ColumnWindows.read(in) : null;
        readValues(in);
    }

    abstract void writeValues(DataOutput out) throws IOException;

    /** Fills an empty state. */
    abstract void readValues(DataInput in) throws IOException;

    /** The type of the column. */
    public final ColumnType type() {
        return type;
    }

    /** How much it measures. */
    public final Request request() {
        return request;
    }

    final boolean detailed() {
        return request != Request.SUMMARY;
    }

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
