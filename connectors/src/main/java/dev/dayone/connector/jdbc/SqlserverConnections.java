package dev.dayone.connector.jdbc;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import dev.dayone.connector.guard.OneAccountDataSource;
import dev.dayone.pilot.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to SQL Server by the driver's properties: no value enters a URL. */
final class SqlserverConnections extends OneAccountDataSource {
    private static final String CONNECTION_FAILED = "08S01";

    private final Dialect.Settings settings;
    private final Limits limits;

    SqlserverConnections(Dialect.Settings settings, Limits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = new SQLServerDriver().connect("jdbc:sqlserver://", properties());
        if (connection == null) {
            throw new SQLException("The driver does not take its URL", CONNECTION_FAILED);
        }
        return connection;
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("serverName", settings.host());
        properties.setProperty("portNumber", String.valueOf(settings.port()));
        properties.setProperty("databaseName", settings.database());
        properties.setProperty("user", settings.username());
        properties.setProperty("password", settings.password());
        properties.setProperty("applicationName", "dayone");
        properties.setProperty("applicationIntent", "ReadOnly");
        properties.setProperty("loginTimeout", String.valueOf(LOGIN_TIMEOUT));
        properties.setProperty("connectRetryCount", "0");
        long statement = Math.max(1, limits.statementTimeout().toSeconds());
        properties.setProperty("queryTimeout", String.valueOf(statement));
        properties.setProperty(
                "socketTimeout", String.valueOf(limits.statementTimeout().toMillis() + 20_000));
        properties.setProperty(
                "lockTimeout", String.valueOf(limits.lockTimeout().toMillis()));
        properties.setProperty("encrypt", settings.tls().equals("disable") ? "false" : "true");
        properties.setProperty(
                "trustServerCertificate", String.valueOf(settings.tls().equals("require")));
        return properties;
    }
}
