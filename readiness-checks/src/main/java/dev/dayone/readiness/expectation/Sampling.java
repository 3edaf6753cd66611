package dev.dayone.readiness.expectation;

import org.jspecify.annotations.Nullable;

/**
 * How much of a table was looked at.
 *
 * @param whole whether every row was
 * @param sourceRows that the source has; null: unknown
 */
public record Sampling(boolean whole, @Nullable Long sourceRows) {}
