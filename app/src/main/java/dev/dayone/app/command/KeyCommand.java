package dev.dayone.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code dayone key}: the key that a workspace's snapshots are encrypted under. */
@Command(
        name = "key",
        description = "Look after the key that a workspace's snapshots are encrypted under.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = KeyRotateCommand.class,
        mixinStandardHelpOptions = true)
final class KeyCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
