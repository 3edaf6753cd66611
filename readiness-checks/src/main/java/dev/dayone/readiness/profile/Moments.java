package dev.dayone.readiness.profile;

import java.io.Serializable;

/**
 * Count, mean and squared deviations of finite numbers: two passes within a batch, merged between batches after Chan,
 * Golub and LeVeque, so that neither large means nor many rows lose digits. The sum is compensated (Neumaier).
 */
final class Moments implements Serializable {
    private static final long serialVersionUID = 1L;
    private long count;
    private double mean;
    private double squares;
    private double sum;
    private double carried;

    void add(double[] values, int length) {
        if (length == 0) {
            return;
        }
        double batch = 0;
        for (int i = 0; i < length; i++) {
            batch += values[i];
        }
        double batchMean = batch / length;
        double batchSquares = 0;
        for (int i = 0; i < length; i++) {
            double d = values[i] - batchMean;
            batchSquares += d * d;
        }
        addSum(batch);
        combine(length, batchMean, batchSquares);
    }

    void merge(Moments other) {
        addSum(other.sum);
        addSum(other.carried);
        combine(other.count, other.mean, other.squares);
    }

    private void combine(long otherCount, double otherMean, double otherSquares) {
        if (otherCount == 0) {
            return;
        }
        double delta = otherMean - mean;
        long total = count + otherCount;
        mean += delta * otherCount / total;
        squares += otherSquares + delta * delta * count * otherCount / total;
        count = total;
    }

    private void addSum(double value) {
        double total = sum + value;
        carried += Math.abs(sum) >= Math.abs(value) ? (sum - total) + value : (value - total) + sum;
        sum = total;
    }

    double sum() {
        return sum + carried;
    }

    /** Of a sample: divided by one less than the count; 0 for one value. */
    double standardDeviation() {
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    }
}
