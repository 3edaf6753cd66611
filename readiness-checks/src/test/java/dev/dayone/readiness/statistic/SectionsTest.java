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

    @Test
    void coversRowsOfTwoTablesOfWhichTheSameShareWasDrawn() {
        double[] calls = table((random, like) -> 20 + 5 * random.nextGaussian() + 3 * like);
        double[] chats = table((random, like) -> Math.exp(2 + 0.5 * random.nextGaussian() + 0.3 * like));
        double truth = (mean(calls) + mean(chats)) / 2;
        Random random = new Random(6);
        int held = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            List<List<Double>> of = sections(calls, random);
            List<List<Double>> and = sections(chats, random);
            double[] parts = new double[20];
            double sum = 0;
            for (int i = 0; i < 20; i++) {
                parts[i] = (average(of.get(i)) + average(and.get(i))) / 2;
                sum += parts[i] / 20;
            }
            held += holds(new Sections(sum, parts).sure(Drawing.atRandom(2_000 * 2, TABLE)), truth) ? 1 : 0;
        }
        assertThat((double) held / SAMPLES).isBetween(0.92, 0.98);
    }

    /** Each of 40,000 tickets has a row in both tables, under the same place; a pair is there where both were drawn. */
    @Test
    void coversPairsOfTablesThatWereDrawnApartThoughSectionsHaveFewOfThem() {
        double[] one = table((random, like) -> 20 + 5 * random.nextGaussian() + 3 * like);
        double[] other = new double[TABLE];
        Random noise = new Random(8);
        Arrays.setAll(other, i -> one[i] / 2 + 4 * noise.nextGaussian());
        double truth = mean(one) + mean(other);
        Random random = new Random(6);
        int held = 0;
        int answered = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            int[] lots = places(random);
            int[] lotsOfOther = places(random);
            double[] sums = new double[10];
            int[] pairs = new int[10];
            double sum = 0;
            int all = 0;
            for (int row = 0; row < TABLE; row++) {
                // Windows of the other table lie across those of the first.
                int place = (int) (row * 7_919L % TABLE) / WINDOW;
                if (lots[row / WINDOW] >= 0 && lotsOfOther[place] >= 0) {
                    double value = one[row] + other[row];
                    sum += value;
                    all++;
                    if (lots[row / WINDOW] == lotsOfOther[place]) {
                        sums[lots[row / WINDOW]] += value;
                        pairs[lots[row / WINDOW]]++;
                    }
                }
            }
            double[] parts = new double[10];
            Arrays.setAll(parts, i -> sums[i] / pairs[i]);
            Sections.Sure sure = new Sections(sum / all, parts).sure(Drawing.atRandom(10_000, TABLE));
            answered += sure.interval() == null ? 0 : 1;
            held += holds(sure, truth) ? 1 : 0;
        }
        assertThat(answered).isGreaterThan(SAMPLES * 95 / 100);
        assertThat((double) held / answered).isGreaterThan(0.93);
    }

    /** By window of a table, its section of ten if it is among the quarter that was drawn; else -1. */
    private static int[] places(Random random) {
        int windows = TABLE / WINDOW;
        int[] places = new int[windows];
        Arrays.fill(places, -1);
        int[] chosen = random.ints(0, windows).distinct().limit(windows / 4).toArray();
        for (int i = 0; i < chosen.length; i++) {
            places[chosen[i]] = i % 10;
        }
        return places;
    }

    /** The rows of a tenth of a table's windows, in twenty sections. */
    private static List<List<Double>> sections(double[] table, Random random) {
        int windows = TABLE / WINDOW;
        int[] chosen = random.ints(0, windows).distinct().limit(windows / 10).toArray();
        List<List<Double>> parts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < chosen.length; i++) {
            for (int row = 0; row < WINDOW; row++) {
                parts.get(i % 20).add(table[chosen[i] * WINDOW + row]);
            }
        }
        return parts;
    }

    private static boolean holds(Sections.Sure sure, double truth) {
        return sure.interval() != null
                && sure.interval().low() <= truth
                && truth <= sure.interval().high();
    }

    private static double average(List<Double> rows) {
        return rows.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
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
