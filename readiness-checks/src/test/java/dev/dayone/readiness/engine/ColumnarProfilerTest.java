package dev.dayone.readiness.engine;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnProfile.Length;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.profile.Uniqueness;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@org.jspecify.annotations.NullUnmarked
class ColumnarProfilerTest {
    @TempDir
    Path folder;

    @Test
    void computesEveryStatisticAsByHand() {
        List<ProfiledColumn> columns = profile(new SnapshotFixture(folder)
                .whole(
                        "a.t",
                        List.of(
                                "id bigint",
                                "score double",
                                "amount decimal(12,2)",
                                "wide decimal(38,4)",
                                "name string",
                                "ok boolean",
                                "day date",
                                "at timestamp"),
                        row(
                                1L,
                                1.5,
                                dec("10.50"),
                                dec("1.0000"),
                                "anna@x.org",
                                true,
                                day("2024-01-01"),
                                at("2024-01-01T00:00:00Z")),
                        row(
                                2L,
                                -2.0,
                                dec("0.00"),
                                dec("2.5000"),
                                "bob@x.org",
                                false,
                                day("2024-01-03"),
                                at("2024-01-02T12:30:00Z")),
                        row(2L, Double.NaN, dec("-3.25"), null, " ", true, null, null),
                        row(null, Double.POSITIVE_INFINITY, null, dec("2.5000"), null, null, day("1500-05-05"), null),
                        row(9L, 0.0, dec("10.50"), dec("1.0000"), "bob@x.org", true, null, null)));

        ColumnProfile id = columns.get(0).profile();
        assertThat(id.rows()).isEqualTo(5);
        assertThat(id.nulls()).isEqualTo(1);
        assertThat(id.distinct()).isEqualTo(3);
        assertThat(id.distinctExact()).isTrue();
        assertThat(id.min()).isEqualTo("1");
        assertThat(id.max()).isEqualTo("9");
        assertThat(id.mean()).isEqualTo(3.5);
        assertThat(id.sum()).isEqualTo(14);
        assertThat(id.standardDeviation()).isCloseTo(3.696846, within(1e-6));
        assertThat(id.quantiles()).containsExactly(1.0, 1.0, 2.0, 2.0, 9.0);
        assertThat(id.top().get(0)).isEqualTo(new ValueCount("2", 2));
        assertThat(id.histogram()).hasSize(10);
        assertThat(id.histogram().get(0)).isEqualTo(new ColumnProfile.Bin("1", "1.8", 1));
        assertThat(id.histogram().get(9)).isEqualTo(new ColumnProfile.Bin("8.2", "9", 1));
        assertThat(columns.get(0).uniqueness()).isEqualTo(new Uniqueness(3, 2));

        ColumnProfile score = columns.get(1).profile();
        assertThat(score.min()).isEqualTo("-2");
        assertThat(score.max()).isEqualTo("1.5");
        assertThat(score.mean()).isCloseTo(-0.1666667, within(1e-6));
        assertThat(score.zeros()).isEqualTo(1);
        assertThat(score.negatives()).isEqualTo(1);
        assertThat(score.nulls()).isZero();

        ColumnProfile amount = columns.get(2).profile();
        assertThat(amount.min()).isEqualTo("-3.25");
        assertThat(amount.max()).isEqualTo("10.50");
        assertThat(amount.sum()).isEqualTo(17.75);

        ColumnProfile wide = columns.get(3).profile();
        assertThat(wide.min()).isEqualTo("1.0000");
        assertThat(wide.distinct()).isEqualTo(2);
        assertThat(wide.mean()).isEqualTo(1.75);
        assertThat(wide.nulls()).isEqualTo(1);

        ColumnProfile name = columns.get(4).profile();
        assertThat(name.blanks()).isEqualTo(1);
        assertThat(name.nulls()).isEqualTo(1);
        assertThat(name.min()).isEqualTo(" ");
        assertThat(name.max()).isEqualTo("bob@x.org");
        assertThat(name.length()).isEqualTo(new Length(1, 10, 29 / 4.0));
        assertThat(name.inferredType()).isEqualTo("email");
        assertThat(name.inferredShare()).isEqualTo(1.0);
        assertThat(name.shapes()).containsExactly(new ValueCount("aaa@a.aaa", 2), new ValueCount("aaaa@a.aaa", 1));

        ColumnProfile ok = columns.get(5).profile();
        assertThat(ok.top()).containsExactly(new ValueCount("true", 3), new ValueCount("false", 1));
        assertThat(ok.histogram()).isEmpty();

        assertThat(columns.get(6).profile().min()).isEqualTo("1500-05-05");
        assertThat(columns.get(6).profile().mean()).isNull();
        assertThat(columns.get(6).profile().histogram().get(9).to()).isEqualTo("2024-01-03");
        assertThat(columns.get(7).profile().max()).isEqualTo("2024-01-02T12:30:00Z");
    }

