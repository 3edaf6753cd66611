package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.readiness.cohort.CohortRule;
import dev.dayone.sample.server.EmbeddedMariaDbServer;
import dev.dayone.sample.server.ServerBinaries;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MariaDB chooses the same records. */
class CohortOnMariaDbTest {
    @TempDir
    private Path folder;

    @Test
    void choosesTheSameKeysWhateverTheCharacterSet() throws Exception {
        // A server takes plain texts into a column's character set, but not those it cannot write there.
        List<CohortRule> rules = Stream.of("it's \\ a pilot", "Łódź")
                .map(salt -> new CohortRule(salt, new BigDecimal("0.3")))
                .toList();
        try (EmbeddedMariaDbServer server = EmbeddedMariaDbServer.start(folder, ServerBinaries.shared())) {
            server.createDatabase("kit");
            try (Connection connection = DriverManager.getConnection(
                            server.jdbcUrl("kit"),
                            server.admin().user(),
                            server.admin().password());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (n bigint, `the ``Key` varchar(40) CHARACTER SET latin1,"
                        + " wide varchar(40) CHARACTER SET utf8mb4, day date)");
                statement.execute("INSERT INTO t SELECT seq * 7919 - 500, CONCAT('Zoë ', seq), CONCAT('Łódź ', seq),"
                        + " DATE '2020-01-01' + INTERVAL seq DAY FROM seq_1_to_2000");
                for (String column : List.of("n", "the `Key", "wide", "day")) {
                    String quoted = "`" + column.replace("`", "``") + "`";
                    List<String> all = keys(statement, "SELECT " + quoted + " FROM t ORDER BY n");
                    for (CohortRule rule : rules) {
                        assertThat(keys(
                                        statement,
                                        "SELECT " + quoted + " FROM t WHERE " + rule.mysql(column) + " ORDER BY n"))
                                .as(column)
                                .isEqualTo(all.stream().filter(rule::holds).toList())
                                .hasSizeBetween(500, 700);
                    }
                }
            }
        }
    }

    private static List<String> keys(Statement statement, String sql) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }
}
