package dev.dayone.readiness.profile;

/**
 * Exact counts of a column's values.
 *
 * @param distinct different values other than null
 * @param once of them, those held by one row only
 */
public record Uniqueness(long distinct, long once) {
    /** With those of values that none of these is. */
    Uniqueness and(Uniqueness others) {
        return new Uniqueness(distinct + others.distinct, once + others.once);
    }
}
