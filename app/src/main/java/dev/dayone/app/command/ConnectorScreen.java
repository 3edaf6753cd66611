package dev.dayone.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dayone.app.console.Console;
import dev.dayone.app.console.TextTable;
import dev.dayone.connector.catalogue.Connector;
import dev.dayone.connector.driver.DriverFolder;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is to be known of one connector: what it asks for, how gently it reads, and a source to copy into a pilot. */
record ConnectorScreen(Connector connector) {
    /** The connector with its limits and the source to copy. */
    ObjectNode json() {
        ObjectNode json = Json.MAPPER.valueToTree(connector);
        json.set("limits", Json.MAPPER.valueToTree(Limits.unsaid(connector.name())));
        json.put("pilot", snippet());
        return json;
    }

    void show(Console console) {
        say(console, connector.name() + " - " + connector.title());
        say(console, connector.description().strip());
        String servers = connector.triedAgainst();
        say(console, "Tried against: " + (servers == null ? "no live server" : servers) + ".");
        if (!connector.tables().isEmpty()) {
            say(console, "Tables: " + String.join(", ", connector.tables()) + ".");
        }
        if (connector.driver() != null) {
            say(
                    console,
                    "Its driver is not shipped: put " + connector.driver() + " into '"
                            + DriverFolder.ofInstallation().path() + "'.");
        }
        say(console, "");
        console.out()
                .print(TextTable.render(
                        List.of("PARAMETER", "DEFAULT", "EXAMPLE", "WHAT"), parameters(), console.columns()));
        say(console, "");
        say(console, limits());
        say(console, "");
        say(console, "In a pilot:");
        say(console, "");
        console.out().print(snippet());
    }

    private static void say(Console console, String line) {
        console.out().println(line);
    }

    private List<List<String>> parameters() {
        List<List<String>> rows = new ArrayList<>();
        connector
                .parameters()
                .forEach((name, parameter) -> rows.add(List.of(
                        name,
                        parameter.required() ? "required" : plain(parameter.defaultValue()),
                        plain(parameter.example()),
                        (parameter.secret() ? "Secret. " : "")
                                + parameter.description()
                                + (parameter.choices().isEmpty()
                                        ? ""
                                        : " One of " + String.join(", ", parameter.choices()) + "."))));
        return rows;
    }

    private static String plain(@Nullable String value) {
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }

    private String limits() {
        Limits limits = Limits.unsaid(connector.name());
        return String.format(
                Locale.ROOT,
                "Limits unless the pilot says otherwise: rowsPerSecond %,d; maxRows %,d a table; a run ends after %,d"
                        + " rows, %,d MB or %d minutes. docs/pilot.md has all.",
                limits.rowsPerSecond(),
                limits.maxRows(),
                limits.run().rows(),
                limits.run().bytes() / 1_000_000,
                limits.run().time().toMinutes());
    }

    /** A source that is valid as it stands, with the required parameters, or the first if none is. */
    String snippet() {
        StringBuilder yaml = new StringBuilder("sources:\n  my-system:\n    connector: ")
                .append(connector.name())
                .append("\n    parameters:\n");
        boolean noneRequired = connector.parameters().values().stream().noneMatch(Connector.Parameter::required);
        for (Map.Entry<String, Connector.Parameter> entry :
                connector.parameters().entrySet()) {
            if (entry.getValue().required() || noneRequired) {
                yaml.append("      ")
                        .append(entry.getKey())
                        .append(": ")
                        .append(value(entry.getKey(), entry.getValue()))
                        .append('\n');
                noneRequired = false;
            }
        }
        return yaml.toString();
    }

    private static String value(String name, Connector.Parameter parameter) {
        String example = parameter.example() == null ? parameter.defaultValue() : parameter.example();
        if (parameter.secret()) {
            String variable = name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
            return quoted("{{env:" + variable + "}}");
        }
        String text = example == null ? name : example;
        return text.matches("[A-Za-z0-9][A-Za-z0-9._/-]*") ? text : quoted(text);
    }

    /** As JSON, which YAML reads too. */
    private static String quoted(String text) {
        try {
            return Json.MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
