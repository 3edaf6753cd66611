package dev.dayone.connector.jdbc;

import dev.dayone.connector.guard.OneAccountDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens a SQLite file so that nothing beside it is made either: a file in WAL mode without its two companions would get
 * them from a reader, so it is opened as one that does not change, and watched.
 */
final class SqliteConnections extends OneAccountDataSource {
    private static final int WRITE_VERSION_AT = 18;
    private static final int WAL = 2;

    private final Path file;

    SqliteConnections(Path file) {
        this.file = file;
    }

    @Override
    public Connection getConnection() throws SQLException {
        boolean still = isWithoutWriter();
        Properties properties = new Properties();
        // SQLITE_OPEN_URI is among the flags that the driver has no name for.
        properties.setProperty("open_mode", String.valueOf(SQLiteOpenMode.READONLY.flag | 0x40));
        // Percent signs stand for what a URI would take for its own.
        String url = "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro" + (still ? "&immutable=1" : "");
        Connection connection = new JDBC().connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not take its URL", "08001");
        }
        return still ? UnchangedFile.watched(connection, file) : connection;
    }

    /** Whether the file is in WAL mode and no process has it open. */
    private boolean isWithoutWriter() throws SQLException {
        if (!isWal()) {
            return false;
        }
        boolean log = size(companion("-wal")) > 0;
        boolean index = size(companion("-shm")) >= 0;
        if (log && !index) {
            throw new SQLException("A log without its index", null, SQLiteErrorCode.SQLITE_READONLY.code);
        }
        return !log && !(index && size(companion("-wal")) == 0);
    }

    private boolean isWal() throws SQLException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(WRITE_VERSION_AT + 1);
            return head.length > WRITE_VERSION_AT && head[WRITE_VERSION_AT] == WAL;
        } catch (IOException e) {
            throw new SQLException("The file cannot be read", null, SQLiteErrorCode.SQLITE_CANTOPEN.code, e);
        }
    }

    private Path companion(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Bytes, or -1 for no such file. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }
}
