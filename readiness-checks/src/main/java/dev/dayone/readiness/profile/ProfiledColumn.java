package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.readiness.privacy.ContentSignals;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column's statistics with raw values: never to leave the module unmasked.
 *
 * @param uniqueness exact; null: not counted
 * @param keys for comparing its values with another column's; null: not measured, or no column for keys
 * @param ranks of numbers; null: it has none
 * @param values every value and its rows; null where there are more than the exact table holds
 */
public record ProfiledColumn(
        ColumnProfile profile,
        ContentSignals signals,
        @Nullable Uniqueness uniqueness,
        @Nullable KeySketch keys,
        @Nullable Ranks ranks,
        @Nullable Map<String, Long> values) {}
