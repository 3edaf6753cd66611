package dev.dayone.pilot.snapshot;

import dev.dayone.pilot.ColumnRef;

/**
 * The keys that a table was read for: every row whose {@code column} holds one of the values sampled in {@code from} is
 * in the snapshot, so a value not found there is not in the source.
 *
 * @param keys how many different ones
 */
public record LinkedKeys(ColumnRef from, String column, long keys) {}
