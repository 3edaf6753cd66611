package dev.dayone.readiness.statistic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a column holds by the window in which its rows were drawn: rows, rows with a value, and numbers. Of many windows, some
 * count as one. Used by one thread.
 */
public final class ColumnWindows {
    /** As many are told apart: more make an interval hardly better known. */
    private static final int MOST = 512;

    private int[] rows = new int[0];
    private int[] filled = new int[0];
    private final WindowSums numbers = new WindowSums();

    /** Some rows of a window, of which so many have a value. */
    public void add(int window, int some, int withValue) {
        int place = window & (MOST - 1);
        room(place);
        rows[place] += some;
        filled[place] += withValue;
    }

    /** A number in a row of a window. */
    public void number(int window, double value) {
        numbers.add(window & (MOST - 1), value);
    }

    /** Takes in what another part of the rows came to. */
    public void merge(ColumnWindows more) {
        room(more.rows.length - 1);
        for (int i = 0; i < more.rows.length; i++) {
            rows[i] += more.rows[i];
            filled[i] += more.filled[i];
        }
        numbers.add(more.numbers);
    }

    private void room(int place) {
        if (place >= rows.length) {
            int length = Math.min(MOST, Math.max(place + 1, rows.length * 2));
            rows = Arrays.copyOf(rows, length);
            filled = Arrays.copyOf(filled, length);
        }
    }

    /** How many rows have a value, of how many. */
    Rate filled(Drawing drawing) {
        WindowCounts hits = new WindowCounts(filled);
        WindowCounts all = new WindowCounts(rows);
        return Rate.of((long) hits.sum(), (long) all.sum(), drawing, hits, all);
    }

    /** The effect on the mean of its numbers. */
    DesignEffect ofMean(Drawing drawing) {
        return numbers.ofMean(drawing);
    }

    /** The effect on their standard deviation. */
    DesignEffect ofSquares(double kurtosis, Drawing drawing) {
        return numbers.ofSquares(kurtosis, drawing);
    }

    /** Writes them as {@link #read} takes them. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(rows.length);
        for (int i = 0; i < rows.length; i++) {
            out.writeInt(rows[i]);
            out.writeInt(filled[i]);
        }
        numbers.write(out);
    }

    /** What {@link #write} wrote. */
    public static ColumnWindows read(DataInput in) throws IOException {
        ColumnWindows windows = new ColumnWindows();
        int length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException("No windows");
        }
        windows.room(length - 1);
        for (int i = 0; i < length; i++) {
            windows.rows[i] = in.readInt();
            windows.filled[i] = in.readInt();
        }
        windows.numbers.read(in, MOST);
        return windows;
    }
}
