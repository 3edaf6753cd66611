package dev.dayone.connector.jdbc;

import dev.dayone.connector.guard.OneAccountDataSource;
import dev.dayone.pilot.error.BadRequestException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;
import org.h2.api.ErrorCode;

/** Opens an H2 database, a file read-only and never made; what could pass for a setting in its URL is refused. */
final class H2Connections extends OneAccountDataSource {
    static final String ENDING = ".mv.db";

    private final Dialect.Settings settings;

    H2Connections(Dialect.Settings settings) {
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.username());
        properties.setProperty("password", settings.password());
        properties.setProperty("IFEXISTS", "TRUE");
        String url = settings.file().isEmpty() ? server() : file(properties);
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not take its URL", "08001");
        }
        return connection;
    }

    private String file(Properties properties) throws SQLException {
        if (!settings.file().endsWith(ENDING)) {
            throw new SQLException("Not " + ENDING, null, ErrorCode.FILE_VERSION_ERROR_1);
        }
        if (settings.file().indexOf(';') >= 0) {
            throw new BadRequestException(
                    dev.dayone.pilot.error.ErrorCode.PARAMETER_INVALID,
                    "Cannot open '" + settings.place() + "' in '" + settings.source()
                            + "': its path has a semicolon, behind which" + " the driver expects settings. Rename it.");
        }
        properties.setProperty("ACCESS_MODE_DATA", "r");
        Path file = Path.of(settings.file()).toAbsolutePath();
        return "jdbc:h2:file:" + file.toString().substring(0, file.toString().length() - ENDING.length());
    }

    private String server() throws SQLException {
        if (!settings.host().matches("[\\p{L}\\p{N}._:\\[\\]-]+")) {
            throw new SQLException("The host's name has characters that no host name has", "08001");
        }
        if (settings.database().indexOf(';') >= 0) {
            throw new SQLException("A semicolon in a name", null, ErrorCode.REMOTE_DATABASE_NOT_FOUND_1);
        }
        String scheme = settings.tls().equals("require") ? "ssl" : "tcp";
        return "jdbc:h2:" + scheme + "://" + settings.host() + ":" + settings.port() + "/" + settings.database();
    }
}
