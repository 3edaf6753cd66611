package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ColumnFiguresTest {
    private static final ColumnDetail.Accuracy EXACT = new ColumnDetail.Accuracy(0, 0, 0, 0);

    @Test
    void drawsEachBinOfNumbersWithWhatItsEndsStandFor() {
        ColumnFigures figures = of(profile(List.of(), List.of(bin("0", "10", 4), bin("10", "20", 8)), null));

        assertThat(figures.charts())
                .containsExactly(new Chart(
                        "Distribution",
                        "M0 40v-20h119v20zM120 40v-40h119v40z",
                        "Distribution from 0 to 20, most (8) at 20",
                        "0",
                        "20"));
    }

    @Test
    void leavesRoomForDaysWithoutRowsAndForLengthsThatNoTextHas() {
        TimeDetail times = new TimeDetail(
                2,
                List.of(new ValueCount("2026-01-01", 5), new ValueCount("2026-01-04", 5)),
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                0);
        TextDetail texts = new TextDetail(
                List.of(new ValueCount("0", 2), new ValueCount("4-7", 2)),
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        Chart days = of(profile(List.of(), List.of(), new ColumnDetail(EXACT, null, null, times)))
                .charts()
                .get(0);
        Chart lengths = of(profile(List.of(), List.of(), new ColumnDetail(EXACT, null, texts, null)))
                .charts()
                .get(0);

        assertThat(days.path()).isEqualTo("M0 40v-40h59v40zM180 40v-40h59v40z");
        assertThat(lengths.path()).isEqualTo("M0 40v-40h59v40zM180 40v-40h59v40z");
    }

    @Test
    void putsNeighboursTogetherWhereBarsWouldBeTooMany() {
        List<ValueCount> bars = IntStream.range(0, 400)
                .mapToObj(i -> new ValueCount("d" + i, 1))
                .toList();

        Chart chart = Objects.requireNonNull(Chart.of("Rows", bars));

        assertThat(chart.path().chars().filter(c -> c == 'M')).hasSize(80);
        assertThat(chart.label()).isEqualTo("Rows from d0 to d399, most (5) at d0");
    }

    @Test
    void saysNothingMoreOfAColumnWithoutValues() {
        assertThat(ColumnFigures.of(profile(List.of(), List.of(), null))).isNull();
    }

    @Test
    void namesValuesThatRepeatButNotThoseThatStandOnce() {
        List<ValueCount> once = Collections.nCopies(9, new ValueCount("x", 1));
        List<ValueCount> often = Collections.nCopies(9, new ValueCount("x", 2));

        assertThat(ColumnFigures.of(profile(once, List.of(), null))).isNull();
        assertThat(of(profile(often, List.of(), null)).lists()).singleElement().satisfies(list -> {
            assertThat(list.name()).isEqualTo("Most frequent");
            assertThat(list.values()).hasSize(8);
        });
    }

    private static ColumnFigures of(ColumnProfile profile) {
        return Objects.requireNonNull(ColumnFigures.of(profile));
    }

    private static ColumnProfile.Bin bin(String from, String to, long count) {
        return new ColumnProfile.Bin(from, to, count);
    }

    private static ColumnProfile profile(
            List<ValueCount> top, List<ColumnProfile.Bin> bins, @Nullable ColumnDetail detail) {
        return new ColumnProfile(
                12, 0, 0, 2, true, null, null, null, null, null, null, null, null, null, null, null, top, List.of(),
                bins, detail);
    }
}
