package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.expectation.Outcome;
import dev.dayone.readiness.statistic.Intervals;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that the rows it was made from keep, with a tolerance.
 *
 * @param kept values that keep it, of {@code values}; both 0 where it is no rule on rows
 */
record Held(Candidate candidate, Expectation check, long kept, long values) {
    static final String MOSTLY = "mostly";

    private static final double LAX = 0.1;

    /** What a candidate becomes; null: too few values, or too few of them keep it. {@code fewest}: values it takes. */
    static @Nullable Held of(Candidate candidate, @Nullable Outcome outcome, long fewest) {
        if (outcome == null) {
            return null;
        }
        if (candidate.kind() != Candidate.Kind.SHARE) {
            boolean holds = outcome.verdict() == CheckVerdict.PASS;
            return holds ? new Held(candidate, candidate.check(), 0, 0) : null;
        }
        long values = values(outcome);
        long kept = kept(outcome);
        Interval interval = outcome.interval();
        if (interval == null || values < fewest || kept < candidate.least() * values) {
            return null;
        }
        Map<String, Object> kwargs = new LinkedHashMap<>(candidate.check().kwargs());
        kwargs.put(MOSTLY, Tolerance.mostly(kept, values, interval));
        Expectation bare = candidate.check();
        return new Held(candidate, new Expectation(bare.type(), kwargs, bare.severity(), bare.meta()), kept, values);
    }

    /** The verdict on some rows; {@code outcome}: of the candidate there. */
    CheckVerdict on(Outcome outcome) {
        Interval interval = outcome.interval();
        return candidate.kind() == Candidate.Kind.SHARE && interval != null
                ? Intervals.atLeast(interval, mostly())
                : outcome.verdict();
    }

    /** Whether what it allows says nothing any more: the rows looked at leave too much open. */
    boolean isLax() {
        return candidate.kind() == Candidate.Kind.SHARE && mostly() < candidate.least() - LAX;
    }

    double mostly() {
        return check.kwargs().get(MOSTLY) instanceof Double mostly ? mostly : 1;
    }

    private static long values(Outcome outcome) {
        return outcome.counts().elements() - outcome.counts().missing();
    }

    private static long kept(Outcome outcome) {
        Long unexpected = outcome.counts().unexpected();
        return unexpected == null ? 0 : values(outcome) - unexpected;
    }
}
