package dev.dayone.connector;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dayone.connector.catalogue.Connector;
import dev.dayone.connector.catalogue.ConnectorCatalogue;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.InternalFaultException;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.TableInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/** A source while it is attached: the records' side of the operations that Kamelets answer in maps and lists. */
public final class SourceConnection implements AutoCloseable {
    private static final TypeReference<List<Map<String, Object>>> MAPS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> LOOKUPS = new TypeReference<>() {};

    private final Attachment attachment;
    private final ProducerTemplate template;
    private final String uri;

    private SourceConnection(CamelContext context, Attachment attachment) {
        this.attachment = attachment;
        this.uri = attachment.uri();
        this.template = context.createProducerTemplate();
    }

    /**
     * Checks a source's parameters, resolves their placeholders and attaches it; nothing is sent yet. Throws
     * {@link dev.dayone.pilot.error.BadRequestException} for an unknown connector, wrong parameters or placeholders.
     */
    public static SourceConnection attach(CamelContext context, Source source, Path pilotFolder) {
        ConnectorCatalogue catalogue = ConnectorCatalogue.beside(pilotFolder);
        Connector connector = catalogue.runnable(source);
        catalogue.definition(connector).ifPresent(definition -> load(context, connector, definition));
        Map<String, String> values = new Placeholders(pilotFolder, System::getenv).resolve(source);
        Map<String, String> placed = new FileParameters(pilotFolder, source).place(connector, values);
        return new SourceConnection(context, new Attachment(context, source, placed, new PilotFolder(pilotFolder)));
    }

    /** Camel is given what was checked, not the file, which may be read otherwise or have changed. */
    private static void load(CamelContext context, Connector connector, String definition) {
        try {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(connector.name() + ".kamelet.yaml", definition));
        } catch (Exception e) {
            throw new BadRequestException(
                    ErrorCode.CONNECTOR_INVALID,
                    "Cannot load connector '" + connector.origin() + "': Camel refused it ("
                            + e.getClass().getSimpleName() + "), expected a Kamelet. Compare it with the one in"
                            + " docs/connectors.md.",
                    e);
        }
    }

    /** The source's name in the pilot. */
    public String name() {
        return attachment.source();
    }

    /** The URI of the attached Kamelet; holds no values. */
    public String uri() {
        return uri;
    }

    /** Asks the source of itself and the account. */
    public Probe probe() {
        return Json.MAPPER.convertValue(ask(Headers.PROBE, Headers.TABLES, null), Probe.class);
    }

    /** Asks the source for its tables, by name. */
    public List<DiscoveredTable> discover() {
        return discover(Set.of());
    }

    /**
     * Asks the source for some of its tables, none named: for all. The others come as well: without columns where each
     * would have to be asked for.
     */
    public List<DiscoveredTable> discover(Set<String> names) {
        List<DiscoveredTable> tables = new ArrayList<>();
        Object answer = ask(Headers.DISCOVER, Headers.TABLES, names.isEmpty() ? null : List.copyOf(names));
        for (Map<String, Object> map : Json.MAPPER.convertValue(answer, MAPS)) {
            String random = String.valueOf(map.getOrDefault("random", "none"));
            boolean readable = !Boolean.FALSE.equals(map.get("readable"));
            tables.add(new DiscoveredTable(
                    Json.MAPPER.convertValue(map, TableInfo.class),
                    readable,
                    readable ? "" : String.valueOf(map.getOrDefault("remedy", "grant it SELECT")),
                    DiscoveredTable.RandomAccess.valueOf(random.toUpperCase(Locale.ROOT)),
                    means(map),
                    Boolean.TRUE.equals(map.get("paged"))));
        }
        return tables;
    }

    private static DiscoveredTable.@Nullable Means means(Map<String, Object> map) {
        if (!(map.get("lookups") instanceof Map<?, ?> lookups)) {
            return null;
        }
        Object latest = map.get("latest");
        return new DiscoveredTable.Means(
                Json.MAPPER.convertValue(lookups, LOOKUPS),
                latest == null ? null : String.valueOf(latest),
                (int) number(map, "pageRows", 1),
                number(map, "calls", 0));
    }

    private static long number(Map<String, Object> map, String name, long otherwise) {
        return map.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    /** What was found out about the source. */
    public Learned learned() {
        return attachment.learned();
    }

    /** What was done to the source since it was attached. */
    public Receipt receipt() {
        return attachment.log().receipt();
    }

    private Object ask(String operation, String header, @Nullable Object value) {
        Exchange answer = template.request(uri, exchange -> {
            exchange.getMessage().setHeader(Headers.OPERATION, operation);
            exchange.getMessage().setHeader(header, value);
        });
        if (answer.getException() != null) {
            throw failure(name(), answer.getException());
        }
        return answer.getMessage().getBody();
    }

    /** The named failure inside of what Camel threw, or an internal fault. */
    public static DayoneException failure(String source, Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof DayoneException known) {
                return known;
            }
        }
        return new InternalFaultException(
                ErrorCode.INTERNAL,
                "Cannot read '" + source + "': " + thrown.getClass().getSimpleName()
                        + ", expected an answer of its connector. Report it with the log.",
                thrown);
    }

    @Override
    public void close() {
        template.stop();
        attachment.close();
    }
}
