package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.route.sampling.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end a sampling between two pages: what is finished stays, nothing half is left looking whole. */
final class BreakOff implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private BreakOff(Cancellation cancellation, Console console) {
        hook = new Thread(
                () -> {
                    console.say("");
                    console.say("Breaking off: finished tables are kept, the next run resumes.");
                    cancellation.cancel();
                    await();
                },
                "dayone-break-off");
    }

    /** From now on the end of the process cancels first. */
    static BreakOff arm(Cancellation cancellation, Console console) {
        BreakOff breakOff = new BreakOff(cancellation, console);
        Runtime.getRuntime().addShutdownHook(breakOff.hook);
        return breakOff;
    }

    private void await() {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // A source that hangs does not hold the process up: no manifest means no snapshot.
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs.
        }
    }
}
