package dev.dayone.sample;

import dev.dayone.sample.server.EmbeddedServer.Account;

/**
 * A database of the demo.
 *
 * @param source its name in the pilot: {@code crm} or {@code helpdesk}
 * @param product {@code PostgreSQL} or {@code MariaDB}
 * @param reader may read every table and nothing else
 * @param writer may also change rows: to see the safety gate close
 */
public record DemoServer(
        String source,
        String product,
        String host,
        int port,
        String database,
        String jdbcUrl,
        Account reader,
        Account writer) {}
