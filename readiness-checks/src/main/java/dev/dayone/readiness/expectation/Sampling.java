package dev.dayone.readiness.expectation;

import org.jspecify.annotations.Nullable;

/**
 * How much of a table was looked at.
 *
 * @param whole whether every row was
 * @param sourceRows that the source has; null: unknown
 * @param countedRows that the source counted when asked; null: it was not
 */
public record Sampling(
        boolean whole, @Nullable Long sourceRows, @Nullable Long countedRows) {}
