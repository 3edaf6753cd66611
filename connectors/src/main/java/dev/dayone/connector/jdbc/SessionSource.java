package dev.dayone.connector.jdbc;

import dev.dayone.connector.guard.OneAccountDataSource;
import dev.dayone.connector.guard.StatementLog;
import dev.dayone.pilot.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Opens connections and makes each session read-only on the server before anyone gets it. */
final class SessionSource extends OneAccountDataSource {
    private final DataSource driver;
    private final Dialect dialect;
    private final Dialect.Settings settings;
    private final Limits limits;
    private final StatementLog log;

    SessionSource(Dialect dialect, Dialect.Settings settings, Limits limits, StatementLog log) throws SQLException {
        this.driver = dialect.driver(settings, limits);
        this.dialect = dialect;
        this.settings = settings;
        this.limits = limits;
        this.log = log;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.getConnection();
        log.opened();
        // Outside of a transaction, or the first roll-back would undo them.
        try (Statement statement = connection.createStatement()) {
            List<String> setup = new ArrayList<>(dialect.sessionSetup(limits));
            setup.addAll(dialect.sessionSetup(limits, settings, connection));
            for (String sql : setup) {
                long start = System.nanoTime();
                statement.execute(sql);
                log.ran(sql, (System.nanoTime() - start) / 1_000_000);
            }
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
