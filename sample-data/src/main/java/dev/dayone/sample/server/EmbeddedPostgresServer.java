package dev.dayone.sample.server;

import dev.dayone.pilot.snapshot.FileTree;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** PostgreSQL in a folder: the data is kept there, another start finds it again. */
public final class EmbeddedPostgresServer implements EmbeddedServer {
    private static final String ADMIN = "postgres";

    private final EmbeddedPostgres server;
    private final Account admin;

    private EmbeddedPostgresServer(EmbeddedPostgres server, Account admin) {
        this.server = server;
        this.admin = admin;
    }

    /** Starts a server whose data, log and administrator's password lie in a folder, made if it is not there. */
    public static EmbeddedPostgresServer start(Path folder, ServerBinaries binaries) throws ServerFailedException {
        try {
            PrivateFiles.createFolder(folder);
            PrivateFiles.createFolder(binaries.postgres());
            LeftOverServer.end(folder.resolve("data").resolve("postmaster.pid"), "postgres");
            Account admin = new Account(ADMIN, PrivateFiles.password(folder.resolve("admin.password")));
            EmbeddedPostgres server = launch(folder.toAbsolutePath(), binaries, admin);
            endWithThisJvm(server);
            return new EmbeddedPostgresServer(server, admin);
        } catch (IOException | RuntimeException e) {
            throw new ServerFailedException("PostgreSQL did not start: " + ServerFailedException.reason(e), e);
        }
    }

    /** The library's own hook is off: set while the JVM already ends, it would throw and leave the server running. */
    private static void endWithThisJvm(EmbeddedPostgres server) throws IOException {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    // Nobody is left to tell; the next start ends what still runs.
                }
            }));
        } catch (IllegalStateException e) {
            server.close();
            throw new IOException("interrupted", e);
        }
    }

    private static EmbeddedPostgres launch(Path folder, ServerBinaries binaries, Account admin) throws IOException {
        Path data = folder.resolve("data");
        if (Files.isDirectory(data) && !Files.isRegularFile(data.resolve("PG_VERSION"))) {
            FileTree.delete(data);
        }
        Redirect log = Redirect.appendTo(folder.resolve("server.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(binaries.postgres().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(FreePort.find())
                .setPGStartupWait(Duration.ofSeconds(30))
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // The library asks for "trust"; given later, these win: nobody logs in without a password.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.resolve("admin.password").toString())
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", admin.password())
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "40")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("maintenance_work_mem", "64MB")
                .start();
    }

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port() + "/" + database;
    }

    @Override
    public Account admin() {
        return admin;
    }

    @Override
    public void createDatabase(String database) throws SQLException {
        run(ADMIN, List.of("CREATE DATABASE " + SqlName.quoted(database, '"')));
        // PostgreSQL 14 lets everybody make tables in a new database; an account that only reads must not.
        run(
                database,
                List.of(
                        "REVOKE ALL ON DATABASE " + SqlName.quoted(database, '"') + " FROM PUBLIC",
                        "REVOKE ALL ON SCHEMA public FROM PUBLIC"));
    }

    @Override
    public void grant(String database, Account account, Rights rights) throws SQLException {
        String user = SqlName.quoted(account.user(), '"');
        String what = rights == Rights.READ ? "SELECT" : "SELECT, INSERT, UPDATE, DELETE";
        run(
                database,
                List.of(
                        "DO $$ BEGIN CREATE ROLE " + user + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                        "ALTER ROLE " + user + " PASSWORD '" + SqlName.checkedPassword(account.password()) + "'",
                        "GRANT CONNECT ON DATABASE " + SqlName.quoted(database, '"') + " TO " + user,
                        "GRANT USAGE ON SCHEMA public TO " + user,
                        "GRANT " + what + " ON ALL TABLES IN SCHEMA public TO " + user));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
