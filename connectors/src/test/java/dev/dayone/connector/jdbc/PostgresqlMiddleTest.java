package dev.dayone.connector.jdbc;

/** The contract on the middle version of PostgreSQL that is tried. */
final class PostgresqlMiddleTest extends PostgresqlContract {
    PostgresqlMiddleTest() {
        super("middle");
    }
}
