package dev.dayone.readiness.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
final class SectionsTest {
    private static final int TABLE = 40_000;
    private static final int WINDOW = 20;
    private static final int SAMPLES = 1_000;

    @Test
    void covers95OfHundredWhateverIsCalculated() {
        double[] minutes = table((random, like) -> Math.exp(3 + 0.9 * random.nextGaussian() + 0.3 * like));
        assertThat(coverage(minutes, SectionsTest::mean)).isBetween(0.92, 0.98);
        assertThat(coverage(minutes, SectionsTest::median)).isBetween(0.92, 0.98);
        assertThat(coverage(minutes, rows -> mean(rows) / median(rows))).isBetween(0.90, 0.98);
    }

    @Test
    void coversRatesOfRowsThatAreAlikeInTheirWindows() {
        double[] hits = table((random, like) -> random.nextDouble() < 0.1 * Math.exp(0.7 * like) ? 1 : 0);
        assertThat(coverage(hits, SectionsTest::mean)).isBetween(0.92, 0.98);
        double[] rare = table((random, like) -> random.nextDouble() < 0.01 ? 1 : 0);
        assertThat(coverage(rare, SectionsTest::mean)).isBetween(0.91, 0.98);
    }

    @Test
    void coversMediansOfWholeNumbers() {
        double[] minutes = table((random, like) -> Math.rint(Math.exp(2.5 + 0.9 * random.nextGaussian())));
        assertThat(coverage(minutes, SectionsTest::median)).isBetween(0.94, 1.0);
    }

    @Test
    void leavesNoDoubtOfAMedianThatEverySectionHas() {
        double[] same = new double[20];
        Arrays.fill(same, 15);
        Sections sections = new Sections(15, same);
        Drawing drawing = Drawing.atRandom(2_000, 20_000);

        assertThat(sections.sureOfRank(drawing).interval()).isEqualTo(Intervals.exact(15));
        // No hit in any section: a rate may still be greater than none.
        assertThat(sections.sure(drawing).interval()).isNull();
        assertThat(sections.sure(drawing).reason()).contains("no difference");
    }

    @Test
    void knowsNumbersThatAreAnotherOfFewerRows() {
        Random random = new Random(7);
        double[] total = random.doubles(20, 90, 110).toArray();
        double[] distinct = random.doubles(20, 900, 905).toArray();
        double[] oneHasAll = new double[20];
        oneHasAll[3] = 1;
        Drawing drawing = Drawing.atRandom(2_000, 20_000);

        assertThat(new Sections(Arrays.stream(total).sum(), total).sure(drawing).reason())
                .isEqualTo("it is a total, which grows with the rows read");
        assertThat(new Sections(1_000, distinct).sure(drawing).reason())
                .isEqualTo("it is another number of fewer rows");
        assertThat(new Sections(0.05, oneHasAll).sure(drawing).reason()).isEqualTo("too few rows decide it");
    }

    @Test
    void narrowsToNothingWhereNearlyEveryRowWasRead() {
        double[] parts = new Random(3).doubles(20, 9, 11).toArray();
        double few = width(new Sections(10, parts).sure(Drawing.atRandom(2_000, 1e9)));
        double half = width(new Sections(10, parts).sure(Drawing.atRandom(2_000, 4_000)));
        assertThat(half).isBetween(0.70 * few, 0.72 * few);
    }

    @Test
    void partsWindowsIntoEvenSharesWithoutOrder() {
        int[] lots = Sections.lots(100, 128, 20);
        int[] shares = new int[20];
        int inOrder = 0;
        for (int i = 0; i < 100; i++) {
            shares[lots[i]]++;
            inOrder += lots[i] == i % 20 ? 1 : 0;
        }
        assertThat(shares).containsOnly(5);
        assertThat(inOrder).isLessThan(30);
        assertThat(Sections.lots(100, 128, 20)).isEqualTo(lots);
        assertThat(List.of(Sections.number(999, 40), Sections.number(1_000, 40), Sections.number(1_000, 19)))
                .containsExactly(10, 20, 0);
        assertThat(Sections.number(299, 299)).isZero();
    }

    private static double width(Sections.Sure sure) {
        return sure.interval().high() - sure.interval().low();
    }

    private interface Value {
        double of(Random random, double like);
    }

    /** Rows of a window, and of its neighbours, share something. */
    private static double[] table(Value value) {
        Random random = new Random(11);
        double[] rows = new double[TABLE];
        double like = 0;
        for (int i = 0; i < TABLE; i++) {
            if (i % WINDOW == 0) {
                like = 0.6 * like + 0.8 * random.nextGaussian();
            }
            rows[i] = value.of(random, like);
        }
        return rows;
    }

    /** The share of samples of a tenth of the table's windows whose interval holds what the whole table comes to. */
    private static double coverage(double[] table, ToDoubleFunction<double[]> number) {
        double truth = number.applyAsDouble(table);
        Random random = new Random(5);
        int windows = TABLE / WINDOW;
        int drawn = windows / 10;
        int sections = Sections.number((long) drawn * WINDOW, drawn);
        int[] lots = Sections.lots(drawn, drawn, sections);
        int held = 0;
        int answered = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            // In the table's order, as a source hands them out.
            int[] chosen =
                    random.ints(0, windows).distinct().limit(drawn).sorted().toArray();
            List<List<Double>> parts = new ArrayList<>();
            for (int i = 0; i < sections; i++) {
                parts.add(new ArrayList<>());
            }
            double[] all = new double[drawn * WINDOW];
            for (int i = 0; i < drawn; i++) {
                for (int row = 0; row < WINDOW; row++) {
                    double value = table[chosen[i] * WINDOW + row];
                    all[i * WINDOW + row] = value;
                    parts.get(lots[i]).add(value);
                }
            }
            double[] numbers = parts.stream()
                    .map(part -> part.stream().mapToDouble(v -> v).toArray())
                    .mapToDouble(number)
                    .toArray();
            Sections.Sure sure =
                    new Sections(number.applyAsDouble(all), numbers).sure(Drawing.atRandom(all.length, TABLE));
            if (sure.interval() != null) {
                answered++;
                held += sure.interval().low() <= truth
                                && truth <= sure.interval().high()
                        ? 1
                        : 0;
            }
        }
        assertThat((double) answered / SAMPLES).isGreaterThan(0.95);
        return (double) held / answered;
    }

    private static double mean(double[] rows) {
        return Arrays.stream(rows).average().orElseThrow();
    }

    private static double median(double[] rows) {
        double[] sorted = rows.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
