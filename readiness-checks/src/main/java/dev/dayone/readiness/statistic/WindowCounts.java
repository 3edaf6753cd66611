package dev.dayone.readiness.statistic;

/** Rows by the window in which they were drawn. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WindowCounts(int[] rows) {
    int windows() {
        return rows.length;
    }

    int of(int window) {
        return window < rows.length ? rows[window] : 0;
    }

    double sum() {
        double sum = 0;
        for (int some : rows) {
            sum += some;
        }
        return sum;
    }
}
