package dev.dayone.readiness.expectation;

import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one expectation measures, and what it makes of the answers. */
public interface Plan {
    /** What to measure; empty: the schema alone answers. */
    List<Measure> measures();

    /** What else to measure of rows drawn in windows, now that these answers are known. */
    default List<Measure> further(Map<Measure, Answer> answers) {
        return List.of();
    }

    /** The judgement, given a number for every measure; {@link Answer.Nothing} where there was nothing to measure. */
    Outcome judge(Map<Measure, Answer> answers, Sampling sampling);

    /** Whether what is observed is a value of the column, or may be one where rows are few. */
    default boolean observesValues() {
        return false;
    }

    /** Whether it is about the table as a whole, of which its latest rows by themselves are no more than a part. */
    default boolean ofTable() {
        return false;
    }

    /** Where examples of unexpected values are to be had; null: there are none to show. */
    default @Nullable Unexpected unexpected() {
        return null;
    }
}
