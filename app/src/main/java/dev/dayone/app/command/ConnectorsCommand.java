package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.app.console.TextTable;
import dev.dayone.connector.catalogue.Connector;
import dev.dayone.connector.catalogue.ConnectorCatalogue;
import dev.dayone.connector.driver.DriverFolder;
import dev.dayone.pilot.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dayone connectors}: what there is to connect to, and what each connector asks for. */
@Command(
        name = "connectors",
        description = "List the connectors, or show the parameters of one with a source to copy.",
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
        List<List<String>> rows = new ArrayList<>();
        for (Connector connector : catalogue.connectors()) {
            rows.add(List.of(
                    connector.name(), connector.kind(), connector.title(), connector.origin(), tried(connector)));
        }
        console.out()
                .print(TextTable.render(
                        List.of("NAME", "KIND", "TITLE", "FROM", "TRIED AGAINST"), rows, console.columns()));
        console.out().println();
        console.out().println("'dayone connectors NAME' shows its parameters.");
    }

    private void show(Connector connector) {
        if (options.json()) {
            console.out().println(Json.write(connector));
            return;
        }
        console.out().println(connector.name() + " - " + connector.title());
        console.out().println(connector.description().strip());
        console.out().println("Tried against: " + tried(connector) + ".");
        if (connector.driver() != null) {
            console.out()
                    .println("Its driver is not shipped: put " + connector.driver() + " into '"
                            + DriverFolder.ofInstallation().path() + "'.");
        }
        console.out().println();
        List<List<String>> rows = new ArrayList<>();
        connector
                .parameters()
                .forEach((key, parameter) -> rows.add(List.of(
                        key,
                        parameter.required()
                                ? "required"
                                : parameter.defaultValue() == null ? "" : parameter.defaultValue(),
                        parameter.description()
                                + (parameter.choices().isEmpty()
                                        ? ""
                                        : " One of " + String.join(", ", parameter.choices()) + "."))));
        console.out().print(TextTable.render(List.of("PARAMETER", "DEFAULT", "WHAT"), rows, console.columns()));
        console.out().println();
        console.out().println("In a pilot:");
        console.out().println();
        console.out().print(example(connector));
    }

    private static String tried(Connector connector) {
        String servers = connector.triedAgainst();
        return servers == null ? "not tried against a live server" : servers;
    }

    private static String example(Connector connector) {
        StringBuilder yaml = new StringBuilder("sources:\n  my-system:\n    connector: ")
                .append(connector.name())
                .append("\n    parameters:\n");
        boolean first = connector.parameters().values().stream().noneMatch(Connector.Parameter::required);
        for (Map.Entry<String, Connector.Parameter> entry :
                connector.parameters().entrySet()) {
            String key = entry.getKey();
            Connector.Parameter parameter = entry.getValue();
            if (parameter.required() || first) {
                yaml.append("      ")
                        .append(key)
                        .append(": ")
                        .append(value(key, parameter))
                        .append('\n');
            }
            first = false;
        }
        return yaml.toString();
    }

    private static String value(String key, Connector.Parameter parameter) {
        if (parameter.secret()) {
            return "\"{{env:" + key.toUpperCase(java.util.Locale.ROOT) + "}}\"";
        }
        String example = parameter.example() == null ? parameter.defaultValue() : parameter.example();
        return example == null ? "..." : example;
    }
}
