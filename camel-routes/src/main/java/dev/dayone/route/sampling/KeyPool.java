package dev.dayone.route.sampling;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.TableRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands the keys sampled in one table to those that are read for them, also from source to source. Thread-safe. */
final class KeyPool {
    private static final long LOOK_MILLIS = 200;

    private final Map<ColumnRef, CompletableFuture<Optional<KeySet>>> keys = new LinkedHashMap<>();
    private final Cancellation cancellation;

    KeyPool(Collection<ColumnRef> wanted, Cancellation cancellation) {
        wanted.forEach(column -> keys.put(column, new CompletableFuture<>()));
        this.cancellation = cancellation;
    }

    /** The keys of a column are whole. */
    void offer(ColumnRef column, KeySet set) {
        complete(column, Optional.of(set));
    }

    /** The keys of a table that are not offered by now will not come in this run. */
    void missing(TableRef table) {
        keys.keySet().stream()
                .filter(column -> column.tableRef().equals(table))
                .forEach(column -> complete(column, Optional.empty()));
    }

    /** The same of every table of a source. */
    void missing(String source) {
        keys.keySet().stream()
                .filter(column -> column.source().equals(source))
                .forEach(column -> complete(column, Optional.empty()));
    }

    private void complete(ColumnRef column, Optional<KeySet> set) {
        CompletableFuture<Optional<KeySet>> waiting = keys.get(column);
        if (waiting != null) {
            waiting.complete(set);
        }
    }

    /** Waits for a column's keys; none: they will not come in this run. Throws INTERRUPTED if the sampling is to end. */
    Optional<KeySet> await(ColumnRef column) {
        CompletableFuture<Optional<KeySet>> waiting = keys.get(column);
        while (waiting != null) {
            try {
                return waiting.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                cancellation.pause(0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Cancellation.interrupted();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Keys are offered or missing, never a failure", e);
            }
        }
        return Optional.empty();
    }
}
