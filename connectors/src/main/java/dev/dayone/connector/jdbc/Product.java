package dev.dayone.connector.jdbc;

import java.util.Locale;

/** The database products, by the name that their Kamelets give: a new one is added here and nowhere else. */
enum Product {
    POSTGRESQL(new PostgresqlDialect()),
    MARIADB(new MariadbDialect()),
    MYSQL(new MariadbDialect());

    private final Dialect dialect;

    Product(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The product of a Kamelet's name. */
    static Product of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Dialect dialect() {
        return dialect;
    }
}
