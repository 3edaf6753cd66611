package dev.dayone.connector;

import dev.dayone.connector.guard.StatementLog;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableSelection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * A source's resolved parameters while it is attached. Kamelets are given references ({@code attached:1:password}) in
 * place of values, so that no value is URI-encoded, taken for a placeholder or a bean, or seen in a URI or route dump.
 */
public final class Attachment implements AutoCloseable {
    private static final String SCHEME = "attached:";
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final CamelContext context;
    private final Source source;
    private final PilotFolder folder;
    private final Map<String, String> values;
    private final String handle = SCHEME + NUMBERS.incrementAndGet();
    private final StatementLog log = new StatementLog();
    private final Learned learned = new Learned();
    private final Deque<Runnable> closing = new ArrayDeque<>();

    Attachment(CamelContext context, Source source, Map<String, String> values, PilotFolder folder) {
        this.context = context;
        this.source = source;
        this.folder = folder;
        this.values = new LinkedHashMap<>(values);
        context.getRegistry().bind(handle, this);
    }

    /** The attachment that a reference belongs to, or null if the text is a value as it stands. */
    public static @Nullable Attachment of(@Nullable CamelContext context, @Nullable String text) {
        if (context == null || text == null || !text.startsWith(SCHEME)) {
            return null;
        }
        int end = text.indexOf(':', SCHEME.length());
        return end < 0 ? null : context.getRegistry().lookupByNameAndType(text.substring(0, end), Attachment.class);
    }

    /** The value that a reference stands for. */
    public String value(String reference) {
        String value = values.get(reference.substring(handle.length() + 1));
        return value == null ? reference : value;
    }

    /** The source's name in the pilot. */
    public String source() {
        return source.name();
    }

    /** How gently to read. */
    public Limits limits() {
        return source.limits();
    }

    /** What the pilot says of a table. */
    public TableSelection table(String table) {
        return source.table(table);
    }

    /** The folder that the source's paths are below. */
    public PilotFolder folder() {
        return folder;
    }

    /** Where statements are counted. */
    public StatementLog log() {
        return log;
    }

    /** What was found out about the source. */
    public Learned learned() {
        return learned;
    }

    /** Runs when the source is detached. */
    public synchronized void onClose(Runnable action) {
        closing.push(action);
    }

    /** The URI of the source's Kamelet: names and references, no values. */
    String uri() {
        String number = handle.substring(SCHEME.length());
        StringBuilder uri = new StringBuilder("kamelet:" + source.connector() + "/attached-" + number);
        char separator = '?';
        for (String name : values.keySet()) {
            uri.append(separator)
                    .append(name)
                    .append('=')
                    .append(handle)
                    .append(':')
                    .append(name);
            separator = '&';
        }
        return uri.toString();
    }

    @Override
    public synchronized void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
        values.clear();
        context.getRegistry().unbind(handle);
    }

    @Override
    public String toString() {
        return "Attachment[" + source.name() + "]";
    }
}
