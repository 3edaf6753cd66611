package dev.dayone.connector.catalogue;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The connectors that there are, read from their YAML. Starts nothing. */
public final class ConnectorCatalogue {
    /** The folder beside a pilot that may hold connectors of its own. */
    public static final String FOLDER = "connectors";

    private static final String ENDING = ".kamelet.yaml";
    static final List<String> SHIPPED = List.of(
            "csv",
            "freshdesk",
            "h2",
            "hubspot",
            "intercom",
            "jira-service-management",
            "jsonl",
            "mariadb",
            "mysql",
            "oracle",
            "parquet",
            "pipedrive",
            "postgresql",
            "redmine",
            "request-tracker",
            "rest",
            "salesforce",
            "servicenow",
            "sqlite",
            "sqlserver",
            "zendesk");

    private final Map<String, Connector> connectors;
    private final Map<String, String> besidePilot;

    private ConnectorCatalogue(Map<String, Connector> connectors, Map<String, String> besidePilot) {
        this.connectors = Collections.unmodifiableMap(connectors);
        this.besidePilot = Map.copyOf(besidePilot);
    }

    /** The connectors that come with dayone. */
    public static ConnectorCatalogue shipped() {
        return beside(null);
    }

    /**
     * The connectors that come with dayone and those in the folder {@code connectors} of a pilot's folder. Throws
     * {@link BadRequestException} CONNECTOR_INVALID for one that holds what somebody else's may not.
     */
    public static ConnectorCatalogue beside(@Nullable Path pilotFolder) {
        Map<String, Connector> found = new TreeMap<>();
        Map<String, String> definitions = new TreeMap<>();
        for (Path file : files(pilotFolder)) {
            String yaml = text(file);
            String origin = FOLDER + "/" + file.getFileName();
            Connector connector = KameletFile.read(yaml, origin);
            String name = String.valueOf(file.getFileName()).replace(ENDING, "");
            definitions.put(connector.name(), Json.write(AllowedConnector.checked(yaml, origin, name)));
            found.put(connector.name(), connector);
        }
        found.putAll(Shipped.CONNECTORS);
        return new ConnectorCatalogue(found, definitions);
    }

    /** Every connector, by name. */
    public Collection<Connector> connectors() {
        return connectors.values();
    }

    /** The connector of a name. Throws {@link BadRequestException} CONNECTOR_UNKNOWN with the nearest name. */
    public Connector connector(String name) {
        Connector found = connectors.get(name);
        if (found == null) {
            throw new BadRequestException(
                    ErrorCode.CONNECTOR_UNKNOWN,
                    "Cannot find connector '" + name + "'" + Nearest.hint(name, connectors.keySet())
                            + ", expected one of " + String.join(", ", connectors.keySet())
                            + ". List them with 'dayone connectors'.");
        }
        return found;
    }

    /** The Kamelet of a connector that did not come with dayone, as it was checked; empty for one that did. */
    public Optional<String> definition(Connector connector) {
        return Optional.ofNullable(besidePilot.get(connector.name()));
    }

    /**
     * The connector that a source may be run with. Throws {@link BadRequestException} for an unknown one, and for
     * parameters that it does not take or lacks: all of them at once.
     */
    public Connector runnable(Source source) {
        Connector connector = connector(source.connector());
        List<String> problems = ParameterCheck.problems(source, connector);
        if (!problems.isEmpty()) {
            throw new BadRequestException(
                    ErrorCode.PARAMETER_INVALID,
                    "Cannot use the parameters of source '" + source.name() + "': " + String.join("; ", problems)
                            + ". See 'dayone connectors " + connector.name() + "'.");
        }
        return connector;
    }

    private static List<Path> files(@Nullable Path pilotFolder) {
        Path folder = pilotFolder == null ? null : pilotFolder.resolve(FOLDER);
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw notReadable(folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw notReadable(file, e);
        }
    }

    private static BadRequestException notReadable(Path path, IOException cause) {
        return new BadRequestException(
                ErrorCode.FILE_NOT_READABLE,
                "Cannot read '" + path + "': " + cause.getClass().getSimpleName()
                        + ", expected connectors as UTF-8 YAML. Check the file and its rights.",
                cause);
    }

    /** Read once, when first asked for: a catalogue is made for every source that is attached. */
    private static final class Shipped {
        static final Map<String, Connector> CONNECTORS = SHIPPED.stream()
                .collect(Collectors.toUnmodifiableMap(
                        name -> name, name -> KameletFile.read(text(name), Connector.SHIPPED)));

        private static String text(String name) {
            String resource = "/kamelets/" + name + ENDING;
            try (InputStream in = ConnectorCatalogue.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("No " + resource + " on the class path");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
