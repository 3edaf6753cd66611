package dev.dayone.readiness.history;

/**
 * Something that is other than in an earlier run.
 *
 * @param area of the report
 * @param place a table, column, link, metric, check or gate
 * @param text in a sentence without its full stop
 */
public record Change(Area area, String place, String text) {
    /** Parts of a report, in the order in which changes are told. */
    public enum Area {
        VERDICT,
        GATE,
        SCHEMA,
        VOLUME,
        LINK,
        METRIC,
        CHECK,
        COLUMN
    }
}
