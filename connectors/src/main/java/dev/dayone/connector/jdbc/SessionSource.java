package dev.dayone.connector.jdbc;

import dev.dayone.connector.guard.OneAccountDataSource;
import dev.dayone.connector.guard.StatementLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Opens connections and makes each session read-only on the server before anyone gets it. */
final class SessionSource extends OneAccountDataSource {
    private final DataSource driver;
    private final List<String> setup;
    private final StatementLog log;

    SessionSource(DataSource driver, List<String> setup, StatementLog log) {
        this.driver = driver;
        this.setup = setup;
        this.log = log;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.getConnection();
        log.opened();
        // Outside of a transaction, or the first roll-back would undo them.
        try (Statement statement = connection.createStatement()) {
            for (String sql : setup) {
                statement.execute(sql);
            }
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
