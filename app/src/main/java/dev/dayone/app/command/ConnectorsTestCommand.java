package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.app.console.TextTable;
import dev.dayone.connector.catalogue.ConnectorCatalogue;
import dev.dayone.connector.kit.KitResult;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.Fault;
import dev.dayone.route.doctor.ConnectorTrial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dayone connectors test}: tries a connector on a live source. */
@Command(
        name = "test",
        description = {
            "Try a connector on a live source: probe, discover, read to the end, go on from any page, types, a wrong",
            "credential, no write. Rows are read and forgotten. Ends with 1 when a check failed."
        },
        sortOptions = false)
final class ConnectorsTestCommand implements Callable<Integer> {
    private static final String ENDING = ".kamelet.yaml";

    private final Console console;

    @picocli.CommandLine.Parameters(
            paramLabel = "NAME|FILE",
            description = "The connector's name, or its file in a folder 'connectors'.")
    private String connector;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A parameter; a secret as '{{env:X}}' or '{{file:PATH}}'. Repeat it for each.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Mixin
    private CommonOptions options;

    ConnectorsTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path folder = folder();
        options.open(folder);
        String name = connector.endsWith(ENDING)
                ? String.valueOf(Path.of(connector).getFileName()).replace(ENDING, "")
                : connector;
        Source source = new Source(name, name, new Parameters(parameters), Limits.unsaid(name), Map.of(), false);
        List<KitResult> results = ConnectorTrial.run(source, folder);
        if (options.json()) {
            console.out().println(Json.write(results));
        } else {
            results.forEach(this::say);
        }
        return results.stream().mapToInt(ConnectorsTestCommand::exitCode).max().orElse(0);
    }

    private void say(KitResult result) {
        String outcome = result.outcome().name().replace('_', ' ');
        console.out()
                .println(TextTable.plain(
                        String.format(Locale.ROOT, "%-9s  %-16s  %s", outcome, result.check(), result.found())));
    }

    private static int exitCode(KitResult result) {
        Fault fault = result.fault();
        if (fault != null) {
            return fault.exitCode();
        }
        return result.outcome() == KitResult.Outcome.FAILED ? 1 : 0;
    }

    /** The folder that a pilot with this connector would lie in. */
    private Path folder() {
        if (!connector.endsWith(ENDING)) {
            return Path.of("").toAbsolutePath();
        }
        Path file = Path.of(connector).toAbsolutePath().normalize();
        Path above = file.getParent();
        Path folder = above == null ? null : above.getParent();
        boolean placed = above != null && above.endsWith(ConnectorCatalogue.FOLDER);
        if (folder == null || !placed || !Files.isRegularFile(file)) {
            throw new BadRequestException(
                    placed ? ErrorCode.FILE_NOT_FOUND : ErrorCode.COMMAND_INVALID,
                    "Cannot try connector '" + connector + "': "
                            + (placed ? "there is no such file" : "it does not lie in a folder 'connectors'")
                            + ", expected connectors/NAME.kamelet.yaml as beside a pilot. Put it there.");
        }
        return folder;
    }
}
