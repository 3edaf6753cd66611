package dev.dayone.app.console;

import dev.dayone.pilot.snapshot.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import org.slf4j.LoggerFactory;

/** Decides where the chatter of Spark and Camel goes; to be called before anything logs. */
public final class Logs {
    private Logs() {}

    /** Sends the log to the workspace's file, and dayone's own lines to the console too if {@code verbose}. */
    public static void toWorkspace(Workspace workspace, Verbosity verbosity) {
        try {
            Files.createDirectories(workspace.root());
            System.setProperty("dayone.log", workspace.logFile().toString());
        } catch (IOException e) {
            // Without a log a command still works; a workspace that cannot be written is told when it is needed.
            System.setProperty("dayone.log", "");
        }
        System.setProperty("dayone.console.level", verbosity == Verbosity.VERBOSE ? "INFO" : "OFF");
        // Bound now, by one thread: loggers asked for while slf4j still looks for its provider complain on the console.
        LoggerFactory.getLogger(Logs.class).debug("Logging begins");
    }

    /** How much a command says. */
    public enum Verbosity {
        QUIET,
        VERBOSE
    }
}
