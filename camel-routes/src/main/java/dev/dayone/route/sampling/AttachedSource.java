package dev.dayone.route.sampling;

import dev.dayone.connector.SourceConnection;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.InternalFaultException;
import java.nio.file.Path;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A source attached in a Camel context of its own. Sources are read side by side, and a context takes changes of its
 * routes from one thread only. For use by one thread at a time.
 */
public final class AttachedSource implements AutoCloseable {
    private final Source source;
    private final DefaultCamelContext context;
    private final ProducerTemplate template;
    private final SourceConnection connection;

    private AttachedSource(Source source, DefaultCamelContext context, SourceConnection connection) {
        this.source = source;
        this.context = context;
        this.template = context.createProducerTemplate();
        this.connection = connection;
    }

    /** Attaches a source; nothing is sent yet. Throws as {@link SourceConnection#attach} does. */
    public static AttachedSource attach(Source source, Path pilotFolder) {
        DefaultCamelContext context = Camel.start();
        try {
            return new AttachedSource(source, context, SourceConnection.attach(context, source, pilotFolder));
        } catch (RuntimeException e) {
            context.stop();
            throw e;
        }
    }

    /** Attaches a source with routes that read it. */
    static AttachedSource attach(Source source, Path pilotFolder, RoutesBuilder routes) {
        AttachedSource attached = attach(source, pilotFolder);
        try {
            attached.context.addRoutes(routes);
            return attached;
        } catch (Exception e) {
            attached.close();
            throw new InternalFaultException(
                    ErrorCode.INTERNAL,
                    "Cannot sample '" + source.name() + "': " + e.getClass().getSimpleName()
                            + ", expected its routes to start. Report it with the log.",
                    e);
        }
    }

    /** The source as the pilot has it. */
    public Source source() {
        return source;
    }

    /** The way to ask it. */
    public SourceConnection connection() {
        return connection;
    }

    DefaultCamelContext context() {
        return context;
    }

    ProducerTemplate template() {
        return template;
    }

    /** Detaches the source; done again, it does nothing. */
    @Override
    public void close() {
        if (!context.isStopped()) {
            connection.close();
            context.stop();
        }
    }
}
