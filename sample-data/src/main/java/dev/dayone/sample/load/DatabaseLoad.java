package dev.dayone.sample.load;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.TableRows;
import dev.dayone.sample.server.EmbeddedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** Makes a database and fills its tables. */
public final class DatabaseLoad {
    private final EmbeddedServer server;
    private final String database;

    /** A load into a database that does not exist yet; its name is that of the script with the tables. */
    public DatabaseLoad(EmbeddedServer server, String database) {
        this.server = server;
        this.database = database;
    }

    /**
     * What was loaded.
     *
     * @param rows how many, by table
     */
    public record Loaded(Map<String, Long> rows, DefectLog defects) {}

    /** Loads the tables in their order; the listener hears of each with its rows. */
    public Loaded load(List<TableRows> tables, ObjLongConsumer<String> listener) throws SQLException, IOException {
        SqlScript script = SqlScript.read(database + "." + server.product().toLowerCase(Locale.ROOT) + ".sql");
        server.createDatabase(database);
        server.run(database, script.before());
        Map<String, Long> rows = new LinkedHashMap<>();
        DefectLog defects = new DefectLog();
        BulkLoad bulk = BulkLoad.into(server);
        try (Connection connection = server.connect(database)) {
            for (TableRows table : tables) {
                table.plantInTable(defects);
                long loaded = bulk.load(connection, table.table(), new RowStream(table, defects));
                rows.put(table.table(), loaded);
                listener.accept(table.table(), loaded);
            }
            finish(connection, script.after());
        }
        return new Loaded(rows, defects);
    }

    private static void finish(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
