package dev.dayone.pilot.report;

import dev.dayone.pilot.snapshot.ColumnType;

/**
 * A column of a table in the run report.
 *
 * @param visibilityReason why its values are shown or not, in a few words
 */
public record ColumnReport(
        String name,
        String sourceType,
        ColumnType type,
        Visibility visibility,
        String visibilityReason,
        ColumnProfile profile) {}
