package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.readiness.privacy.ContentSignals;
import dev.dayone.readiness.statistic.ColumnWindows;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column's statistics with raw values: never to leave the module unmasked.
 *
 * @param uniqueness exact; null: not counted
 * @param keys for comparing its values with another column's; null: not measured, or no column for keys
 * @param ranks of numbers; null: it has none, or they were not asked for
 * @param values every value and its rows; null where there are more than the exact table holds, or not asked for
 * @param windows in which its rows were drawn; null: in none
 */
public record ProfiledColumn(
        ColumnProfile profile,
        ContentSignals signals,
        @Nullable Uniqueness uniqueness,
        @Nullable KeySketch keys,
        @Nullable Ranks ranks,
        @Nullable Map<String, Long> values,
        @Nullable ColumnWindows windows) {
    /** As many values are still a list to choose from. */
    private static final int FEW = 60;

    ProfiledColumn(
            ColumnProfile profile,
            ContentSignals signals,
            @Nullable Uniqueness uniqueness,
            @Nullable KeySketch keys,
            @Nullable Ranks ranks,
            @Nullable Map<String, Long> values) {
        this(profile, signals, uniqueness, keys, ranks, values, null);
    }

    /** The same, whose rows were drawn in windows. */
    public ProfiledColumn in(@Nullable ColumnWindows drawn) {
        return new ProfiledColumn(profile, signals, uniqueness, keys, ranks, values, drawn);
    }

    /** Without what only other profilers' metrics are made of: some hundred kilobytes where values are many. */
    public ProfiledColumn told() {
        boolean few = values != null && values.size() <= FEW;
        return new ProfiledColumn(profile, signals, uniqueness, keys, null, few ? values : null, windows);
    }
}
