package dev.dayone.route.sampling;

import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs of one workspace in swift time. */
final class Runs {
    final SwiftTime time = new SwiftTime();
    Cancellation cancellation = new Cancellation();
    private final Path folder;
    private final RetryPolicy retry;

    Runs(Path folder, int tries) {
        this.folder = folder;
        this.retry = new RetryPolicy(tries, Duration.ofMillis(10));
    }

    Workspace workspace() {
        return new Workspace(folder.resolve("work"));
    }

    Snapshot run(Pilot pilot, SampleListener listener) {
        SamplingRequest.Settings settings = new SamplingRequest.Settings(retry, 7, cancellation, time);
        return Sampler.sample(new SamplingRequest(pilot, folder, workspace(), "test", settings), listener);
    }

    Snapshot run(Pilot pilot) {
        return run(pilot, new SampleListener() {});
    }

    List<Map<String, @Nullable Object>> rows(Snapshot snapshot, TableRef table) {
        return SnapshotRows.read(workspace(), snapshot, table);
    }

    static Pilot with(Pilot pilot, Flow flow) {
        return new Pilot(
                pilot.name(),
                pilot.description(),
                null,
                null,
                pilot.sources(),
                flow,
                pilot.needs(),
                pilot.checks(),
                pilot.metrics(),
                pilot.gates(),
                null,
                pilot.retention());
    }
}
