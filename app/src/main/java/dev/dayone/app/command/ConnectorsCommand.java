package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.app.console.TextTable;
import dev.dayone.connector.catalogue.Connector;
import dev.dayone.connector.catalogue.ConnectorCatalogue;
import dev.dayone.pilot.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dayone connectors}: what there is to connect to, and what each connector asks for. */
@Command(
        name = "connectors",
        description = "List the connectors, or show the parameters of one with a source to copy.",
        subcommands = ConnectorsTestCommand.class,
        sortOptions = false)
final class ConnectorsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The connector to show.")
    private @Nullable String name;

    @Mixin
    private CommonOptions options;

    ConnectorsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ConnectorCatalogue catalogue = ConnectorCatalogue.beside(Path.of("").toAbsolutePath());
        if (name == null) {
            list(catalogue);
        } else {
            show(catalogue.connector(name));
        }
        return 0;
    }

    private void list(ConnectorCatalogue catalogue) {
        if (options.json()) {
            console.out().println(Json.write(catalogue.connectors()));
            return;
        }
        boolean ownOnes = catalogue.connectors().stream().anyMatch(connector -> !connector.isShipped());
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(ownOnes, "FROM", "NAME", "KIND", "TITLE", "TRIED AGAINST"));
        for (Connector connector : catalogue.connectors()) {
            String servers = connector.triedAgainst();
            rows.add(row(
                    ownOnes,
                    connector.isShipped() ? connector.origin() : ConnectorCatalogue.FOLDER + "/",
                    connector.name(),
                    connector.kind(),
                    connector.title(),
                    servers == null ? "no live server" : servers));
        }
        console.out().print(TextTable.render(rows, console.columns()));
        console.out().println();
        console.out().println("'dayone connectors NAME' shows its parameters; 'dayone connectors test NAME' tries it.");
    }

    /** Where all come with dayone, it is not said where each is from. */
    private static List<String> row(boolean withOrigin, String origin, String... cells) {
        List<String> row = new ArrayList<>(List.of(cells));
        if (withOrigin) {
            row.add(row.size() - 1, origin);
        }
        return row;
    }

    private void show(Connector connector) {
        ConnectorScreen screen = new ConnectorScreen(connector);
        if (options.json()) {
            console.out().println(Json.write(screen.json()));
        } else {
            screen.show(console);
        }
    }
}
