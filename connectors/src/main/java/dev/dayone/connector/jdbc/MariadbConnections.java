package dev.dayone.connector.jdbc;

import dev.dayone.connector.guard.OneAccountDataSource;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.mariadb.jdbc.Driver;

/** Opens connections by the driver's properties, for its own data source takes a URL, in which a password is encoded. */
final class MariadbConnections extends OneAccountDataSource {
    private static final String NO_TLS = "ssl not enabled";

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
        try {
            Connection connection = new Driver().connect(url, properties);
            if (connection == null) {
                throw new SQLException("The driver does not take its URL", "08001");
            }
            return connection;
        } catch (SQLException e) {
            throw explained(e, tls);
        }
    }

    /** The driver's failure, with what to change as its cause where only its words tell what that is. */
    private SQLException explained(SQLException failure, String tls) {
        String words = String.valueOf(failure.getMessage());
        String at = "the server at " + settings.place();
        if (words.contains("RSA public key")) {
            return refused(
                    ErrorCode.LOGIN_REFUSED,
                    "Cannot log in to '" + settings.source() + "' as '" + settings.username() + "': " + at
                            + " offers no TLS for a password of the kind caching_sha2_password, expected an encrypted"
                            + " line. Switch TLS on at the server, or set 'tls: disable' to have it encrypted with a"
                            + " key that the server sends.",
                    failure);
        }
        if (words.contains(NO_TLS) && !settings.tls().equals("prefer")) {
            return refused(
                    ErrorCode.PARAMETER_INVALID,
                    "Cannot connect to '" + settings.source() + "': " + at + " offers no TLS, expected it as 'tls: "
                            + tls + "' asks. Switch TLS on at the server, or set 'tls: prefer'.",
                    failure);
        }
        return failure;
    }

    private static SQLException refused(ErrorCode code, String message, SQLException failure) {
        return new SQLException(
                failure.getMessage(), failure.getSQLState(), new BadRequestException(code, message, failure));
    }

    /** Whether the server offers no TLS, or none that this side knows; a refused password is not sent again. */
    private static boolean isAboutTls(SQLException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SSLException || String.valueOf(at.getMessage()).contains(NO_TLS)) {
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
