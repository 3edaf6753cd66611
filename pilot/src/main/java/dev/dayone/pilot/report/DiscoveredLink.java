package dev.dayone.pilot.report;

import dev.dayone.pilot.Link;
import org.jspecify.annotations.Nullable;

/**
 * A pair of columns that the pilot does not name, of which the first refers to the second by all that their values say.
 *
 * @param link as the pilot could name it
 * @param looked different values of the {@code from} side that were compared
 * @param shared of them, those that the {@code to} side holds, as far as it was read
 * @param contained the share of the {@code from} side's values that the {@code to} side holds, made out for all its rows
 * @param interval of {@code contained}; null: the {@code to} side was read in part, so it is not proved yet
 * @param evidence why it is said, in a sentence
 * @param measured row by row, with cleaners; null: it was not measured so
 */
public record DiscoveredLink(
        Link link,
        long looked,
        long shared,
        double contained,
        @Nullable Interval interval,
        String evidence,
        @Nullable LinkResult measured) {
    private static final double LEAST = 0.5;

    /** Whether nothing more need be read to be sure of it. */
    public boolean proved() {
        return interval != null || (measured != null && measured.toWhole());
    }

    /** The same, measured row by row. */
    public DiscoveredLink with(LinkResult result) {
        return new DiscoveredLink(link, looked, shared, contained, interval, evidence, result);
    }

    /** Whether rows of a second sample show that there is no such link: hardly half of the keys are found. */
    public boolean refuted() {
        LinkResult result = measured;
        Interval rate = result == null || !result.toWhole() ? null : result.interval();
        return rate != null && rate.high() < LEAST;
    }
}
