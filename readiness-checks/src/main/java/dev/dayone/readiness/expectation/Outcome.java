package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import org.jspecify.annotations.Nullable;

/** A judgement; the fields are those of {@link dev.dayone.pilot.report.CheckResult}. */
public record Outcome(
        CheckVerdict verdict,
        @Nullable Object observed,
        Counts counts,
        @Nullable Interval interval,
        @Nullable Long rowsToDecide,
        boolean bySource) {
    /** A judgement of what was looked at. */
    public Outcome(
            CheckVerdict verdict,
            @Nullable Object observed,
            Counts counts,
            @Nullable Interval interval,
            @Nullable Long rowsToDecide) {
        this(verdict, observed, counts, interval, rowsToDecide, false);
    }

    /** Rows looked at, of them without a value, and of them against the rule (null: not a rule on rows). */
    public record Counts(
            long elements, long missing, @Nullable Long unexpected) {
        /** Nothing was counted. */
        public static final Counts NONE = new Counts(0, 0, null);
    }

    /** An answer of the source itself for the whole table. */
    static Outcome bySource(CheckVerdict verdict, Object observed, Counts counts, Interval interval) {
        return new Outcome(verdict, observed, counts, interval, null, true);
    }

    /** An answer that the schema alone gives. */
    static Outcome ofSchema(boolean holds, Object observed) {
        return new Outcome(holds ? CheckVerdict.PASS : CheckVerdict.FAIL, observed, Counts.NONE, null, null);
    }
}
