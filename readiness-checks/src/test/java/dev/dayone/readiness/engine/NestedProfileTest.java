package dev.dayone.readiness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.profile.ProfiledColumn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@org.jspecify.annotations.NullUnmarked
class NestedProfileTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String ROWS = "SELECT cast(id as tinyint) AS tiny, cast(id as smallint) AS small,"
            + " cast(id as int) AS whole, cast(id as float) / 2 AS half, cast(concat('b', id) as binary) AS bytes,"
            + " cast(id as decimal(5,1)) AS short_decimal, cast(id as decimal(38,2)) AS wide_decimal,"
            + " timestamp_ntz'2024-01-01 00:00:00' AS local, date'2024-01-01' + cast(id as int) AS day,"
            + " make_dt_interval(cast(id as int)) AS span, make_ym_interval(cast(id as int)) AS months,"
            + " if(id = 3, null, named_struct('b', id, 'c', named_struct('d', concat('t', id % 2)))) AS a,"
            + " if(id = 4, null, if(id = 5, array(), array(id, id + 1))) AS list, map(concat('k', id % 2), id) AS m,"
            + " array(named_struct('x', id)) AS deep FROM range(1, 7)";

    @TempDir
    Path folder;

    @Test
    void profilesEveryTypeAndWhatIsNestedFromFilesAndFromRowsAlike() {
        SparkSession session =
                SparkEngine.shared(new Workspace(Path.of("target", "spark"))).session();
        Dataset<Row> rows = session.sql(ROWS);
        rows.coalesce(1).write().parquet(folder.resolve("t").toString());
        Dataset<Row> read =
                session.read().schema(rows.schema()).parquet(folder.resolve("t").toString());

        Map<String, ProfiledColumn> ofFiles = ColumnarProfiler.profile(read, NOW);
        Map<String, ProfiledColumn> ofRows = ColumnarProfiler.profile(rows.coalesce(1), NOW);

        assertThat(ofFiles.keySet()).isEqualTo(ofRows.keySet());
        ofFiles.forEach((path, column) -> assertThat(column.profile())
                .as(path)
                .usingRecursiveComparison()
                .withComparatorForType(NestedProfileTest::compareRoughly, Double.class)
                .isEqualTo(ofRows.get(path).profile()));
        assertThat(bounds(ofFiles, "tiny")).isEqualTo("1..6");
        assertThat(bounds(ofFiles, "small")).isEqualTo("1..6");
        assertThat(bounds(ofFiles, "whole")).isEqualTo("1..6");
        assertThat(bounds(ofFiles, "half")).isEqualTo("0.5..3");
        assertThat(bounds(ofFiles, "bytes")).isEqualTo("2..2");
        assertThat(bounds(ofFiles, "short_decimal")).isEqualTo("1.0..6.0");
        assertThat(bounds(ofFiles, "wide_decimal")).isEqualTo("1.00..6.00");
        assertThat(bounds(ofFiles, "local")).isEqualTo("2024-01-01T00:00:00Z..2024-01-01T00:00:00Z");
        assertThat(bounds(ofFiles, "day")).isEqualTo("2024-01-02..2024-01-07");
        assertThat(bounds(ofFiles, "months")).isEqualTo("12..72");
        assertThat(bounds(ofFiles, "a.b")).isEqualTo("1..6");
        assertThat(ofFiles.get("a.b").profile().nulls()).isEqualTo(1);
        assertThat(bounds(ofFiles, "a.c.d")).isEqualTo("t0..t1");
        assertThat(bounds(ofFiles, "list")).isEqualTo("0..2");
        assertThat(ofFiles.get("list").profile().nulls()).isEqualTo(1);
        assertThat(bounds(ofFiles, "list.element")).isEqualTo("1..7");
        assertThat(ofFiles.get("list.element").profile().rows()).isEqualTo(8);
        assertThat(bounds(ofFiles, "m.key")).isEqualTo("k0..k1");
        assertThat(bounds(ofFiles, "m.value")).isEqualTo("1..6");
        assertThat(bounds(ofFiles, "deep.element.x")).isEqualTo("1..6");
    }

    @Test
    void takesNoPlaceBehindTheLastElementForARow() {
        SparkSession session =
                SparkEngine.shared(new Workspace(Path.of("target", "spark"))).session();
        Dataset<Row> rows = session.sql("SELECT if(id = 1, array(cast(7 as bigint)), null) AS list FROM range(1, 3)");
        rows.coalesce(1).write().parquet(folder.resolve("t").toString());
        Dataset<Row> read =
                session.read().schema(rows.schema()).parquet(folder.resolve("t").toString());

        ColumnProfile elements =
                ColumnarProfiler.profile(read, NOW).get("list.element").profile();

        assertThat(elements.rows()).isEqualTo(1);
        assertThat(elements.nulls()).isZero();
        assertThat(elements.max()).isEqualTo("7");
    }

    private static int compareRoughly(Double a, Double b) {
        return Math.abs(a - b) <= 1e-12 * Math.abs(b) ? 0 : Double.compare(a, b);
    }

    private static String bounds(Map<String, ProfiledColumn> columns, String path) {
        ColumnProfile profile = columns.get(path).profile();
        return profile.min() + ".." + profile.max();
    }
}
