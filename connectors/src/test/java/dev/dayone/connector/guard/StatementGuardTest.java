package dev.dayone.connector.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.error.BadRequestException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementGuardTest {
    private final StatementGuard guard = new StatementGuard('"', Pattern.compile("SHOW GRANTS"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1)",
                "UPDATE t SET a = 1",
                "DELETE FROM t",
                "DROP TABLE t",
                "TRUNCATE t",
                "CALL p()",
                "SELECT 1; DELETE FROM t",
                "SELECT 1;",
                "SELECT * INTO u FROM t",
                "SELECT * FROM t FOR UPDATE",
                "SELECT * FROM t FOR NO KEY UPDATE",
                "SELECT * FROM t FOR SHARE",
                "SELECT * FROM t LOCK IN SHARE MODE",
                "WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d",
                "WITH d AS (INSERT INTO t VALUES (1) RETURNING a) SELECT a FROM d",
                "SELECT setval('s', 1)",
                "SELECT nextval('s')",
                "SELECT pg_catalog.setval('s', 1)",
                "SELECT \"pg_sleep\"(10)",
                "SELECT pg_sleep (10)",
                "SELECT a FROM t WHERE b = (SELECT lo_import('/etc/passwd'))",
                "SELECT lo_export(1, '/tmp/x')",
                "SELECT dblink('a', 'b')",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT pg_terminate_backend(1)",
                "SELECT get_lock('a', 1)",
                "SELECT sleep(1)",
                "SELECT load_file('/etc/passwd')",
                "SELECT 1 /* hidden */",
                "SELECT 1 -- hidden",
                "SELECT $$a$$",
                "SELECT 'a\\' || x'",
                "SELECT @a",
                "SELECT `a` FROM t",
                "SHOW GRANTS FOR root",
                "COPY t TO '/tmp/x'",
                "SELECT * FROM t INTO OUTFILE '/tmp/x'",
                "SET ROLE admin",
                "DO 1",
                "VACUUM",
                "EXPLAIN ANALYZE SELECT 1",
                "EXPLAIN (ANALYZE, FORMAT JSON) SELECT 1",
                "EXPLAIN (FORMAT JSON) DELETE FROM t",
                "EXPLAIN (FORMAT JSON) SELECT pg_sleep(1)",
                "EXPLAIN FORMAT=JSON UPDATE t SET a = 1",
                "EXPLAIN (FORMAT JSON) EXPLAIN (FORMAT JSON) SELECT 1",
                "DELETE FROM \"t\" WHERE 1 = 0",
                "SELECT 'open",
                "",
            })
    void refusesWhatIsNoSingleReadingSelect(String sql) {
        assertThatThrownBy(() -> guard.check(sql))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("expected a single SELECT that only reads");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT \"a\" AS \"a\" FROM \"public\".\"t\" ORDER BY \"a\" LIMIT 5000",
                "SELECT \"delete\" AS \"into; drop\"\"x\" FROM \"public\".\"update\" WHERE (\"a\", \"b\") > (?, ?) ORDER BY \"a\", \"b\" LIMIT 10",
                "SELECT left(\"a\", 10) AS \"a\", CAST(\"b\" AS text) AS \"b\" FROM \"s\".\"t\" WHERE \"k\" BETWEEN ? AND ? OR \"k\" BETWEEN ? AND ?",
                "SELECT \"a\" AS \"a\" FROM \"s\".\"t\" TABLESAMPLE SYSTEM (0.5) REPEATABLE (42) LIMIT 10",
                "SELECT (SELECT count(*) FROM (SELECT 1 FROM \"t\" LIMIT 10) few) AS rows, (SELECT max(\"k\") FROM \"t\") AS max",
                "SELECT 'it''s; DELETE' AS \"x\"",
                "SHOW GRANTS",
                "EXPLAIN (FORMAT JSON) SELECT count(*) AS \"n\", count(DISTINCT \"k\") FROM \"s\".\"t\"",
                "SELECT \"a\" FROM \"t\" WHERE \"k\" IN (?, ?, ?) LIMIT 10",
            })
    void letsReadingThrough(String sql) {
        assertThatCode(() -> guard.check(sql)).doesNotThrowAnyException();
    }

    @Test
    void messageHidesTextsOfTheStatement() {
        assertThatThrownBy(() -> guard.check("DELETE FROM t WHERE mail = 'ann@example.com'"))
                .hasMessage("Cannot send 'DELETE FROM t WHERE mail = ?': it has the word DELETE, expected a single"
                        + " SELECT that only reads. dayone never writes to a source.");
    }
}
