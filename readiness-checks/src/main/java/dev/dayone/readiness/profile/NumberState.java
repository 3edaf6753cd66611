package dev.dayone.readiness.profile;

import dev.dayone.pilot.snapshot.ColumnType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, times and booleans. Each value is known by a long, its key: the number itself, a decimal's digits, days or
 * microseconds since 1970, 0 or 1, or a double's bits.
 */
public final class NumberState extends ColumnState {
    private final boolean floating;
    private final boolean key;
    private final NumberBounds bounds = new NumberBounds();
    private final LongCounts counts = new LongCounts();
    private final @Nullable DayCounts days;
    private Moments moments = new Moments();
    private @Nullable NumberSketches sketches;
    private double[] numbers = new double[0];
    private long[] hashes = new long[0];

    NumberState(ColumnType type, Request request) {
        super(type, request);
        floating = type.kind() == ColumnType.Kind.DOUBLE;
        key = detailed()
                && (type.kind() == ColumnType.Kind.BIGINT
                        || (type.kind() == ColumnType.Kind.DECIMAL && type.scale() == 0));
        boolean time = type.kind() == ColumnType.Kind.DATE || type.kind() == ColumnType.Kind.TIMESTAMP;
        days = time && detailed() ? new DayCounts() : null;
    }

    /** Adds values of every type but double, each as often as its weight says; {@code null}: once. */
    public void add(long[] keys, long @Nullable [] weights, int length) {
        reserve(length);
        addValues(bounds.add(keys, weights, length));
        if (type().isNumeric()) {
            for (int i = 0; i < length; i++) {
                numbers[i] = keys[i];
            }
            moments.add(numbers, weights, length);
        }
        if (days != null && type().kind() == ColumnType.Kind.DATE) {
            days.addDays(keys, weights, length);
        } else if (days != null) {
            days.addInstants(keys, weights, length);
        }
        count(keys, weights, length);
    }

    /** Adds doubles. Those that are not finite count as values, but enter no other number. */
    public void add(double[] values, long @Nullable [] weights, int length) {
        reserve(length);
        long[] keys = new long[length];
        long[] finiteWeights = weights == null ? null : weights.clone();
        int finite = 0;
        for (int i = 0; i < length; i++) {
            // The sum turns -0.0 into 0.0, which are one value.
            double value = values[i] + 0.0;
            keys[i] = Double.doubleToLongBits(value);
            if (Double.isFinite(value)) {
                if (finiteWeights != null) {
                    finiteWeights[finite] = finiteWeights[i];
                }
                numbers[finite++] = value;
            }
        }
        long rows = weights == null ? length : sum(weights, length);
        addValues(rows);
        bounds.add(numbers, finiteWeights, finite);
        bounds.addNotFinite(rows - (finiteWeights == null ? finite : sum(finiteWeights, finite)));
        moments.add(numbers, finiteWeights, finite);
        count(keys, weights, length);
    }

    private void reserve(int length) {
        if (numbers.length < length) {
            numbers = new double[length];
            hashes = new long[length];
        }
    }

    private static long sum(long[] weights, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            sum += weights[i];
        }
        return sum;
    }

    private void count(long[] keys, long @Nullable [] weights, int length) {
        int from = 0;
        if (sketches == null) {
            while (from < length && counts.add(keys[from], weights == null ? 1 : weights[from])) {
                from++;
            }
            if (from == length) {
                return;
            }
            overflow();
        }
        if (repeats() != null) {
            repeats().add(keys, weights, from, length);
        }
        for (int i = from; i < length; i++) {
            hashes[i] = Hash.mix(keys[i]);
        }
        if (sketches != null) {
            sketches.add(keys, hashes, weights, new NumberSketches.Span(from, length));
        }
    }

    private NumberSketches overflow() {
        NumberSketches made = new NumberSketches(this);
        counts.forEach((key, rows) -> {
            made.addExact(key, rows);
            addRepeats(key, rows);
        });
        sketches = made;
        return made;
    }

    private void addRepeats(long key, long rows) {
        if (repeats() != null) {
            repeats().add(key, rows);
        }
    }

    @Override
    void mergeValues(ColumnState state) {
        NumberState other = (NumberState) state;
        moments.merge(other.moments);
        bounds.merge(other.bounds);
        if (days != null && other.days != null) {
            days.merge(other.days);
        }
        if (other.sketches != null) {
            (sketches == null ? overflow() : sketches).merge(other.sketches);
            counts.addOffset(other.counts.offset());
            other.counts.forEach(this::keep);
            return;
        }
        other.counts.forEach((key, rows) -> {
            if (sketches == null && counts.add(key, rows)) {
                return;
            }
            (sketches == null ? overflow() : sketches).addExact(key, rows);
            addRepeats(key, rows);
            keep(key, rows);
        });
    }

    /** Counts a value among the frequent ones. */
    void keep(long key, long rows) {
        while (!counts.add(key, rows)) {
            counts.purge();
        }
    }

    @Override
    public ProfiledColumn finish(Instant now) {
        return new NumberProfile(this, now).column();
    }

    @Override
    void writeValues(DataOutput out) throws IOException {
        bounds.write(out);
        moments.write(out);
        if (days != null) {
            days.write(out);
        }
        out.writeBoolean(sketches != null);
        if (sketches != null) {
            sketches.write(out);
            counts.keepMost(NumberSketches.FREQUENT_KEPT);
        }
        counts.write(out);
    }

    @Override
    void readValues(DataInput in) throws IOException {
        bounds.read(in);
        moments = Moments.read(in);
        if (days != null) {
            days.merge(DayCounts.read(in));
        }
        if (in.readBoolean()) {
            NumberSketches read = new NumberSketches(this);
            read.read(in);
            sketches = read;
        }
        counts.read(in);
    }

    /** The number that a key stands for; of a decimal, its digits as a whole number. */
    double number(long key) {
        return floating ? Double.longBitsToDouble(key) : key;
    }

    /** Whether values may be keys to compare with another column's: whole numbers alone. */
    boolean isKey() {
        return key;
    }

    boolean isFloating() {
        return floating;
    }

    NumberBounds bounds() {
        return bounds;
    }

    Moments moments() {
        return moments;
    }

    LongCounts counts() {
        return counts;
    }

    @Nullable
    DayCounts days() {
        return days;
    }

    @Nullable
    NumberSketches sketches() {
        return sketches;
    }
}
