package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Count, mean and the second to fourth power sums of deviations of finite numbers: two passes within a batch, merged
 * between batches after Pébay, "Formulas for Robust, One-Pass Parallel Computation of Covariances and Arbitrary-Order
 * Statistical Moments" (2008), so that neither large means nor many rows lose digits. The sum is compensated (Neumaier).
 */
final class Moments {
    private double count;
    private double mean;
    private double second;
    private double third;
    private double fourth;
    private double sum;
    private double carried;

    /** Adds numbers, each as often as its weight says; {@code null}: once. */
    void add(double[] values, long @Nullable [] weights, int length) {
        if (length == 0) {
            return;
        }
        Moments batch = new Moments();
        if (weights == null) {
            batch.take(values, length);
        } else {
            batch.take(values, weights, length);
        }
        merge(batch);
    }

    private void take(double[] values, int length) {
        for (int i = 0; i < length; i++) {
            sum += values[i];
        }
        count = length;
        mean = sum / length;
        double two = 0;
        double three = 0;
        double four = 0;
        double center = mean;
        for (int i = 0; i < length; i++) {
            double d = values[i] - center;
            double square = d * d;
            two += square;
            three += square * d;
            four += square * square;
        }
        second = two;
        third = three;
        fourth = four;
    }

    private void take(double[] values, long[] weights, int length) {
        for (int i = 0; i < length; i++) {
            sum += values[i] * weights[i];
            count += weights[i];
        }
        mean = sum / count;
        for (int i = 0; i < length; i++) {
            double d = values[i] - mean;
            double square = d * d;
            second += square * weights[i];
            third += square * d * weights[i];
            fourth += square * square * weights[i];
        }
    }

    void merge(Moments other) {
        addSum(other.sum);
        addSum(other.carried);
        if (other.count == 0) {
            return;
        }
        double a = count;
        double b = other.count;
        double n = a + b;
        double delta = other.mean - mean;
        double part = delta / n;
        double cross = delta * part * a * b;
        fourth += other.fourth
                + cross * part * part * (a * a - a * b + b * b)
                + 6 * part * part * (a * a * other.second + b * b * second)
                + 4 * part * (a * other.third - b * third);
        third += other.third + cross * part * (a - b) + 3 * part * (a * other.second - b * second);
        second += other.second + cross;
        mean += part * b;
        count = n;
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
        return count < 2 ? 0 : Math.sqrt(second / (count - 1));
    }

    /** Of the population; null where all values are one. */
    @Nullable
    Double skewness() {
        return second == 0 ? null : Math.sqrt(count) * third / Math.pow(second, 1.5);
    }

    /** Of the population, in excess of a normal distribution's; null where all values are one. */
    @Nullable
    Double kurtosis() {
        return second == 0 ? null : count * fourth / (second * second) - 3;
    }

    void write(DataOutput out) throws IOException {
        for (double part : new double[] {count, mean, second, third, fourth, sum, carried}) {
            out.writeDouble(part);
        }
    }

    static Moments read(DataInput in) throws IOException {
        Moments moments = new Moments();
        moments.count = in.readDouble();
        moments.mean = in.readDouble();
        moments.second = in.readDouble();
        moments.third = in.readDouble();
        moments.fourth = in.readDouble();
        moments.sum = in.readDouble();
        moments.carried = in.readDouble();
        return moments;
    }
}
