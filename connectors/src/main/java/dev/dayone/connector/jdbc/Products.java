package dev.dayone.connector.jdbc;

import java.util.Map;
import java.util.Objects;

/** The database products, by the name that their Kamelets give: a new one is added here and nowhere else. */
final class Products {
    private static final Map<String, Dialect> DIALECTS = Map.of(
            "postgresql", new PostgresqlDialect(), "mariadb", new MariadbDialect(), "mysql", new MariadbDialect());

    private Products() {}

    /** The ways of a product. */
    static Dialect dialect(String product) {
        return Objects.requireNonNull(DIALECTS.get(product), () -> "No dialect is named '" + product + "'");
    }
}
