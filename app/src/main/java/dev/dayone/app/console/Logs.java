package dev.dayone.app.console;

import dev.dayone.pilot.snapshot.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.logging.log4j.core.config.Configurator;

/** Decides where the chatter of Spark and Camel goes. */
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
        // Reading the pilot may have begun to log already, to nowhere.
        Configurator.reconfigure();
    }

    /** How much a command says. */
    public enum Verbosity {
        QUIET,
        VERBOSE
    }
}
