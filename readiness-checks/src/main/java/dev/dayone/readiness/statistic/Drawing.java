package dev.dayone.readiness.statistic;

/**
 * How the rows looked at were chosen from those that a claim is about.
 *
 * @param looked how many were looked at
 * @param all how many the claim is about: at the most, where that is an estimate; infinite where it is unknown
 * @param together how many were drawn together, neighbours in the table: a row's own window, on average over rows; 1: each
 *     was drawn by itself
 */
public record Drawing(Choice choice, double looked, double all, double together) {
    /** What the rows looked at can tell of the others. */
    public enum Choice {
        /** There are no others. */
        EVERY_ROW,
        /** Each row was as likely as any other: what is seen carries over, within an interval. */
        AT_RANDOM,
        /** The first, or the latest: the others may be anything. */
        NOT_AT_RANDOM
    }

    public Drawing {
        if (choice != Choice.EVERY_ROW) {
            // Rows come and go while a table is read: that it was not read whole outweighs its count.
            all = Math.max(all, looked + 1);
        }
    }

    /** Rows of which none was drawn for the sake of another. */
    public Drawing(Choice choice, double looked, double all) {
        this(choice, looked, all, 1);
    }

    /** Every row was looked at. */
    public static Drawing everyRow(double rows) {
        return new Drawing(Choice.EVERY_ROW, rows, rows);
    }

    /** Rows drawn one by one from {@code all}, which may be infinite. */
    public static Drawing atRandom(double looked, double all) {
        return new Drawing(Choice.AT_RANDOM, looked, all);
    }

    /** The same rows drawn in windows, of so many rows as if all had the same. */
    public Drawing inWindows(double rows) {
        return new Drawing(choice, looked, all, random() ? Math.max(1, rows) : 1);
    }

    /** Whether every row was looked at. */
    public boolean whole() {
        return choice == Choice.EVERY_ROW;
    }

    /** Whether what is seen carries over to the other rows. */
    public boolean random() {
        return choice == Choice.AT_RANDOM;
    }

    /** Of how many rows some of those looked at are a part, as all of them are of all. */
    double all(double rows) {
        return Double.isInfinite(all) || looked <= 0 ? all : Math.rint(rows * (all / looked));
    }

    /**
     * The share of the variance that drawing without replacement leaves, (N - n) / (N - 1): W. G. Cochran, Sampling
     * Techniques, 3rd edition 1977, theorem 2.2 and section 3.2.
     */
    public double left() {
        return whole() ? 0 : Double.isInfinite(all) ? 1 : (all - looked) / (all - 1);
    }
}
