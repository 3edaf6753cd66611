package dev.dayone.connector.jdbc;

/** The contract on the oldest version of PostgreSQL that is tried. */
final class PostgresqlOldestTest extends PostgresqlContract {
    PostgresqlOldestTest() {
        super("oldest");
    }
}
