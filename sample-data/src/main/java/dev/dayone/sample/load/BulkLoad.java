package dev.dayone.sample.load;

import dev.dayone.sample.server.EmbeddedPostgresServer;
import dev.dayone.sample.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;

/** The fastest way into a product; both are fed with the same text. */
interface BulkLoad {
    /** Puts a stream's rows into an empty table and answers how many they were. */
    long load(Connection connection, String table, InputStream rows) throws SQLException, IOException;

    static BulkLoad into(EmbeddedServer server) {
        return server instanceof EmbeddedPostgresServer ? new PostgresCopy() : new MariaDbLoadData();
    }
}
