package dev.dayone.route.sampling;

/**
 * What sampling will cost a source, estimated from its own statistics; a table of unknown size counts as the most that
 * is read of it.
 *
 * @param pages of rows
 * @param calls statements or requests, the pages' and those that learn of the table
 * @param rows that the source hands out
 * @param seconds at the source's limits and distance
 */
public record SamplingCost(long pages, long calls, long rows, double seconds) {
    /** Nothing is asked. */
    public static final SamplingCost NOTHING = new SamplingCost(0, 0, 0, 0);

    /** This and another. */
    public SamplingCost plus(SamplingCost other) {
        return new SamplingCost(pages + other.pages, calls + other.calls, rows + other.rows, seconds + other.seconds);
    }
}
