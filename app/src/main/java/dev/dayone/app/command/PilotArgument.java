package dev.dayone.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The pilot file that a command works on. */
final class PilotArgument {
    @Parameters(paramLabel = "PILOT", description = "The pilot file, such as pilot.yaml.")
    private Path file;

    Path file() {
        return file;
    }
}
