package dev.dayone.connector.file;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The last step of a file Kamelet that failed: hands the failure on, which names itself, without a log of Camel's own. */
public final class FailureStep implements Processor {
    @Override
    public void process(Exchange exchange) throws Exception {
        throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }
}
