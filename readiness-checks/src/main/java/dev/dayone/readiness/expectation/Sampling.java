package dev.dayone.readiness.expectation;

import dev.dayone.readiness.statistic.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * How much of what a check is about was looked at.
 *
 * @param drawing how the rows looked at were chosen from those that it is about
 * @param sourceRows that the source has; null: unknown
 * @param countedRows that the source counted when asked; null: it was not
 */
public record Sampling(
        Drawing drawing,
        @Nullable Long sourceRows,
        @Nullable Long countedRows) {
    /** Whether every row that the check is about was looked at. */
    public boolean whole() {
        return drawing.whole();
    }
}
