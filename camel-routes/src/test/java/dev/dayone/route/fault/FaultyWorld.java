package dev.dayone.route.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server behind a network, in which faults are caused and mended. Used by one thread at a time. */
final class FaultyWorld implements AutoCloseable {
    private static final String TERMINATE =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dayone'";
    /** Within a page of a thousand rows and the writing of its file. */
    private static final int PAGE_MILLIS = 40;

    private static final int LONGEST_MILLIS = 2_000;

    private final MortalServer server;
    private final TcpProxy proxy;
    private final List<CompletableFuture<Void>> pending = new ArrayList<>();
    private final Map<Fault, Integer> provoked = new EnumMap<>(Fault.class);
    private boolean sampling;

    FaultyWorld(MortalServer server) {
        this.server = server;
        this.proxy = TcpProxy.before(server.port());
    }

    int port() {
        return proxy.port();
    }

    /** Faults strike from here on, until they are mended. */
    synchronized void begin() {
        sampling = true;
    }

    /** A fault struck. */
    synchronized void count(Fault fault) {
        provoked.merge(fault, 1, Integer::sum);
    }

    synchronized int provoked(Fault fault) {
        return provoked.getOrDefault(fault, 0);
    }

    /** Causes a fault at once, or in the middle of what comes next. */
    void cause(Fault fault, Random random) {
        if (random.nextBoolean()) {
            strike(fault, random);
        } else {
            later(random.nextInt(PAGE_MILLIS), () -> strike(fault, random));
        }
    }

    private synchronized void strike(Fault fault, Random random) {
        if (!sampling) {
            return;
        }
        count(fault);
        switch (fault) {
            case KILL_SERVER -> later(0, () -> server.killAndRestart(random.nextInt(LONGEST_MILLIS)));
            case TERMINATE -> server.execute(TERMINATE);
            case RESET -> proxy.reset();
            case CUT -> proxy.cutAfter(random.nextInt(200_000));
            case REFUSE -> {
                proxy.refuse();
                if (random.nextInt(4) > 0) {
                    later(random.nextInt(LONGEST_MILLIS), proxy::accept);
                }
            }
            case STALL -> {
                proxy.stall();
                Runnable end = random.nextBoolean() ? proxy::reset : () -> {};
                later(random.nextInt(LONGEST_MILLIS), () -> {
                    end.run();
                    proxy.unstall();
                });
            }
            case DELAY -> proxy.delay(Duration.ofMillis(5 + random.nextInt(25)));
            case THROTTLE -> proxy.throttle(500_000 + random.nextInt(1_000_000));
            case KILL_PROCESS -> throw new IllegalStateException("Only a process of its own is killed");
        }
    }

    private synchronized void later(long millis, Runnable action) {
        Executor delayed = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
        pending.add(CompletableFuture.runAsync(action, delayed));
    }

    /** Waits until what was begun has happened, and takes all faults away. */
    void mend() {
        end();
        for (CompletableFuture<Void> next = nextPending(); next != null; next = nextPending()) {
            next.join();
        }
        proxy.accept();
        proxy.unstall();
        proxy.delay(Duration.ZERO);
        proxy.throttle(0);
        proxy.cutAfter(Long.MAX_VALUE / 2);
    }

    private synchronized void end() {
        sampling = false;
    }

    private synchronized @Nullable CompletableFuture<Void> nextPending() {
        return pending.isEmpty() ? null : pending.remove(0);
    }

    @Override
    public void close() {
        proxy.close();
    }
}
