package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A check that may be proposed, if enough rows keep it.
 *
 * @param check without a tolerance
 * @param least the share of values that must keep a rule on rows, for it to be worth proposing
 * @param seen what the rows show, in a few words that hold no value of a column that is not shown
 */
record Candidate(Expectation check, Kind kind, double least, String seen) {
    private static final List<String> PLACES =
            List.of("column", "column_A", "column_B", "column_list", "other_table_name", "other_column");

    /** How far rows decide. */
    enum Kind {
        /** A rule on rows: some may break it. */
        SHARE,
        /** It holds of any rows, or does not. */
        PLAIN,
        /** It is about the table alone: of half its rows it says nothing. */
        TABLE
    }

    /** A rule on rows that at least the share {@code least} must keep. */
    static Candidate share(String type, Map<String, Object> kwargs, Severity severity, double least, String seen) {
        return new Candidate(new Expectation(type, kwargs, severity, Map.of()), Kind.SHARE, least, seen);
    }

    /** A check without a tolerance of its own. */
    static Candidate of(Kind kind, String type, Map<String, Object> kwargs, Severity severity, String seen) {
        return new Candidate(new Expectation(type, kwargs, severity, Map.of()), kind, 1, seen);
    }

    /** What is asked of which columns, whatever the bounds. */
    List<String> identity() {
        return identity(check);
    }

    static List<String> identity(Expectation check) {
        List<String> identity = new ArrayList<>(List.of(check.type()));
        PLACES.stream()
                .map(check.kwargs()::get)
                .map(place -> Objects.toString(place, ""))
                .forEach(identity::add);
        return identity;
    }
}
