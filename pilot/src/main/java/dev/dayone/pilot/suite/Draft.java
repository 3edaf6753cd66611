package dev.dayone.pilot.suite;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expectation in the making: a type, and kwargs given one after the other. */
public final class Draft {
    private final String type;
    private final Map<String, Object> kwargs = new LinkedHashMap<>();

    private Draft(String type) {
        this.type = type;
    }

    /** Of a type, without kwargs. */
    public static Draft of(String type) {
        return new Draft(type);
    }

    /** Of a type, on a column. */
    public static Draft of(String type, String column) {
        return new Draft(type).with("column", column);
    }

    /** Rows that fulfil a predicate of Spark SQL are unexpected. */
    public static Draft noRowsWhere(String predicate) {
        return query("SELECT * FROM {batch} WHERE " + predicate);
    }

    /** The rows of a query are unexpected. */
    public static Draft query(String sql) {
        return of("unexpected_rows_expectation").with("unexpected_rows_query", sql);
    }

    /**
     * The one number that a query yields must make {@code holds}, a predicate over {@code value}, true; no number does
     * not.
     */
    public static Draft number(String query, String holds) {
        return query("SELECT * FROM (" + query + ") AS measured (value) WHERE value IS NULL OR NOT (" + holds + ")");
    }

    /** With a kwarg. */
    public Draft with(String name, Object value) {
        kwargs.put(name, value);
        return this;
    }

    /** With {@code min_value}, {@code max_value} and whether they are strict. */
    public Draft within(Range range) {
        kwargs.putAll(range.bounds());
        return this;
    }

    /** About the rows that fulfil a predicate of Spark SQL; null: about all. */
    public Draft where(@Nullable String condition) {
        return condition == null ? this : with("row_condition", condition).with("condition_parser", "spark");
    }

    /** The expectation. */
    public Expectation at(Severity severity) {
        return new Expectation(type, kwargs, severity, Map.of());
    }

    /** The expectations of several, a failure of one being major. */
    public static List<Expectation> all(Draft... drafts) {
        return List.of(drafts).stream().map(draft -> draft.at(Severity.MAJOR)).toList();
    }
}
