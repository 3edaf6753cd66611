package dev.dayone.readiness.statistic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Values by the window in which they were drawn: how many, their mean, and the sum of the squares of their distances from it
 * (B. P. Welford, Technometrics 4, 1962; joined as by T. F. Chan, G. H. Golub and R. J. LeVeque, 1979). Used by one thread.
 */
public final class WindowSums implements Serializable {
    private static final long serialVersionUID = 1L;

    private int[] rows = new int[0];
    private double[] mean = new double[0];
    private double[] squares = new double[0];

    /** A value of a window. */
    public void add(int window, double value) {
        add(window, 1, value, 0);
    }

    /** What another part of the rows came to. */
    public void add(WindowSums more) {
        for (int window = 0; window < more.rows.length; window++) {
            if (more.rows[window] > 0) {
                add(window, more.rows[window], more.mean[window], more.squares[window]);
            }
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(rows.length);
        for (int i = 0; i < rows.length; i++) {
            out.writeInt(rows[i]);
            if (rows[i] > 0) {
                out.writeDouble(mean[i]);
                out.writeDouble(squares[i]);
            }
        }
    }

    void read(DataInput in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > 2 * most) {
            throw new IOException("No windows");
        }
        for (int i = 0; i < length; i++) {
            int count = in.readInt();
            if (count > 0) {
                add(i, count, in.readDouble(), in.readDouble());
            }
        }
    }

    private void add(int window, int count, double itsMean, double itsSquares) {
        if (window >= rows.length) {
            int length = Math.max(window + 1, rows.length * 2);
            rows = Arrays.copyOf(rows, length);
            mean = Arrays.copyOf(mean, length);
            squares = Arrays.copyOf(squares, length);
        }
        int all = rows[window] + count;
        double distance = itsMean - mean[window];
        squares[window] += itsSquares + distance * distance * rows[window] / all * count;
        mean[window] += distance * count / all;
        rows[window] = all;
    }

    /** On the mean of all values. */
    public DesignEffect ofMean(Drawing drawing) {
        double middle = mean();
        double plain = 0;
        double[] off = new double[rows.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = rows[i] * (mean[i] - middle);
            plain += squares(i, middle);
        }
        return DesignEffect.of(off, new WindowCounts(rows), plain, drawing);
    }

    /** On the mean of the squares of their distances from the mean, of which {@code kurtosis} is the fourth moment's ratio. */
    public DesignEffect ofSquares(double kurtosis, Drawing drawing) {
        double middle = mean();
        double all = new WindowCounts(rows).sum();
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += squares(i, middle);
        }
        double each = sum / all;
        double[] off = new double[rows.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = squares(i, middle) - rows[i] * each;
        }
        return DesignEffect.of(off, new WindowCounts(rows), all * each * each * (kurtosis - 1), drawing);
    }

    private double mean() {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < rows.length; i++) {
            all += rows[i];
            sum += rows[i] * mean[i];
        }
        return sum / all;
    }

    /** Of a window's values, from another middle than their own. */
    private double squares(int window, double middle) {
        double distance = mean[window] - middle;
        return squares[window] + rows[window] * distance * distance;
    }
}
