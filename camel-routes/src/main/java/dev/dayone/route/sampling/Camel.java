package dev.dayone.route.sampling;

import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.InternalFaultException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;

/** Camel with what routes need and no more: no JMX, no summaries, a short farewell. */
public final class Camel {
    private Camel() {}

    /** A started context, to be closed. */
    public static DefaultCamelContext start() {
        DefaultCamelContext context = new DefaultCamelContext(false);
        context.disableJMX();
        context.getCamelContextExtension().setName("dayone");
        context.setStartupSummaryLevel(StartupSummaryLevel.Off);
        context.setLoadHealthChecks(false);
        context.setUseBreadcrumb(false);
        context.getShutdownStrategy().setTimeout(5);
        context.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
        context.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        try {
            context.build();
            context.start();
            return context;
        } catch (Exception e) {
            throw new InternalFaultException(
                    ErrorCode.INTERNAL, "Cannot start Camel: expected it to start. Report it with the log.", e);
        }
    }
}
