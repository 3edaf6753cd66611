package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What stands in for a column's exact table once it has more values than that holds. */
final class NumberSketches {
    /** How many of the later values one picked out stands for. */
    static final int EVERY = QuantileSketch.EVERY;

    /** So many frequent values go with a state that is kept. */
    static final int FREQUENT_KEPT = 512;

    static final int ALL_PICKED = 1 << 14;

    private final NumberState state;
    private DistinctSketch distinct = new DistinctSketch();
    private QuantileSketch quantiles = new QuantileSketch();
    private KeySketch keys = new KeySketch();
    private final Picker picker = new Picker(NumberSketches::every);

    /** All of the first values, then one in {@link #EVERY}. */
    static int every(long place) {
        return place < ALL_PICKED ? 1 : EVERY;
    }

    NumberSketches(NumberState state) {
        this.state = state;
    }

    /** A part of a batch. */
    record Span(int from, int to) {}

    void add(long[] values, long[] hashes, long @Nullable [] weights, Span span) {
        distinct.add(hashes, span.from(), span.to());
        if (state.isKey()) {
            keys.add(hashes, span.from(), span.to());
        }
        if (weights == null) {
            pick(values, span);
            return;
        }
        for (int i = span.from(); i < span.to(); i++) {
            double number = state.number(values[i]);
            if (Double.isFinite(number)) {
                quantiles.addWeighted(number, weights[i]);
            }
            if (state.detailed()) {
                state.keep(values[i], weights[i]);
            }
        }
    }

    private void pick(long[] values, Span span) {
        int length = span.to() - span.from();
        for (int i = picker.next(length); i < length; i = picker.next(length)) {
            int standsFor = picker.take(i);
            long key = values[span.from() + i];
            double number = state.number(key);
            if (Double.isFinite(number)) {
                quantiles.add(number, standsFor);
            }
            if (state.detailed()) {
                state.keep(key, standsFor);
            }
        }
        picker.pass(length);
    }

    /** Adds a value of the exact table. */
    void addExact(long key, long rows) {
        long[] hash = {Hash.mix(key)};
        distinct.add(hash, 0, 1);
        if (state.isKey()) {
            keys.add(hash, 0, 1);
        }
        double number = state.number(key);
        if (Double.isFinite(number)) {
            quantiles.addEach(number, rows);
        }
    }

    void merge(NumberSketches other) {
        distinct.merge(other.distinct);
        quantiles.merge(other.quantiles);
        keys.merge(other.keys);
    }

    DistinctSketch distinct() {
        return distinct;
    }

    QuantileSketch quantiles() {
        return quantiles;
    }

    KeySketch keys() {
        return keys;
    }

    void write(DataOutput out) throws IOException {
        distinct.write(out);
        quantiles.write(out);
        keys.write(out);
    }

    void read(DataInput in) throws IOException {
        distinct = DistinctSketch.read(in);
        quantiles = QuantileSketch.read(in);
        keys = KeySketch.read(in);
    }
}
