package dev.dayone.connector.file;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dayone.connector.Headers;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.snapshot.Probe;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** The only step of a file Kamelet, a bean over its {@link FileSource}: answers the three operations. */
public final class FileStep implements Processor {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private @Nullable FileSource source;

    /** Set by the Kamelet. */
    public void setSource(FileSource source) {
        this.source = source;
    }

    @Override
    public void process(Exchange exchange) {
        FileSource files = Objects.requireNonNull(source, "A Kamelet's step has no source");
        Message message = exchange.getMessage();
        String operation = message.getHeader(Headers.OPERATION, String.class);
        message.removeHeader(Headers.NEXT_CURSOR);
        if (Headers.PROBE.equals(operation)) {
            message.setBody(Json.MAPPER.convertValue(probe(files), MAP));
        } else if (Headers.DISCOVER.equals(operation)) {
            message.setBody(files.tables().values().stream().map(FileStep::map).toList());
        } else {
            message.setBody(read(files, message));
        }
    }

    private static Probe probe(FileSource files) {
        int count = files.files().size();
        return new Probe(
                files.format().product(),
                "(" + count + (count == 1 ? " file)" : " files)"),
                "UTC",
                "none: files",
                false,
                List.of(),
                List.of(),
                "every file is opened for reading alone, and none is made beside it",
                null,
                "none: files",
                0);
    }

    private static Map<String, Object> map(FileTable table) {
        Map<String, Object> map = Json.MAPPER.convertValue(table.info(), MAP);
        map.put("readable", true);
        map.put("random", "scan");
        map.put("paged", true);
        return map;
    }

    private static Object read(FileSource files, Message message) {
        FileTable table = files.table(message.getHeader(Headers.TABLE, String.class));
        Map<?, ?> selection = message.getHeader(Headers.SELECTION, Map.of("method", "all"), Map.class);
        FileSelection asked = new FileSelection(files, table, strings(message.getHeader(Headers.COLUMNS)));
        return asked.answer(selection, (List<?>) message.getHeader(Headers.CURSOR));
    }

    private static @Nullable List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : null;
    }
}
