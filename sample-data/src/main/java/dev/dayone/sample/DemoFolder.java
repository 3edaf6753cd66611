package dev.dayone.sample;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.sample.generator.Company;
import dev.dayone.sample.server.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies where in a demo's folder:
 *
 * <pre>
 * pilot.yaml  planted-defects.json  secrets/
 * servers/v1-seed42-scale1/postgresql/  mariadb/  loaded.json (written last)
 * </pre>
 */
record DemoFolder(Path root, DemoScale scale) {
    private static final String VERSION = "v" + Company.DATA_VERSION + "-";

    Path pilot() {
        return root.resolve("pilot.yaml");
    }

    Path plantedDefects() {
        return root.resolve("planted-defects.json");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    private Path allData() {
        return root.resolve("servers");
    }

    /** The data folders of one company. */
    Path data() {
        return allData().resolve(VERSION + scale.label());
    }

    Path postgres() {
        return data().resolve("postgresql");
    }

    Path mariaDb() {
        return data().resolve("mariadb");
    }

    Path marker() {
        return data().resolve("loaded.json");
    }

    /** Where programs go if the user's cache cannot be written. */
    Path programs() {
        return root.resolve("programs");
    }

    /** Removes the data of companies that older versions of dayone made. */
    void deleteOutdated() throws IOException {
        if (!Files.isDirectory(allData())) {
            return;
        }
        List<Path> outdated;
        try (Stream<Path> kept = Files.list(allData())) {
            outdated = kept.filter(path -> !path.getFileName().toString().startsWith(VERSION))
                    .toList();
        }
        for (Path path : outdated) {
            FileTree.delete(path);
        }
    }

    /** Makes the folder and holds its lock until the channel is closed. */
    FileChannel lock() throws IOException {
        PrivateFiles.createFolder(root);
        PrivateFiles.createFolder(secrets());
        FileChannel channel =
                FileChannel.open(root.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the same answer.
        }
        channel.close();
        throw new BadRequestException(
                ErrorCode.WORKSPACE_LOCKED,
                "Cannot start the demo in '" + root + "': another demo runs there, expected a folder of its own."
                        + " Wait for its end, or choose another folder.");
    }
}
