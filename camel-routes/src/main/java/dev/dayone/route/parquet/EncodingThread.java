package dev.dayone.route.parquet;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Encodes in the background what was read, so that the source is asked for the next rows meanwhile. Tasks run one after
 * the other; no more than a few wait, so that memory stays flat. Given tasks by one thread.
 */
final class EncodingThread implements AutoCloseable {
    private static final int WAITING = 4;

    private final Semaphore room = new Semaphore(WAITING);
    private @Nullable ExecutorService executor;
    private volatile @Nullable Throwable failure;

    /** Something to encode. */
    interface Task {
        void run() throws IOException;
    }

    /** Hands over a task, waiting for room. Throws what an earlier one failed with. */
    void run(Task task) throws IOException {
        raise();
        room.acquireUninterruptibly();
        executor().execute(() -> {
            try {
                if (failure == null) {
                    task.run();
                }
            } catch (Throwable e) { // handed to the thread that reads
                failure = e;
            } finally {
                room.release();
            }
        });
    }

    /** Waits until all tasks ran. Throws what one of them failed with. */
    void drain() throws IOException {
        settle();
        raise();
    }

    /** Waits until all tasks ran or were passed over, and forgets what failed. */
    void reset() {
        settle();
        failure = null;
    }

    private void settle() {
        room.acquireUninterruptibly(WAITING);
        room.release(WAITING);
    }

    private void raise() throws IOException {
        Throwable failed = failure;
        if (failed instanceof IOException io) {
            throw new IOException(io.getMessage(), io);
        }
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed != null) {
            throw new IllegalStateException("Rows could not be encoded", failed);
        }
    }

    private ExecutorService executor() {
        if (executor == null) {
            executor = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "dayone-encoding");
                thread.setDaemon(true);
                return thread;
            });
        }
        return executor;
    }

    @Override
    public void close() {
        if (executor != null) {
            settle();
            executor.shutdown();
        }
    }
}
