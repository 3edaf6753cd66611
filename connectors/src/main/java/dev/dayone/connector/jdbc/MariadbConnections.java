package dev.dayone.connector.jdbc;

import dev.dayone.connector.guard.OneAccountDataSource;
import dev.dayone.pilot.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.net.ssl.SSLException;
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
        if (!settings.tls().equals("prefer")) {
            return connected(settings.tls());
        }
        try {
            return connected("require");
        } catch (SQLException e) {
            if (isAboutTls(e)) {
                return connected("plain");
            }
            throw e;
        }
    }

    private Connection connected(String tls) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.username());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "10000");
        properties.setProperty(
                "socketTimeout", String.valueOf(limits.statementTimeout().toMillis() + 20_000));
        properties.setProperty("tinyInt1isBit", "false");
        properties.setProperty("yearIsDateType", "false");
        properties.setProperty("connectionAttributes", "program_name:dayone");
        // Whoever sits on a line without TLS could send a key of its own and read the password: only who switched TLS
        // off has taken that upon himself.
        properties.setProperty("allowPublicKeyRetrieval", String.valueOf(tls.equals("disable")));
        properties.setProperty(
                "sslMode",
                switch (tls) {
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

    /** Whether the server offers no TLS, or none that this side knows; a refused password is not sent again. */
    private static boolean isAboutTls(SQLException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SSLException || String.valueOf(at.getMessage()).contains("ssl not enabled")) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String host) throws SQLException {
        if (!host.matches("[\\p{L}\\p{N}._:%-]+")) {
            throw new SQLException("The host's name has characters that no host name has", "08001");
        }
        return host;
    }
}