    @Test
    void profilesAnEmptyTableAndOneOfNullsOnly() {
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .whole("a.empty", List.of("x string", "n bigint"))
                .whole(
                        "a.nulls",
                        List.of("x string", "n double", "d date"),
                        row(null, null, null),
                        row(null, null, null));

        ColumnProfile empty = profile(fixture, "a.empty").get(1).profile();
        assertThat(empty.rows()).isZero();
        assertThat(empty.distinct()).isZero();
        assertThat(empty.min()).isNull();
        assertThat(empty.quantiles()).isNull();
        for (ProfiledColumn column : profile(fixture, "a.nulls")) {
            assertThat(column.profile().nulls()).isEqualTo(2);
            assertThat(column.profile().filled()).isZero();
            assertThat(column.profile().top()).isEmpty();
            assertThat(column.profile().histogram()).isEmpty();
        }
    }

    @Test
    void profilesThreeHundredColumnsWithNamesOfAnyKind() {
        List<String> names = new ArrayList<>(List.of(
                "a.b bigint",
                "with space bigint",
                "quo\"te bigint",
                "back`tick bigint",
                "имя bigint",
                "Id bigint",
                "ID bigint"));
        IntStream.range(names.size(), 300).forEach(i -> names.add("column " + i + " bigint"));
        Object[] values =
                IntStream.range(0, 300).mapToObj(i -> (Object) (long) i).toArray();

        List<ProfiledColumn> columns = profile(new SnapshotFixture(folder).whole("a.t", names, values));

        assertThat(columns).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(columns.get(i).profile().max()).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void sketchesWhatHasManyValuesWithinTheStatedError() {
        int rows = 30_000;
        List<Object[]> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add(row((long) i, i % 3 == 0 ? "often" : "a text that is a little longer than most, number " + i));
        }
        SnapshotFixture fixture =
                new SnapshotFixture(folder).sampled("a.t", 100_000, List.of("id bigint", "word string"), values);
        Opened table = new Opened(fixture);

        List<ProfiledColumn> columns = ColumnarProfiler.profile(table.of("a.t"), Set.of());
        ColumnProfile id = columns.get(0).profile();
        assertThat(id.distinctExact()).isFalse();
        assertThat(id.distinct()).isCloseTo(rows, within(rows / 50L));
        assertThat(id.quantiles().get(2)).isCloseTo(rows / 2.0, within(rows / 100.0));
        assertThat(id.histogram().stream().mapToLong(ColumnProfile.Bin::count).sum())
                .isCloseTo(rows, within(5L));
        assertThat(columns.get(1).profile().top().get(0)).isEqualTo(new ValueCount("often", rows / 3));
        assertThat(columns.get(0).uniqueness()).isNull();

        List<ProfiledColumn> counted = ColumnarProfiler.profile(table.of("a.t"), Set.of(0, 1));
        assertThat(counted.get(0).uniqueness()).isEqualTo(new Uniqueness(rows, rows));
        assertThat(counted.get(1).uniqueness()).isEqualTo(new Uniqueness(rows - rows / 3 + 1, rows - rows / 3));
    }

    private List<ProfiledColumn> profile(SnapshotFixture fixture) {
        return profile(fixture, "a.t");
    }

    private List<ProfiledColumn> profile(SnapshotFixture fixture, String table) {
        return ColumnarProfiler.profile(new Opened(fixture).of(table), Set.of());
    }

    private record Opened(SnapshotFixture fixture) {
        dev.dayone.readiness.table.SnapshotTable of(String table) {
            return java.util.Objects.requireNonNull(
                    new SnapshotReader(SparkEngine.shared(fixture.workspace()), fixture.snapshot(), fixture.workspace())
                            .tables()
                            .get(TableRef.parse(table)));
        }
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }

    private static Date day(String text) {
        return Date.valueOf(java.time.LocalDate.parse(text));
    }

    private static Timestamp at(String text) {
        return Timestamp.from(Instant.parse(text));
    }
}
