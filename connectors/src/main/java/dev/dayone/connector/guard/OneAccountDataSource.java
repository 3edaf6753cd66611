package dev.dayone.connector.guard;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What every data source of a connector has in common: one account, ten seconds to log in, nothing to unwrap. */
public abstract class OneAccountDataSource implements DataSource {
    /** Seconds after which opening a connection is given up; set where connections are opened. */
    public static final int LOGIN_TIMEOUT = 10;

    @Override
    public final Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("A source has one account");
    }

    @Override
    public final @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public final void setLogWriter(PrintWriter out) {
        // Drivers write to slf4j or not at all.
    }

    @Override
    public final void setLoginTimeout(int seconds) {
        // Not to be changed from outside.
    }

    @Override
    public final int getLoginTimeout() {
        return LOGIN_TIMEOUT;
    }

    @Override
    public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException("A source is not unwrapped");
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
