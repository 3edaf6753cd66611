package dev.dayone.connector.jdbc;

import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Source;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A PostgreSQL of one of the versions that the build fetches: {@code oldest}, {@code middle} or {@code newest}. */
final class PostgresServer implements AutoCloseable {
    private final EmbeddedPostgres server;

    PostgresServer(String version) {
        try {
            server = EmbeddedPostgres.builder()
                    .setPgBinaryResolver((system, machine) -> binary(version))
                    .setServerConfig("log_timezone", "Europe/Madrid")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream binary(String version) throws IOException {
        try (ZipFile jar = new ZipFile(
                Path.of("target", "servers", "postgres-" + version + ".jar").toFile())) {
            ZipEntry entry = Objects.requireNonNull(jar.getEntry("postgres-linux-x86_64.txz"));
            try (InputStream in = jar.getInputStream(entry)) {
                return new ByteArrayInputStream(in.readAllBytes());
            }
        }
    }

    /** Runs statements as the superuser. */
    void run(String database, String... statements) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(Arrays.toString(statements), e);
        }
    }

    /** The first value that a query answers the superuser. */
    String value(String database, String query) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    Source source(String database, String username, String... more) {
        return TestDatabases.source("postgresql", server.getPort(), database, username, "any", more);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
