package dev.dayone.connector.driver;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of drivers that are not shipped. It lies beside dayone's libraries, or where the variable
 * {@code DAYONE_DRIVERS} says: a JAR is code, and a pilot's folder holds none. Thread-safe.
 */
public final class DriverFolder {
    /** The environment variable, or the system property {@code dayone.drivers}, that names another folder. */
    public static final String VARIABLE = "DAYONE_DRIVERS";

    private static final String PROPERTY = "dayone.drivers";
    // One loader a JAR, for as long as dayone runs: a driver keeps threads and statics of its own.
    private static final Map<String, Driver> LOADED = new ConcurrentHashMap<>();

    private final Path folder;

    public DriverFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The installation's folder. */
    public static DriverFolder ofInstallation() {
        return ofInstallation(System::getenv);
    }

    static DriverFolder ofInstallation(UnaryOperator<@Nullable String> environment) {
        String chosen = System.getProperty(PROPERTY, environment.apply(VARIABLE));
        return new DriverFolder(chosen == null || chosen.isEmpty() ? besideLibraries() : Path.of(chosen));
    }

    private static Path besideLibraries() {
        CodeSource code = DriverFolder.class.getProtectionDomain().getCodeSource();
        try {
            URI location = code.getLocation().toURI();
            return Path.of(location).resolveSibling("../drivers");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the JARs are looked for. */
    public Path path() {
        return folder;
    }

    /**
     * The driver from the first JAR, by name, that holds it; nothing else of the folder is loaded. Throws
     * {@link BadRequestException} DRIVER_MISSING.
     */
    public Driver driver(String source, DroppedDriver wanted) {
        List<String> broken = new ArrayList<>();
        for (Path jar : jars(source, wanted)) {
            try (JarFile opened = new JarFile(jar.toFile())) {
                if (opened.getEntry(wanted.entry()) != null) {
                    return loaded(source, wanted, jar);
                }
            } catch (IOException e) {
                broken.add(String.valueOf(jar.getFileName()));
            }
        }
        if (!broken.isEmpty()) {
            throw missing(source, wanted, "'" + String.join("', '", broken) + "' cannot be opened as a JAR", null);
        }
        if (Files.exists(folder.resolve(wanted.jar()))) {
            throw missing(source, wanted, "'" + wanted.jar() + "' holds no " + wanted.className(), null);
        }
        throw missing(source, wanted, "the driver for " + wanted.product() + " is not shipped", null);
    }

    private List<Path> jars(String source, DroppedDriver wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw missing(source, wanted, "the folder of drivers cannot be read", e);
        }
    }

    private Driver loaded(String source, DroppedDriver wanted, Path jar) throws IOException {
        String identity = jar + "@" + Files.getLastModifiedTime(jar).toMillis() + "/" + Files.size(jar) + "/"
                + wanted.className();
        return LOADED.computeIfAbsent(identity, unused -> load(source, wanted, jar));
    }

    private Driver load(String source, DroppedDriver wanted, Path jar) {
        try {
            URL[] urls = {jar.toUri().toURL()};
            // The loader stays open: drivers load most of their classes later.
            @SuppressWarnings("resource")
            URLClassLoader loader = new URLClassLoader("driver", urls, ClassLoader.getPlatformClassLoader());
            return loader.loadClass(wanted.className())
                    .asSubclass(Driver.class)
                    .getConstructor()
                    .newInstance();
        } catch (IOException | ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw missing(
                    source,
                    wanted,
                    wanted.className() + " in '" + jar.getFileName() + "' does not load ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    private BadRequestException missing(String source, DroppedDriver wanted, String found, @Nullable Throwable cause) {
        return new BadRequestException(
                ErrorCode.DRIVER_MISSING,
                "Cannot attach '" + source + "': " + found + ", expected " + wanted.jar() + " in '" + folder
                        + "'. Download it from the vendor, put it there and run again.",
                cause);
    }
}
