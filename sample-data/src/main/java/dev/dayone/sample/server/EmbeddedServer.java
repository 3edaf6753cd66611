package dev.dayone.sample.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * A database server of our own that listens on 127.0.0.1 only and asks for passwords. Its process ends with
 * {@link #close()}, and with this JVM at the latest. Thread-safe.
 */
public sealed interface EmbeddedServer extends AutoCloseable permits EmbeddedPostgresServer, EmbeddedMariaDbServer {
    /** The only address that servers listen on. */
    String HOST = "127.0.0.1";

    /** The product's name: {@code PostgreSQL} or {@code MariaDB}. */
    String product();

    /** The port on {@link #HOST}. */
    int port();

    /** Where a database is found by JDBC; account and password are not part of it. */
    String jdbcUrl(String database);

    /** The account that may do everything. */
    Account admin();

    /** Makes an empty database. */
    void createDatabase(String database) throws SQLException;

    /** Makes an account, or changes its password and rights, for all tables that a database has now. */
    void grant(String database, Account account, Rights rights) throws SQLException;

    /** Ends the server in an orderly way and waits for its end. May be called again. */
    @Override
    void close();

    /** A user name with its password, which {@link #toString()} hides. */
    record Account(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** What an account may do with tables. */
    enum Rights {
        READ,
        READ_AND_WRITE
    }

    /** A connection as an account. */
    default Connection connect(String database, Account account) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", account.user());
        properties.setProperty("password", account.password());
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    /** A connection as the account that may do everything. */
    default Connection connect(String database) throws SQLException {
        return connect(database, admin());
    }

    /** Runs statements, one after the other, as the account that may do everything. */
    default void run(String database, List<String> statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
