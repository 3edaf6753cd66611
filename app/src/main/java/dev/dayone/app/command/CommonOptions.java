package dev.dayone.app.command;

import dev.dayone.app.console.Logs;
import dev.dayone.pilot.snapshot.Workspace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Where snapshots, runs and the log are kept. Default: .dayone beside the pilot.")
    private @Nullable Path workspace;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more of what is done.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli writes and reads it.
    private boolean help;

    boolean json() {
        return json;
    }

    /** The workspace: as given, else beside the pilot. From here on the log goes there. */
    Workspace open(Path folder) {
        Workspace chosen = new Workspace(workspace == null ? folder.resolve(Workspace.DEFAULT_NAME) : workspace);
        Logs.toWorkspace(chosen, verbose ? Logs.Verbosity.VERBOSE : Logs.Verbosity.QUIET);
        return chosen;
    }
}
