package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which snapshot of a pilot a command works on. */
final class SnapshotOption {
    @Option(names = "--snapshot", paramLabel = "ID", description = "Which snapshot. Default: the pilot's newest.")
    private @Nullable String snapshot;

    /**
     * The snapshot that was chosen, or the newest complete one. Throws {@link BadRequestException} if there is none.
     *
     * @param verb what it is wanted for, as messages say it
     * @param file the pilot's
     */
    Snapshot chosen(String verb, Workspace workspace, Pilot pilot, Path file, Console console) {
        if (snapshot != null) {
            Snapshot found = workspace.snapshot(snapshot);
            if (!found.manifest().pilot().equals(pilot.name())) {
                throw new BadRequestException(
                        ErrorCode.SNAPSHOT_UNKNOWN,
                        "Cannot " + verb + " snapshot '" + snapshot + "' for pilot '" + pilot.name()
                                + "': it is of pilot '" + found.manifest().pilot() + "'. Choose another.");
            }
            return found;
        }
        Snapshot newest = workspace
                .newestSnapshot(pilot.name())
                .orElseThrow(() -> new BadRequestException(
                        ErrorCode.SNAPSHOT_UNKNOWN,
                        "Cannot " + verb + " pilot '" + pilot.name() + "': no complete snapshot in '" + workspace.root()
                                + "'. Run 'dayone sample " + file + "' first."));
        workspace
                .brokenOffAfter(newest.manifest().id())
                .ifPresent(id -> console.say("Snapshot " + id + " is younger, was broken off and is not checked:"
                        + " 'dayone sample' resumes it."));
        return newest;
    }
}
