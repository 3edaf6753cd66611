package dev.dayone.route.sampling;

import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/** Asks a source again when it breaks off, after delays that grow and differ. Used by one thread. */
final class Retries {
    private final RetryPolicy policy;
    private final SamplingRequest.Settings settings;
    private final RunBudget budget;

    Retries(RetryPolicy policy, SamplingRequest.Settings settings, RunBudget budget) {
        this.policy = policy;
        this.settings = settings;
        this.budget = budget;
    }

    /** What the action answers, in the end. */
    <T> T call(Supplier<T> action, ObjIntConsumer<SourceUnavailableException> told) {
        return call(action, () -> 0, told);
    }

    /**
     * What the action answers, in the end.
     *
     * @param progress changes when the action came further than before: tries count anew from there
     * @param told of each failure, with the number of the try that follows
     */
    <T> T call(Supplier<T> action, LongSupplier progress, ObjIntConsumer<SourceUnavailableException> told) {
        int attempt = 0;
        Duration waited = Duration.ZERO;
        long reached = progress.getAsLong();
        while (true) {
            try {
                return action.get();
            } catch (SourceUnavailableException e) {
                if (progress.getAsLong() != reached) {
                    reached = progress.getAsLong();
                    attempt = 0;
                    waited = Duration.ZERO;
                }
                attempt++;
                Duration delay = delay(attempt, waited, e);
                waited = waited.plus(delay);
                told.accept(e, attempt);
                settings.timing().pause(delay.toNanos(), settings.cancellation());
            }
        }
    }

    /** A statement that takes too long burdens the source each time. */
    private int tries(SourceUnavailableException failure) {
        return failure.code() == ErrorCode.SOURCE_TIMED_OUT ? Math.min(1, policy.tries()) : policy.tries();
    }

    /** How long to wait before a try, or the failure itself where there is to be none. */
    private Duration delay(int attempt, Duration waited, SourceUnavailableException failure) {
        Duration delay = failure.retryAfter().orElseGet(() -> policy.delay(attempt, Math.random()));
        boolean impatient = failure.retryAfter().isEmpty() && waited.plus(delay).compareTo(policy.patience()) > 0;
        if (failure.code() == ErrorCode.INTERRUPTED
                || failure.code() == ErrorCode.SOURCE_CHANGED
                || failure.code() == ErrorCode.CURSOR_EXPIRED
                || attempt > tries(failure)
                || impatient
                || delay.compareTo(budget.timeLeft()) > 0) {
            throw failure;
        }
        return delay;
    }
}
