package dev.dayone.pilot.report;

import dev.dayone.pilot.snapshot.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table in the run report.
 *
 * @param visibilityReason why its values are shown or not, in a few words
 * @param sampling how sure the statistics are; null: every row was looked at, the rows were not drawn by chance, or an older
 *     version wrote this
 */
public record ColumnReport(
        String name,
        String sourceType,
        ColumnType type,
        Visibility visibility,
        String visibilityReason,
        ColumnProfile profile,
        @Nullable ColumnSampling sampling) {
    /** A column of which every row was looked at. */
    public ColumnReport(
            String name,
            String sourceType,
            ColumnType type,
            Visibility visibility,
            String visibilityReason,
            ColumnProfile profile) {
        this(name, sourceType, type, visibility, visibilityReason, profile, null);
    }
}
