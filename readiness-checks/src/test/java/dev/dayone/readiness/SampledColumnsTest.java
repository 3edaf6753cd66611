package dev.dayone.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.ColumnSampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sure a sampled column's statistics are, as the pass over its rows tells. */
@NullUnmarked
class SampledColumnsTest {
    private static final List<String> COLUMNS = List.of("id bigint", "code string", "level double", "email string");

    @TempDir
    Path folder;

    private final TestPilot pilot = new TestPilot()
            .check("h.windows", "expect_column_values_to_not_be_null", Map.of("column", "level"))
            .check(
                    "h.windows",
                    "expect_column_mean_to_be_between",
                    Map.of("column", "level", "min_value", 0, "max_value", 1));

    @Test
    void tellsWhatTheRunsOwnChecksTell() {
        SnapshotFixture fixture = fixture();
        Evidence first = measured(fixture);
        Evidence again = measured(fixture); // from what was kept of the rows

        for (Evidence evidence : List.of(first, again)) {
            ColumnSampling level = sampling(evidence, "h.windows", 2);
            assertThat(level.filled()).isEqualTo(evidence.checks().get(0).interval());
            assertThat(level.mean().low())
                    .isCloseTo(evidence.checks().get(1).interval().low(), within(1e-9));
            assertThat(level.mean().high())
                    .isCloseTo(evidence.checks().get(1).interval().high(), within(1e-9));
            assertThat(level.together()).isEqualTo(20);
        }
        assertThat(again.tables()).isEqualTo(first.tables());
    }

    @Test
    void rowsThatStandTogetherTellLess() {
        Evidence evidence = measured(fixture());
        ColumnSampling alike = sampling(evidence, "h.windows", 2);
        ColumnSampling alone = sampling(evidence, "f.rows", 2);
        assertThat(alike.mean().high() - alike.mean().low())
                .isGreaterThan(3 * (alone.mean().high() - alone.mean().low()));
        // Blank texts are no values, and stand alone.
        ColumnReport code =
                evidence.tables().get(TableRef.parse("h.windows")).columns().get(1);
        assertThat(code.sampling().filled().low()).isLessThan(code.profile().filled());
        assertThat(code.sampling().filled().high()).isGreaterThan(code.profile().filled());
    }

    @Test
    void aTableThatWasReadWholeIsExactAndWhatIsNotShownTellsNoMean() {
        Evidence evidence = measured(fixture());
        assertThat(sampling(evidence, "h.all", 2)).isNull();
        assertThat(sampling(evidence, "h.windows", 3).mean()).isNull();
        assertThat(sampling(evidence, "h.windows", 3).filled()).isNotNull();
    }

    private Evidence measured(SnapshotFixture fixture) {
        return Measurement.measure(pilot.build(), fixture.snapshot(), fixture.workspace(), (step, done, total) -> {});
    }

    private static ColumnSampling sampling(Evidence evidence, String table, int column) {
        return evidence.tables()
                .get(TableRef.parse(table))
                .columns()
                .get(column)
                .sampling();
    }

    private SnapshotFixture fixture() {
        Random random = new Random(2);
        List<Object[]> rows = new ArrayList<>();
        double level = 0;
        for (long i = 0; i < 2_000; i++) {
            level = i % 20 == 0 ? random.nextGaussian() : level;
            rows.add(new Object[] {
                i,
                i % 10 == 3 ? " " : "k" + i % 7,
                i / 20 % 9 == 4 ? null : level + 0.1 * random.nextGaussian(),
                "a" + i + "@example.org"
            });
        }
        return new SnapshotFixture(folder)
                .inWindows("h.windows", 40_000, COLUMNS, rows, 20)
                .sampled("f.rows", 40_000, COLUMNS, rows)
                .whole("h.all", COLUMNS, rows.toArray(Object[][]::new));
    }
}
