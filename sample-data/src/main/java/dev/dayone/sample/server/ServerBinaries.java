package dev.dayone.sample.server;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the servers' programs are unpacked to: once per user, about 400 MB, shared by all demos and tests.
 *
 * @param folder belongs to the user alone, for programs are run from it
 */
public record ServerBinaries(Path folder) {
    /** The folder {@code dayone/servers} in the user's cache: {@code $XDG_CACHE_HOME} or {@code ~/.cache}. */
    public static ServerBinaries shared() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base = cache == null || cache.isBlank()
                ? Path.of(System.getProperty("user.home", "."), ".cache")
                : Path.of(cache);
        return new ServerBinaries(base.resolve("dayone").resolve("servers").toAbsolutePath());
    }

    /** The shared folder, or one inside the given folder where the user's cache cannot be written. */
    public static ServerBinaries sharedOr(Path fallback) {
        ServerBinaries shared = shared();
        try {
            PrivateFiles.createFolder(shared.folder());
            return Files.isWritable(shared.folder()) ? shared : new ServerBinaries(fallback);
        } catch (java.io.IOException e) {
            return new ServerBinaries(fallback);
        }
    }

    Path postgres() {
        return folder.resolve("postgresql");
    }

    Path mariaDb(String version) {
        return folder.resolve("mariadb-" + version);
    }
}
