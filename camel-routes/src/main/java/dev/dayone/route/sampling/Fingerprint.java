package dev.dayone.route.sampling;

import dev.dayone.connector.catalogue.Connector;
import dev.dayone.connector.catalogue.ConnectorCatalogue;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells whether two samplings ask for the same rows. Secrets do not decide that, so they are left out. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Pilot pilot, ConnectorCatalogue catalogue, WorkspaceKey key) {
        Map<String, Object> asked = new LinkedHashMap<>();
        pilot.sources().forEach((name, source) -> asked.put(name, of(source, catalogue.connector(source.connector()))));
        asked.put("named", new TreeSet<>(pilot.needs().keySet()).toString());
        asked.put("checked", new TreeSet<>(pilot.checks().keySet()).toString());
        asked.put("flow", String.valueOf(pilot.flow()));
        // The key's hash takes capitals as equal; names of tables may differ in nothing else.
        byte[] text = Json.write(asked).getBytes(StandardCharsets.UTF_8);
        return key.hash(HexFormat.of().formatHex(text));
    }

    private static List<Object> of(Source source, Connector connector) {
        Map<String, Object> parameters = new TreeMap<>(source.parameters().values());
        parameters.keySet().removeIf(name -> {
            Connector.Parameter parameter = connector.parameters().get(name);
            return parameter != null && parameter.secret();
        });
        Map<String, Object> tables = new TreeMap<>();
        source.tables()
                .forEach((name, table) -> tables.put(
                        name,
                        List.of(
                                String.valueOf(table.asked()),
                                new TreeSet<>(table.hash()),
                                new TreeSet<>(table.drop()),
                                new TreeMap<>(table.schema()).toString())));
        return List.of(connector.name(), parameters, source.limits().maxRows(), tables);
    }
}
