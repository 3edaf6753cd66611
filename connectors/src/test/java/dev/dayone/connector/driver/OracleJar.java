package dev.dayone.connector.driver;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Oracle's driver as the tests' class path holds it, to be put into a folder of drivers. */
public final class OracleJar {
    private OracleJar() {}

    public static void copyTo(Path folder) throws IOException {
        try {
            Class<?> driver = Class.forName("oracle.jdbc.OracleDriver", false, OracleJar.class.getClassLoader());
            Files.copy(
                    Path.of(driver.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    folder.resolve("ojdbc11.jar"));
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
