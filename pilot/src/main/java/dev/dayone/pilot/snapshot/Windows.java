package dev.dayone.pilot.snapshot;

import java.util.List;

/**
 * The windows of neighbouring rows, or the blocks, in which a table was sampled; of a table read for keys, those of the
 * rows that the keys are of. The column {@link #COLUMN} of its files says in which of them a row was, in no order that
 * tells of the source.
 *
 * @param number of windows that have rows; of more than {@link #MOST} some count as one
 * @param squares of how many rows each has, summed
 */
public record Windows(int number, long squares) {
    /** The column's name in the files. */
    public static final String COLUMN = "w";

    /** Windows are numbered from 0 to one less than this; there may be more. */
    public static final int MOST = 4096;

    /** Windows with so many rows each. */
    public static Windows of(List<Integer> rows) {
        int number = 0;
        long squares = 0;
        for (long some : rows) {
            number += some > 0 ? 1 : 0;
            squares += some * some;
        }
        return new Windows(number, squares);
    }

    /** The number of a window, which another may have too. */
    public static int number(long window) {
        return (int) (window & (MOST - 1));
    }

    /** How many rows a row's window has on average, of so many rows in all. */
    public double together(long rows) {
        return rows == 0 ? 1 : (double) squares / rows;
    }
}
