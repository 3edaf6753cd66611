package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FetchSizesTest {
    private final FetchSizes sizes = new FetchSizes();

    private FetchSizes.Pace pace(int columns, long characters) {
        ColumnInfo info = new ColumnInfo("c", "text", ColumnType.STRING, true);
        List<ColumnSpec> specs = IntStream.range(0, columns)
                .mapToObj(i -> ColumnSpec.plain(info, "c").upTo(characters))
                .toList();
        FetchSizes.Pace pace = sizes.of(
                new TableSpec("t", "table", "\"t\"", specs, List.of(), true, RandomAccess.NONE, TableFacts.rows(null)));
        sizes.expect("SELECT", pace);
        return pace;
    }

    @Test
    void rowsOfNarrowTablesAreFetchedAThousandAtATime() {
        pace(12, 64);
        assertThat(sizes.rows("SELECT")).isEqualTo(1_000);
        assertThat(sizes.rows("SELECT of another table")).isEqualTo(1_000);
    }

    @Test
    void rowsThatMayBeLongAreFetchedFewAtATimeUntilSeen() {
        FetchSizes.Pace pace = pace(2, 5_000_000);
        assertThat(sizes.rows("SELECT")).isEqualTo(31);
        assertThat(pace.pageRows()).isEqualTo(31);
        sizes.seen("SELECT", 4_000);
        assertThat(sizes.rows("SELECT")).isEqualTo(1_000);
        assertThat(pace.pageRows()).isEqualTo(4_500);
    }

    @Test
    void noMoreRowsAreAskedForThanAPageTakes() {
        FetchSizes.Pace pace = pace(12, 64);
        sizes.seen("SELECT", 200);
        assertThat(pace.pageRows() * 200).isLessThan(RowStream.PAGE_BYTES);
    }

    @Test
    void oneHeavyRowIsRemembered() {
        FetchSizes.Pace pace = pace(1, 5_000_000);
        sizes.seen("SELECT", 1_000_000);
        sizes.seen("SELECT", 10);
        assertThat(sizes.rows("SELECT")).isEqualTo(32);
        assertThat(pace.pageRows()).isEqualTo(18);
        sizes.seen("SELECT", 1_000_000_000);
        assertThat(sizes.rows("SELECT")).isEqualTo(8);
    }
}
