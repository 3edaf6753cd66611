package dev.dayone.connector.jdbc;

/** The contract by the connector of MySQL, for which a MariaDB stands in: they speak alike. */
final class MysqlContractTest extends MariadbContract {
    MysqlContractTest() {
        super("mysql");
    }
}
