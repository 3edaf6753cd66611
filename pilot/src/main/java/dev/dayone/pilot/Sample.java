package dev.dayone.pilot;

import org.jspecify.annotations.Nullable;

/**
 * What to read of a table.
 *
 * @param rows how many rows at most; ignored by {@link SampleMethod#ALL}
 * @param by the column that orders {@link SampleMethod#LATEST}; null: the key
 */
public record Sample(
        SampleMethod method, long rows, @Nullable String by) {
    /** What a table is sampled with unless the pilot says otherwise. */
    public static final Sample DEFAULT = new Sample(SampleMethod.RANDOM, 20_000, null);

    /** What a table that the flow leads to is sampled with unless the pilot says otherwise. */
    public static final Sample LINKED = new Sample(SampleMethod.LINKED, 20_000, null);

    /** What a file is sampled with unless the pilot says otherwise. */
    public static final Sample ALL = new Sample(SampleMethod.ALL, 20_000, null);

    public Sample {
        if (rows < 1) {
            throw new IllegalArgumentException("A sample of " + rows + " rows, expected at least 1");
        }
    }
}
