package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.app.console.SamplingProgress;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.route.sampling.Sampler;
import dev.dayone.route.sampling.SamplingRequest;

/** The first half of a run: from sources to a snapshot. */
record Sampling(Console console, Workspace workspace) {
    Snapshot sample(PilotFile file) {
        console.say("Sampling " + file.pilot().sources().size() + " source(s) of pilot '"
                + file.pilot().name() + "', read-only");
        SamplingRequest request = new SamplingRequest(file.pilot(), file.folder(), workspace, Version.current());
        try (SamplingProgress progress = SamplingProgress.on(console);
                BreakOff breakOff = BreakOff.arm(request.settings().cancellation(), console)) {
            return Sampler.sample(request, progress);
        }
    }
}
