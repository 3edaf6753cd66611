package dev.dayone.connector.driver;

/**
 * A JDBC driver that whoever runs dayone puts into the folder of drivers.
 *
 * @param product that it is for, such as {@code Oracle}
 * @param className of the {@link java.sql.Driver}
 * @param jar as its vendor names it, such as {@code ojdbc11.jar}
 */
public record DroppedDriver(String product, String className, String jar) {
    String entry() {
        return className.replace('.', '/') + ".class";
    }
}
