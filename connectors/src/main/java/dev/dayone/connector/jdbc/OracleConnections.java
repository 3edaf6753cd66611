package dev.dayone.connector.jdbc;

import dev.dayone.connector.driver.DriverFolder;
import dev.dayone.connector.driver.DroppedDriver;
import dev.dayone.connector.guard.OneAccountDataSource;
import dev.dayone.pilot.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to Oracle by the driver in the folder of drivers; names that could pass for settings are refused. */
final class OracleConnections extends OneAccountDataSource {
    static final DroppedDriver DRIVER = new DroppedDriver("Oracle", "oracle.jdbc.OracleDriver", "ojdbc11.jar");
    static final String READ_ONLY = "SET TRANSACTION READ ONLY";

    private static final int NO_SUCH_SERVICE = 12514;

    private final Dialect.Settings settings;
    private final Limits limits;

    OracleConnections(Dialect.Settings settings, Limits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = DriverFolder.ofInstallation()
                .driver(settings.source(), DRIVER)
                .connect("jdbc:oracle:thin:@" + descriptor(), properties());
        if (connection == null) {
            throw new SQLException("The driver does not take its URL", "08001");
        }
        int seconds = Math.toIntExact(Math.max(1, limits.statementTimeout().toSeconds()));
        return ReadOnlyTransactions.over(connection, READ_ONLY, seconds);
    }

    String descriptor() throws SQLException {
        if (!settings.host().matches("[\\p{L}\\p{N}._:-]+")) {
            throw new SQLException("The host's name has characters that no host name has", "08001");
        }
        if (!settings.database().matches("[\\p{L}\\p{N}._$#-]+")) {
            throw new SQLException("The service's name has characters that none has", "08001", NO_SUCH_SERVICE);
        }
        String protocol = settings.tls().equals("verify") ? "tcps" : "tcp";
        return "(DESCRIPTION=(ADDRESS=(PROTOCOL=" + protocol + ")(HOST=" + settings.host() + ")(PORT=" + settings.port()
                + "))(CONNECT_DATA=(SERVICE_NAME=" + settings.database() + ")))";
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", settings.username());
        properties.setProperty("password", settings.password());
        properties.setProperty("v$session.program", "dayone");
        properties.setProperty("oracle.net.CONNECT_TIMEOUT", String.valueOf(LOGIN_TIMEOUT * 1000));
        properties.setProperty(
                "oracle.jdbc.ReadTimeout",
                String.valueOf(limits.statementTimeout().toMillis() + 20_000));
        properties.setProperty("oracle.net.ssl_server_dn_match", "true");
        // Servers do not know every region that a JDK knows.
        properties.setProperty("oracle.jdbc.timezoneAsRegion", "false");
        return properties;
    }
}
