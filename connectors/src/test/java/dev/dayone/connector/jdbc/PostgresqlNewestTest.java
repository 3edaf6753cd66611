package dev.dayone.connector.jdbc;

/** The contract on the newest version of PostgreSQL that is tried. */
final class PostgresqlNewestTest extends PostgresqlContract {
    PostgresqlNewestTest() {
        super("newest");
    }
}
