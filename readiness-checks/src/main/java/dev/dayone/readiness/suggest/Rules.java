package dev.dayone.readiness.suggest;

import java.util.List;

/** Every family of proposals, in the order in which they are shown. */
final class Rules {
    static final List<Rule> ALL = List.of(
            new RowNumber(),
            new Freshness(),
            new Keys(),
            new Completeness(),
            new Formats(),
            new Codes(),
            new Picklists(),
            new NumberRanges(),
            new FirstYears(),
            new Lengths(),
            new TimeOrder(),
            new Joins());

    private Rules() {}
}
