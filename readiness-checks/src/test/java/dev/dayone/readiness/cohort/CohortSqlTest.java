package dev.dayone.readiness.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** PostgreSQL chooses the same records. */
final class CohortSqlTest {
    @Test
    void choosesTheSameKeysInPostgresql() throws Exception {
        CohortRule rule = new CohortRule("it's \\ a pilot ü", new BigDecimal("0.3"));
        Set<String> ours = new TreeSet<>();
        Set<String> theirs = new TreeSet<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (\"the \"\"Key\" bigint)");
            statement.execute("INSERT INTO t SELECT n * 7919 - 500 FROM generate_series(1, 2000) n");
            try (ResultSet all = statement.executeQuery("SELECT * FROM t")) {
                while (all.next()) {
                    if (rule.holds(all.getString(1))) {
                        ours.add(all.getString(1));
                    }
                }
            }
            try (ResultSet chosen =
                    statement.executeQuery("SELECT * FROM t WHERE " + rule.postgresql(List.of("the \"Key")))) {
                while (chosen.next()) {
                    theirs.add(chosen.getString(1));
                }
            }
        }
        assertThat(theirs).isEqualTo(ours).hasSizeBetween(500, 700);
    }

    @Test
    void choosesTheSameRecordsByAKeyOfTwoColumns() throws Exception {
        CohortRule rule = new CohortRule("pilot", new BigDecimal("0.3"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t AS SELECT n / 3 AS a, 'ü' || n % 3 AS b FROM generate_series(1, 2000) n");
            int ours = 0;
            try (ResultSet all = statement.executeQuery("SELECT a, b FROM t")) {
                while (all.next()) {
                    ours += rule.holds(List.of(all.getString(1), all.getString(2))) ? 1 : 0;
                }
            }
            try (ResultSet chosen =
                    statement.executeQuery("SELECT count(*) FROM t WHERE " + rule.postgresql(List.of("a", "b")))) {
                assertThat(chosen.next()).isTrue();
                assertThat(chosen.getInt(1)).isEqualTo(ours).isBetween(500, 700);
            }
        }
    }
}
