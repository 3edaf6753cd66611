package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.TableRef;
import org.jspecify.annotations.Nullable;

/**
 * A check to propose. It holds no value of a column whose values are not shown.
 *
 * @param evidence what the rows looked at show, in a sentence
 * @param tolerance what the check lets pass, and why, in a sentence; empty: nothing
 * @param halves null: it is about the table alone, half of whose rows say nothing of it
 */
public record Suggestion(
        TableRef table,
        Expectation check,
        String evidence,
        String tolerance,
        @Nullable Halves halves) {
    /** In how many of some random halves of the rows the check failed that was made from the other half. */
    public record Halves(int failed, int of) {}
}
