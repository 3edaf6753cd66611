package dev.dayone.app;

import dev.dayone.app.command.RootCommand;
import dev.dayone.app.console.Console;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int exitCode = RootCommand.commandLine(Console.ofProcess()).execute(args);
        System.out.flush();
        System.err.flush();
        // Spark and the embedded servers leave threads that would keep the process up.
        System.exit(exitCode);
    }
}
