package dev.dayone.readiness.history;

/** What of a place is measured in each run. Names are kept in databases: add, never rename. */
public enum Quantity {
    ROWS("rows", Kind.NUMBER, true),
    COMPLETENESS("share filled", Kind.SHARE, true),
    DISTINCT_SHARE("share of distinct values", Kind.SIZED_SHARE, true),
    MEAN("mean", Kind.NUMBER, true),
    DEVIATION("standard deviation", Kind.NUMBER, false),
    MINIMUM("least value", Kind.NUMBER, false),
    MAXIMUM("greatest value", Kind.NUMBER, false),
    JOIN_RATE("share of keys that join", Kind.SHARE, true),
    BASELINE("baseline", Kind.NUMBER, true),
    UNEXPECTED_SHARE("share that breaks the rule", Kind.SHARE, false),
    DUPLICATES("share of duplicates", Kind.SIZED_SHARE, true);

    private enum Kind {
        NUMBER,
        SHARE,
        /** A share that depends on how many rows are looked at. */
        SIZED_SHARE
    }

    private final String words;
    private final Kind kind;
    private final boolean watched;

    Quantity(String words, Kind kind, boolean watched) {
        this.words = words;
        this.kind = kind;
        this.watched = watched;
    }

    /** In a few words. */
    public String words() {
        return words;
    }

    boolean isShare() {
        return kind != Kind.NUMBER;
    }

    boolean dependsOnRows() {
        return kind == Kind.SIZED_SHARE;
    }

    /** Whether a change of it may be drift. */
    boolean isWatched() {
        return watched;
    }
}
