package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.snapshot.KeyRotation;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceLock;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dayone key rotate}: a new key in the place of the workspace's. */
@Command(
        name = "rotate",
        description = {
            "Put a new key in the place of the workspace's. Its snapshots stay readable, the former key opens",
            "nothing any more. With DAYONE_NEW_KEY set, that is the new key: put it into DAYONE_KEY afterwards."
        },
        sortOptions = false)
final class KeyRotateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private CommonOptions options;

    KeyRotateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Workspace workspace = options.open(Path.of("").toAbsolutePath());
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            KeyRotation.Done done = KeyRotation.rotate(workspace);
            if (options.json()) {
                console.out().println(Json.write(Map.of("key", done.key().id(), "place", done.place())));
            } else {
                console.out()
                        .println("The key of '" + workspace.root() + "' is new and in " + done.place()
                                + "; the former one opens nothing any more.");
            }
            return 0;
        }
    }
}
