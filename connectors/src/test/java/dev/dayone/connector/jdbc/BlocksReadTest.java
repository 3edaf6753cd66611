package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a sample of one row in a hundred costs, by the servers' own counters. Windows of 50 keys, in place of drawn
 * blocks, touched 17 % of PostgreSQL's here, with rows on disk in the key's order.
 */
final class BlocksReadTest {
    private static final int ROWS = 5_000_000;
    private static final PostgresServer SERVER = new PostgresServer("newest");

    @BeforeAll
    static void load() {
        SERVER.run("postgres", "CREATE ROLE reader LOGIN");
        SERVER.run(
                "postgres",
                "CREATE UNLOGGED TABLE big AS SELECT CAST(i AS bigint) AS id, i % 100 AS part FROM generate_series(1, "
                        + ROWS + ") i",
                "ALTER TABLE big ADD PRIMARY KEY (id)",
                "VACUUM ANALYZE big",
                "GRANT SELECT ON big TO reader");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static long blocksTouched() {
        return Long.parseLong(SERVER.value(
                "postgres",
                "SELECT heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit FROM pg_statio_user_tables"
                        + " WHERE relname = 'big'"));
    }

    @Test
    void onePercentOfPostgresqlsRowsTouchesLessThanThreePercentOfItsBlocks() {
        long blocks = Long.parseLong(SERVER.value("postgres", "SELECT pg_relation_size('big') / 8192"));
        long before = blocksTouched();
        List<Map<String, @Nullable Object>> rows;
        try (Attached attached = new Attached(SERVER.source("postgres", "reader"))) {
            assertThat(attached.table("big").random()).isEqualTo(RandomAccess.TABLESAMPLE);
            attached.row("big", Map.of("method", "bounds", "upTo", ROWS / 100 + 1L));
            rows = attached.page(
                            "big",
                            Map.of("method", "tablesample", "percent", 1.3, "seed", 7L, "limit", (long) ROWS),
                            null)
                    .rows();
        }
        // A session that ended has told the server's counters all it did.
        SERVER.value("postgres", "SELECT pg_stat_force_next_flush()");
        assertThat(rows).hasSizeBetween(ROWS / 100, ROWS / 50);
        assertThat(blocksTouched() - before).isBetween(1L, blocks * 3 / 100);
        Map<Long, Long> tenths = DatabaseContract.column(rows, "id").stream()
                .collect(Collectors.groupingBy(
                        id -> ((long) Objects.requireNonNull(id) - 1) / (ROWS / 10), Collectors.counting()));
        assertThat(tenths).hasSize(10);
        assertThat(tenths.values()).allMatch(part -> part > rows.size() / 20 && part < rows.size() / 5);
    }

    @Test
    void onePercentOfMariadbsRowsTouchesInProportion() {
        TestDatabases.onMariadb(
                "CREATE DATABASE blocks; USE blocks; CREATE TABLE big (id bigint PRIMARY KEY, part int);"
                        + " INSERT INTO big SELECT seq, seq MOD 100 FROM seq_1_to_200000; ANALYZE TABLE big;"
                        + " CREATE USER blocks IDENTIFIED BY 'r'; GRANT SELECT ON blocks.* TO blocks;");
        Source source = TestDatabases.mariadbSource("blocks", "blocks", "r");
        try (Attached attached = new Attached(source)) {
            assertThat(attached.table("big").random()).isEqualTo(RandomAccess.RANGES);
            long before = rowsTouched();
            SplittableRandom random = new SplittableRandom(1);
            List<List<Long>> ranges = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                long start = random.nextLong(200_000 - 50) + 1;
                ranges.add(List.of(start, start + 49));
            }
            int read = attached.page("big", Map.of("method", "ranges", "ranges", ranges), null)
                    .rows()
                    .size();
            assertThat(read).isBetween(1_500, 2_000);
            // What the counters' own table takes is in it.
            assertThat(rowsTouched() - before).isLessThan(4_000);
        }
    }

    private static long rowsTouched() {
        return TestDatabases.mariadbNumber(
                "blocks",
                "r",
                "SELECT sum(VARIABLE_VALUE) FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME LIKE"
                        + " 'HANDLER\\_READ\\_%'");
    }
}
