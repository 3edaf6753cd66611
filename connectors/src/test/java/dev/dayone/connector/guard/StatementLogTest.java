package dev.dayone.connector.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.Receipt;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatementLogTest {
    private final StatementLog log = new StatementLog();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT \"a\" FROM \"t\" LIMIT 10 | SELECT \"a\" FROM \"t\" LIMIT ?",
                "SELECT \"a\" FROM \"t\" TABLESAMPLE SYSTEM (0.25) REPEATABLE (7) LIMIT 9"
                        + "| SELECT \"a\" FROM \"t\" TABLESAMPLE SYSTEM (?) REPEATABLE (?) LIMIT ?",
                "SELECT TOP (10) \"a\" FROM \"t\" | SELECT TOP (?) \"a\" FROM \"t\"",
                "SELECT \"a\" FROM \"t\" FETCH FIRST 10 ROWS ONLY | SELECT \"a\" FROM \"t\" FETCH FIRST ? ROWS ONLY",
                "SELECT `a` FROM `t` WHERE `k k` BETWEEN ? AND ? OR `k k` BETWEEN ? AND ? OR `k k` BETWEEN ? AND ?"
                        + "| SELECT `a` FROM `t` WHERE `k k` BETWEEN ? AND ? OR ...",
                "DELETE FROM \"t\" WHERE 1 = 0 | DELETE FROM \"t\" WHERE 1 = 0",
            })
    void shapesTellNoAmounts(String sql, String shape) {
        log.ran(sql, 1);
        assertThat(log.receipt().statements()).singleElement().hasFieldOrPropertyWithValue("shape", shape);
    }

    @Test
    void listsOfAnyLengthHaveOneShape() {
        for (int keys : new int[] {1, 2, 1_000}) {
            log.ran("SELECT 1 FROM t WHERE k IN (" + String.join(", ", Collections.nCopies(keys, "?")) + ")", 1);
        }
        assertThat(log.receipt().statements()).singleElement().satisfies(statement -> {
            assertThat(statement.shape()).isEqualTo("SELECT 1 FROM t WHERE k IN (?...)");
            assertThat(statement.times()).isEqualTo(3);
        });
    }

    @Test
    void addsUpRowsBytesAndTheLongestTransaction() {
        log.opened();
        log.ran("SELECT 1", 2);
        log.returned("SELECT 1", 10, 80, 3);
        log.returned("SELECT 1", 5, 40, 0);
        log.transactionEnded(7);
        log.transactionEnded(4);
        Receipt receipt = log.receipt();
        assertThat(receipt.rows()).isEqualTo(15);
        assertThat(receipt.bytes()).isEqualTo(120);
        assertThat(receipt.millis()).isEqualTo(5);
        assertThat(receipt.connections()).isEqualTo(1);
        assertThat(receipt.longestTransactionMillis()).isEqualTo(7);
    }
}
