package dev.dayone.sample;

import dev.dayone.sample.server.EmbeddedServer;
import dev.dayone.sample.server.ServerFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Servers that start side by side, and their end whatever happens. Thread-safe. */
final class DemoServers implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final DemoFolder folder;
    private final List<CompletableFuture<EmbeddedServer>> started = new ArrayList<>();
    private boolean closed;

    DemoServers(DemoFolder folder) {
        this.folder = folder;
    }

    /** Starts a server on a thread of its own; a failure is a {@link ServerFailedException} in the future. */
    synchronized CompletableFuture<EmbeddedServer> start(ServerStarts.Start start) {
        if (closed) {
            return CompletableFuture.failedFuture(new ServerFailedException("interrupted"));
        }
        CompletableFuture<EmbeddedServer> server = inBackground(() -> {
            try {
                return start.in(folder);
            } catch (ServerFailedException e) {
                throw new CompletionException(e);
            }
        });
        started.add(server);
        return server;
    }

    /** Whether the servers are being ended, by {@link #close()} or because the JVM ends: then failures mean nothing. */
    synchronized boolean isEnding() {
        return closed;
    }

    /** Runs work on a daemon thread: it does not keep a JVM alive that wants to end. */
    static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "dayone-demo");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** As {@link #endAll()}, and no more can be started. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        endAll();
    }

    /** Ends all servers, those that are still starting as soon as they have. */
    void endAll() {
        List<CompletableFuture<EmbeddedServer>> toEnd;
        synchronized (this) {
            toEnd = List.copyOf(started);
            started.clear();
        }
        List<CompletableFuture<Boolean>> ends = new ArrayList<>();
        for (CompletableFuture<EmbeddedServer> server : toEnd) {
            ends.add(inBackground(() -> {
                end(server);
                return true;
            }));
        }
        ends.forEach(CompletableFuture::join);
    }

    private static void end(CompletableFuture<EmbeddedServer> server) {
        try {
            server.get(PATIENCE_SECONDS, TimeUnit.SECONDS).close();
        } catch (ExecutionException | TimeoutException e) {
            // It never started, or hangs: the hook of its own and the next start see to it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
