package dev.dayone.route.sampling;

import dev.dayone.connector.SourceConnection;
import dev.dayone.pilot.error.DayoneException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for several sources at once, and waits for all whatever becomes of one. */
public final class SideBySide {
    private SideBySide() {}

    /** What became of one. */
    public record Outcome<T>(Optional<T> value, Optional<DayoneException> failure) {}

    /** The outcomes, in order. An interrupt of the calling thread cancels, then waits for what runs to end. */
    public static <A, T> List<Outcome<T>> run(List<A> all, Cancellation cancellation, Function<A, T> action) {
        if (all.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(all.size(), task -> {
            Thread thread = new Thread(task, "dayone-source");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> futures = new ArrayList<>();
            all.forEach(one -> futures.add(threads.submit(() -> action.apply(one))));
            List<Outcome<T>> outcomes = new ArrayList<>();
            futures.forEach(future -> outcomes.add(outcome(future, cancellation)));
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private static <T> Outcome<T> outcome(Future<T> future, Cancellation cancellation) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return new Outcome<>(Optional.of(future.get()), Optional.empty());
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancellation.cancel();
                } catch (ExecutionException e) {
                    Throwable cause = e.getCause() == null ? e : e.getCause();
                    return new Outcome<>(Optional.empty(), Optional.of(SourceConnection.failure("sources", cause)));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
