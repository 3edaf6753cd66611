package dev.dayone.connector.jdbc;

import dev.dayone.connector.guard.OneAccountDataSource;
import dev.dayone.pilot.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** Opens connections by the driver's properties, for its own data source takes a URL, in which a password is encoded. */
final class MariadbConnections extends OneAccountDataSource {
    private final Dialect.Settings settings;
    private final Limits limits;

    MariadbConnections(Dialect.Settings settings, Limits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.username());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "10000");
        properties.setProperty(
                "socketTimeout", String.valueOf(limits.statementTimeout().toMillis() + 20_000));
        properties.setProperty("tinyInt1isBit", "false");
        properties.setProperty("yearIsDateType", "false");
        properties.setProperty("connectionAttributes", "program_name:dayone");
        properties.setProperty(
                "sslMode",
                switch (settings.tls()) {
                    case "require" -> "trust";
                    case "verify" -> "verify-full";
                    default -> "disable";
                });
        String url = "jdbc:mariadb://address=(host=" + plain(settings.host()) + ")(port=" + settings.port() + ")/";
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not take its URL", "08001");
        }
        return connection;
    }

    private static String plain(String host) throws SQLException {
        if (!host.matches("[\\p{L}\\p{N}._:%-]+")) {
            throw new SQLException("The host's name has characters that no host name has", "08001");
        }
        return host;
    }
}
