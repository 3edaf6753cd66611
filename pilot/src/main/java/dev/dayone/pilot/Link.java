package dev.dayone.pilot;

/**
 * A pair of key columns that must join.
 *
 * @param coverage the share of the {@code from} side's keys that must be found on the {@code to} side, 0 to 1
 * @param unique whether a key may stand at most once on the {@code to} side
 */
public record Link(ColumnRef from, ColumnRef to, double coverage, boolean unique) {
    /** The coverage asked for unless the pilot says otherwise. */
    public static final double DEFAULT_COVERAGE = 0.95;
}
