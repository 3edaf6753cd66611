package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.app.console.SamplingProgress;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.route.sampling.Sampler;
import dev.dayone.route.sampling.SamplingRequest;
import org.jspecify.annotations.Nullable;

/** The first half of a run: from sources to a snapshot. */
record Sampling(Console console, Workspace workspace) {
    /** Samples, for whoever only samples. */
    Snapshot sample(PilotFile file) {
        return sample(file, null);
    }

    /** Samples, and once the sources have answered makes ready to check: the two need different things. */
    Snapshot sampleToCheck(PilotFile file, SparkSettings spark) {
        return sample(file, () -> Measurement.prepare(workspace, spark));
    }

    private Snapshot sample(PilotFile file, @Nullable Runnable onFirstTable) {
        console.say("Sampling " + file.pilot().sources().size() + " source(s) of pilot '"
                + file.pilot().name() + "', read-only");
        SamplingRequest request = new SamplingRequest(file.pilot(), file.folder(), workspace, Version.current());
        try (SamplingProgress progress = SamplingProgress.on(console, onFirstTable);
                BreakOff breakOff = BreakOff.arm(request.settings().cancellation(), console)) {
            return Sampler.sample(request, progress);
        }
    }
}
