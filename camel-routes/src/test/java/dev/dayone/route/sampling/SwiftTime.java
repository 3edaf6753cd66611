package dev.dayone.route.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Time in which pauses are over at once: the clocks are put forward instead. */
public final class SwiftTime implements Timing {
    private final AtomicLong ahead = new AtomicLong();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Instant now() {
        return Instant.now().plusNanos(ahead.get());
    }

    @Override
    public long nanos() {
        return System.nanoTime() + ahead.get();
    }

    @Override
    public void pause(long nanos, Cancellation cancellation) {
        cancellation.pause(0);
        if (nanos > 0) {
            forward(Duration.ofNanos(nanos));
            pauses.add(Duration.ofNanos(nanos));
        }
    }

    public void forward(Duration time) {
        ahead.addAndGet(time.toNanos());
    }

    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
