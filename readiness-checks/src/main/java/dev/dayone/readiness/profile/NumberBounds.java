package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The least and the greatest value, exact sum of whole numbers, zeros, negatives and numbers that are not finite. */
final class NumberBounds {
    // May run over: it is right again, modulo 2^64, where the true sum fits.
    private long keySum;
    private long zeros;
    private long negatives;
    private long notFinite;
    private long minKey = Long.MAX_VALUE;
    private long maxKey = Long.MIN_VALUE;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Adds whole numbers; answers for how many rows they stand. */
    long add(long[] keys, long @Nullable [] weights, int length) {
        long least = minKey;
        long most = maxKey;
        for (int i = 0; i < length; i++) {
            long key = keys[i];
            least = Math.min(least, key);
            most = Math.max(most, key);
        }
        minKey = least;
        maxKey = most;
        return weights == null ? addOnce(keys, length) : addWeighted(keys, weights, length);
    }

    private long addOnce(long[] keys, int length) {
        long sum = 0;
        long below = 0;
        long none = 0;
        for (int i = 0; i < length; i++) {
            sum += keys[i];
            below += keys[i] >>> 63;
            none += keys[i] == 0 ? 1 : 0;
        }
        keySum += sum;
        negatives += below;
        zeros += none;
        return length;
    }

    private long addWeighted(long[] keys, long[] weights, int length) {
        long rows = 0;
        for (int i = 0; i < length; i++) {
            keySum += keys[i] * weights[i];
            negatives += keys[i] < 0 ? weights[i] : 0;
            zeros += keys[i] == 0 ? weights[i] : 0;
            rows += weights[i];
        }
        return rows;
    }

    /** Adds finite numbers. */
    void add(double[] values, long @Nullable [] weights, int length) {
        for (int i = 0; i < length; i++) {
            double value = values[i];
            long weight = weights == null ? 1 : weights[i];
            min = Math.min(min, value);
            max = Math.max(max, value);
            negatives += value < 0 ? weight : 0;
            zeros += value == 0 ? weight : 0;
        }
    }

    void addNotFinite(long rows) {
        notFinite += rows;
    }

    void merge(NumberBounds other) {
        keySum += other.keySum;
        zeros += other.zeros;
        negatives += other.negatives;
        notFinite += other.notFinite;
        minKey = Math.min(minKey, other.minKey);
        maxKey = Math.max(maxKey, other.maxKey);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    void write(DataOutput out) throws IOException {
        for (long part : new long[] {keySum, zeros, negatives, notFinite, minKey, maxKey}) {
            out.writeLong(part);
        }
        out.writeDouble(min);
        out.writeDouble(max);
    }

    void read(DataInput in) throws IOException {
        keySum = in.readLong();
        zeros = in.readLong();
        negatives = in.readLong();
        notFinite = in.readLong();
        minKey = in.readLong();
        maxKey = in.readLong();
        min = in.readDouble();
        max = in.readDouble();
    }

    long keySum() {
        return keySum;
    }

    long zeros() {
        return zeros;
    }

    long negatives() {
        return negatives;
    }

    long notFinite() {
        return notFinite;
    }

    long minKey() {
        return minKey;
    }

    long maxKey() {
        return maxKey;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }
}
