package dev.dayone.connector.jdbc;

/** The contract by the connector of MariaDB. */
final class MariadbContractTest extends MariadbContract {
    MariadbContractTest() {
        super("mariadb");
    }
}
