package dev.dayone.readiness.engine;

import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** The rows of a batch that were drawn in one window and stand beside each other; without windows, all of them. */
final class WindowRuns {
    private final int column;
    private int[] ends = new int[64];
    private int[] windows = new int[64];
    private int count;

    /** {@code column}: the place of the windows' numbers in batches; -1: there are none. */
    WindowRuns(int column) {
        this.column = column;
    }

    /** Whether rows were drawn in windows. */
    boolean told() {
        return column >= 0;
    }

    /** Looks at a batch. */
    void read(ColumnarBatch batch) {
        count = 0;
        int rows = batch.numRows();
        if (column < 0) {
            add(rows, 0);
            return;
        }
        ColumnVector numbers = batch.column(column);
        int window = 0;
        for (int row = 0; row < rows; row++) {
            int of = numbers.isNullAt(row) ? 0 : numbers.getInt(row);
            if (row > 0 && of != window) {
                add(row, window);
            }
            window = of;
        }
        add(rows, window);
    }

    private void add(int end, int window) {
        if (count == ends.length) {
            ends = java.util.Arrays.copyOf(ends, count * 2);
            windows = java.util.Arrays.copyOf(windows, count * 2);
        }
        ends[count] = end;
        windows[count] = window;
        count++;
    }

    int count() {
        return count;
    }

    /** Behind a run's last row, where the next one begins. */
    int end(int run) {
        return ends[run];
    }

    int window(int run) {
        return windows[run];
    }
}
