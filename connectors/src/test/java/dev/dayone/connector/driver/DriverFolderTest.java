package dev.dayone.connector.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriverFolderTest {
    private static final DroppedDriver WANTED = new DroppedDriver("Tiny", "tiny.TinyDriver", "tiny.jar");

    @TempDir
    private Path folder;

    @TempDir
    private Path work;

    private Driver driver() {
        return new DriverFolder(folder).driver("shop", WANTED);
    }

    /** A JAR with a driver that says which class path it sees. */
    private void jar(String name, String type, String extended) throws IOException {
        Path source = Files.createDirectories(work.resolve("tiny")).resolve(type + ".java");
        Files.writeString(source, """
                package tiny;
                public class %s %s {
                  public java.sql.Connection connect(String url, java.util.Properties info) { return null; }
                  public boolean acceptsURL(String url) {
                    try { Class.forName("dev.dayone.connector.driver.DriverFolder"); return true; }
                    catch (ClassNotFoundException e) { return false; }
                  }
                  public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties info) {
                    return new java.sql.DriverPropertyInfo[0]; }
                  public int getMajorVersion() { return 7; }
                  public int getMinorVersion() { return 0; }
                  public boolean jdbcCompliant() { return false; }
                  public java.util.logging.Logger getParentLogger() { return null; }
                }
                """.formatted(type, extended));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        List.of("-d", work.toString(), source.toString()).toArray(new String[0]));
        assertThat(result).isZero();
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("tiny/" + type + ".class"));
            jar.write(Files.readAllBytes(work.resolve("tiny/" + type + ".class")));
        }
    }

    @Test
    void loadsTheDriverApartFromDayonesOwnClasses() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "no jar");
        jar("a-other.jar", "Other", "");
        jar("tiny-9.1.jar", "TinyDriver", "implements java.sql.Driver");
        assertThat(driver().getMajorVersion()).isEqualTo(7);
        assertThat(driver().acceptsURL("any")).isFalse();
        assertThat(driver()).isSameAs(driver());
    }

    @Test
    void aMissingDriverIsToldWithTheFolder() {
        assertThatThrownBy(this::driver)
                .hasMessage("Cannot attach 'shop': the driver for Tiny is not shipped, expected tiny.jar in '" + folder
                        + "'. Download it from the vendor, put it there and run again.")
                .isInstanceOfSatisfying(
                        BadRequestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DRIVER_MISSING));
        assertThatThrownBy(() -> new DriverFolder(folder.resolve("none")).driver("shop", WANTED))
                .hasMessageContaining("is not shipped, expected tiny.jar in '" + folder.resolve("none") + "'");
    }

    @Test
    void aBrokenJarIsNamed() throws IOException {
        Files.writeString(folder.resolve("tiny.jar"), "no archive", StandardCharsets.UTF_8);
        assertThatThrownBy(this::driver)
                .hasMessageStartingWith(
                        "Cannot attach 'shop': 'tiny.jar' cannot be opened as a JAR, expected tiny.jar");
    }

    @Test
    void aJarWithoutTheDriverIsNamed() throws IOException {
        jar("tiny.jar", "Other", "");
        assertThatThrownBy(this::driver)
                .hasMessageStartingWith("Cannot attach 'shop': 'tiny.jar' holds no tiny.TinyDriver, expected tiny.jar");
    }

    @Test
    void aClassThatIsNoDriverIsNamed() throws IOException {
        jar("tiny.jar", "TinyDriver", "");
        assertThatThrownBy(this::driver)
                .hasMessageStartingWith("Cannot attach 'shop': tiny.TinyDriver in 'tiny.jar' does not load"
                        + " (ClassCastException), expected tiny.jar");
    }

    @Test
    void theFolderLiesBesideTheLibrariesOrWhereTheVariableSays() {
        assertThat(DriverFolder.ofInstallation(name -> name.equals("DAYONE_DRIVERS") ? "/opt/drivers" : null)
                        .path())
                .isEqualTo(Path.of("/opt/drivers"));
        assertThat(DriverFolder.ofInstallation(name -> null).path().getFileName())
                .hasToString("drivers");
    }
}
