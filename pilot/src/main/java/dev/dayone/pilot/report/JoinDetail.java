package dev.dayone.pilot.report;

/**
 * What joining the two sides of a link makes of their rows.
 *
 * @param rows that the join has: one for each pair of rows with one key
 * @param mostOnTo rows of the {@code to} side that the most frequent matched key has there
 * @param manyToMany keys that stand in more than one row on both sides
 * @param repeatedOrphans distinct keys not found that stand in more than one row
 */
public record JoinDetail(long rows, long mostOnTo, long manyToMany, long repeatedOrphans) {}
