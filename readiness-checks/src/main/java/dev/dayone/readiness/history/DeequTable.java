package dev.dayone.readiness.history;

import dev.dayone.pilot.Json;
import dev.dayone.readiness.engine.KeptResults;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Deequ's results in a table of the history. */
final class DeequTable implements KeptResults {
    private final HistoryPlace place;
    private final Connection connection;

    DeequTable(HistoryPlace place, Connection connection) {
        this.place = place;
        this.connection = connection;
    }

    /** Under which a table of a run is kept. */
    static Map<String, String> tags(String pilot, String run, String table) {
        return Map.of("pilot", pilot, "run", run, "table", table);
    }

    /** Keeps results of one date by their tags, of which there are none yet. */
    void insert(Instant date, Map<Map<String, String>, String> results) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        results.forEach(
                (tags, result) -> rows.add(List.of(date.toEpochMilli(), Json.write(new TreeMap<>(tags)), result)));
        Rows.insert(connection, "dayone_deequ_result", rows);
    }

    @Override
    public void put(long date, Map<String, String> tags, String result) {
        String key = Json.write(new TreeMap<>(tags));
        try (PreparedStatement old =
                connection.prepareStatement("DELETE FROM dayone_deequ_result WHERE dataset_date = ? AND tags = ?")) {
            old.setLong(1, date);
            old.setString(2, key);
            old.executeUpdate();
            Rows.insert(connection, "dayone_deequ_result", List.of(List.of(date, key, result)));
        } catch (SQLException e) {
            throw HistoryDatabase.failed(place, e);
        }
    }

    @Override
    public List<String> between(long from, long to) {
        try {
            return Rows.select(
                    connection,
                    "SELECT result FROM dayone_deequ_result WHERE dataset_date BETWEEN ? AND ?"
                            + " ORDER BY dataset_date, tags",
                    List.of(from, to),
                    answer -> answer.getString("result"));
        } catch (SQLException e) {
            throw HistoryDatabase.failed(place, e);
        }
    }
}
