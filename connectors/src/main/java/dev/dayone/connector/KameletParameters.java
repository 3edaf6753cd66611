package dev.dayone.connector;

import dev.dayone.connector.guard.StatementLog;
import dev.dayone.pilot.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * What a Kamelet sets on its source: values, or references to an {@link Attachment}, which is remembered once seen, for
 * it is not to be found any more while the source is detached. Thread-safe once the parameters are set.
 */
public final class KameletParameters {
    private final Map<String, String> given = new LinkedHashMap<>();
    private final StatementLog ownLog = new StatementLog();
    private final Learned ownLearned = new Learned();
    private @Nullable CamelContext context;
    private volatile @Nullable Attachment attachment;

    /** The context that references are looked up in; null until Camel sets it. */
    public @Nullable CamelContext context() {
        return context;
    }

    public void context(CamelContext set) {
        context = set;
    }

    /** Sets a parameter. */
    public void put(String name, String value) {
        given.put(name, value);
    }

    /** Whether the Kamelet has set a parameter. */
    public boolean has(String name) {
        return given.containsKey(name);
    }

    /** The parameter as it was set. */
    public String written(String name) {
        return given.getOrDefault(name, "");
    }

    /** All parameters as they were set, for Camel to add to. */
    public Map<String, String> written() {
        return given;
    }

    /** The parameter with a reference replaced; empty if it was not set. */
    public String value(String name) {
        String text = written(name);
        Attachment owner = Attachment.of(context, text);
        return owner == null ? text : owner.value(text);
    }

    /** All parameters with references replaced. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        given.keySet().forEach(name -> values.put(name, value(name)));
        return values;
    }

    /** What the source is attached by; null outside of dayone. */
    public @Nullable Attachment attachment() {
        if (attachment == null) {
            attachment = given.values().stream()
                    .map(text -> Attachment.of(context, text))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return attachment;
    }

    /** The source's name in the pilot, or another outside of dayone. */
    public String source(String otherwise) {
        Attachment by = attachment();
        return by == null ? otherwise : by.source();
    }

    /** How gently to read. */
    public Limits limits() {
        Attachment by = attachment();
        return by == null ? Limits.DEFAULT : by.limits();
    }

    /** Where statements are counted. */
    public StatementLog log() {
        Attachment by = attachment();
        return by == null ? ownLog : by.log();
    }

    /** What was found out about the source. */
    public Learned learned() {
        Attachment by = attachment();
        return by == null ? ownLearned : by.learned();
    }

    /** Runs when the source is detached; outside of dayone, never. */
    public void onClose(Runnable action) {
        Attachment by = attachment();
        if (by != null) {
            by.onClose(action);
        }
    }
}
