package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.suite.GreatExpectationsSuite;
import dev.dayone.pilot.suite.UncarriedRule;
import dev.dayone.pilot.yaml.PilotLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dayone suite}: a pilot's checks as suites of Great Expectations. */
@Command(
        name = "suite",
        description = {
            "Write a pilot's checks, those of Soda and DQDL among them, as suites of Great Expectations 1.x.",
            "What it does not know is left out and named."
        },
        sortOptions = false)
final class SuiteCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Option(names = "--table", paramLabel = "SOURCE.TABLE", description = "Of this table alone. Default: of each.")
    private @Nullable String table;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Write SOURCE.TABLE.json into this folder. Default: one table's suite to the output.")
    private @Nullable Path output;

    @Option(names = "--replace", description = "Replace files that are there.")
    private boolean replace;

    @Option(names = "--json", description = "Say which files were written, and what was left out, as JSON.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli writes and reads it.
    private boolean help;

    SuiteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Pilot loaded = PilotLoader.load(pilot.file()).pilot();
        Map<TableRef, List<Expectation>> chosen = chosen(loaded);
        Map<TableRef, String> suites = new LinkedHashMap<>();
        chosen.forEach((ref, checks) -> suites.put(ref, GreatExpectationsSuite.write(ref.toString(), checks)));
        Map<String, List<String>> leftOut = leftOut(chosen);
        if (output == null) {
            suites.values().forEach(console.out()::print);
            tell(leftOut);
            return 0;
        }
        List<Path> written = new SuiteFiles(output).write(suites, replace);
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("written", written.stream().map(Path::toString).toList());
            answer.put("leftOut", leftOut);
            console.out().println(Json.write(answer));
            return 0;
        }
        written.forEach(file -> console.out().println("Wrote " + file));
        tell(leftOut);
        return 0;
    }

    private Map<TableRef, List<Expectation>> chosen(Pilot loaded) {
        List<String> names =
                loaded.checks().keySet().stream().map(TableRef::toString).toList();
        if (names.isEmpty()) {
            throw wrong("Cannot write a suite of pilot '" + loaded.name() + "': it has no checks. Give it some.");
        }
        if (table == null) {
            if (output == null && names.size() > 1) {
                throw wrong("Cannot write " + names.size() + " suites of pilot '" + loaded.name()
                        + "' to one output: name a table with --table, or a folder with --output.");
            }
            return loaded.checks();
        }
        for (Map.Entry<TableRef, List<Expectation>> entry : loaded.checks().entrySet()) {
            if (entry.getKey().toString().equals(table)) {
                return Map.of(entry.getKey(), entry.getValue());
            }
        }
        throw wrong("Cannot write a suite of '" + table + "': the pilot has no checks of it"
                + Nearest.hint(table, names) + ", expected one of " + String.join(", ", names) + ".");
    }

    /** What Great Expectations does not know, by table. */
    private static Map<String, List<String>> leftOut(Map<TableRef, List<Expectation>> chosen) {
        Map<String, List<String>> leftOut = new LinkedHashMap<>();
        chosen.forEach((ref, checks) -> {
            List<String> unknown = checks.stream()
                    .filter(check -> !GreatExpectationsSuite.knows(check.type()))
                    .map(check -> check.type().equals(UncarriedRule.TYPE)
                            ? UncarriedRule.words(check.kwargs())
                            : check.type())
                    .toList();
            if (!unknown.isEmpty()) {
                leftOut.put(ref.toString(), unknown);
            }
        });
        return leftOut;
    }

    private void tell(Map<String, List<String>> leftOut) {
        leftOut.forEach((ref, unknown) ->
                console.say(ref + ": left out, as Great Expectations does not know it: " + String.join("; ", unknown)));
    }

    private static BadRequestException wrong(String message) {
        return new BadRequestException(ErrorCode.COMMAND_INVALID, message);
    }
}
