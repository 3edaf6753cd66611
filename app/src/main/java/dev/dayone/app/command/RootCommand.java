package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.app.console.Failures;
import dev.dayone.pilot.error.ErrorCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code dayone}: shows the help, and leads to the commands. */
@Command(
        name = "dayone",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Tells from live production data whether an AI pilot can be built on it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            SampleCommand.class,
            CheckCommand.class,
            SuggestCommand.class,
            DiscoverCommand.class,
            DoctorCommand.class,
            ConnectorsCommand.class,
            ReportCommand.class,
            HistoryCommand.class,
            DiffCommand.class,
            CohortCommand.class,
            ReviewCommand.class,
            SuiteCommand.class,
            KeyCommand.class,
        },
        footer = {
            "",
            "Exit codes: 0 READY; 1 NOT_READY or UNDETERMINED; 2 the command or a file is wrong;",
            "3 a source could not be read whole (what was read is kept); 4 a fault of dayone.",
            "",
            "Start with 'dayone demo': it runs everything on a made-up company in embedded databases."
        })
public final class RootCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** The command line, ready to execute, speaking to a console. */
    public static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new RootCommand(), new Factory(console));
        line.setOut(writer(console.out()));
        line.setErr(writer(console.err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(Math.min(120, Math.max(80, console.columns())));
        line.setParameterExceptionHandler((failure, args) -> wrongArguments(console, failure));
        line.setExecutionExceptionHandler((failure, command, result) ->
                Failures.tell(console, isJson(result), failure, System.getProperty("dayone.log", "")));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongArguments(Console console, ParameterException failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        List<String> near =
                failure instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        console.say(ErrorCode.COMMAND_INVALID + ": Cannot run '" + command + "': " + message
                + (near.isEmpty() ? "" : ", did you mean '" + near.get(0) + "'?")
                + (message.endsWith(".") || !near.isEmpty() ? "" : ".") + " See '" + command + " --help'.");
        return ErrorCode.COMMAND_INVALID.fault().exitCode();
    }

    private static boolean isJson(ParseResult result) {
        ParseResult innermost = result;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost.hasMatchedOption("--json");
    }

    private static PrintWriter writer(java.io.PrintStream stream) {
        return new PrintWriter(new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Hands the console to whichever command asks for it. */
    private record Factory(Console console) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Console.class).newInstance(console);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
