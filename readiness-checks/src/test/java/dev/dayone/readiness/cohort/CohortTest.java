package dev.dayone.readiness.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CohortTest {
    private static final List<String> AREAS = List.of("billing", "login", "delivery", "other");

    @Test
    void aKeyIsAlwaysInOrOutAndALargerShareHoldsASmallerOne() {
        CohortRule quarter = rule("pilot", "0.25");
        CohortRule half = rule("pilot", "0.5");
        CohortRule other = rule("another", "0.25");
        long inQuarter = 0;
        long inBoth = 0;
        for (int key = 0; key < 20_000; key++) {
            boolean in = quarter.holds("k" + key);
            assertThat(rule("pilot", "0.25").holds("k" + key)).isEqualTo(in);
            assertThat(!in || half.holds("k" + key)).isTrue();
            inQuarter += in ? 1 : 0;
            inBoth += in && other.holds("k" + key) ? 1 : 0;
        }
        assertThat(inQuarter).isBetween(4_700L, 5_300L);
        assertThat(inBoth).isBetween(1_050L, 1_450L);
    }

    @Test
    void standsForTheWholeWhateverTheSalt() {
        int alarms = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            CohortRule rule = rule("s" + seed, "0.25");
            Columns columns = new Columns();
            for (int row = 0; row < 2_000; row++) {
                columns.add(random, rule.holds(String.valueOf(row)), 0);
            }
            alarms += columns.verdict() == Representation.REPRESENTATIVE ? 0 : 1;
        }
        assertThat(alarms).isLessThanOrEqualTo(5);
    }

    @Test
    void seesACohortOfOneKindOfRecordsAndNamesTheColumn() {
        Random random = new Random(7);
        Columns columns = new Columns();
        for (int row = 0; row < 4_000; row++) {
            columns.add(random, row % 4 == 0, row % 4 == 0 ? 0.6 : 0);
        }

        List<ColumnComparison> compared = Comparison.of(columns.all());

        assertThat(Cohort.verdict(compared)).isEqualTo(Representation.NOT_REPRESENTATIVE);
        assertThat(compared.get(0).verdict()).isEqualTo(Representation.NOT_REPRESENTATIVE);
        assertThat(compared)
                .filteredOn(column -> column.verdict() == Representation.NOT_REPRESENTATIVE)
                .extracting(ColumnComparison::column)
                .containsExactlyInAnyOrder("amount", "area", "text", "phone");
    }

    @Test
    void doesNotMindADifferenceThatIsSureButSmall() {
        Random random = new Random(7);
        ColumnValues amount = ColumnValues.ofNumbers("amount");
        for (int row = 0; row < 100_000; row++) {
            boolean in = row % 4 == 0;
            amount.add(random.nextGaussian() + (in ? 0.1 : 0), in);
        }

        ColumnComparison compared = Comparison.of(List.of(amount)).get(0);

        assertThat(compared.chance()).isLessThan(0.001);
        assertThat(compared.verdict()).isEqualTo(Representation.REPRESENTATIVE);
    }

    @Test
    void saysThatFewRowsTellNothing() {
        Columns few = new Columns();
        Random random = new Random(1);
        IntStream.range(0, 40).forEach(row -> few.add(random, row % 4 == 0, 0));

        assertThat(few.verdict()).isEqualTo(Representation.UNDETERMINED);
        assertThat(new Columns().verdict()).isEqualTo(Representation.UNDETERMINED);
        assertThat(Cohort.verdict(List.of())).isEqualTo(Representation.UNDETERMINED);
    }

    @Test
    void doesNotCallAColumnOfFewValuesAlike() {
        Random random = new Random(1);
        ColumnValues sparse = ColumnValues.ofNumbers("sparse");
        ColumnValues rare = ColumnValues.ofNumbers("rare");
        for (int row = 0; row < 800; row++) {
            boolean in = row % 4 == 0;
            sparse.add(row % 40 < 8 ? (Double) (random.nextGaussian() + (in ? 0.4 : 0)) : null, in);
            rare.add(row % 80 < 4 ? (Double) random.nextGaussian() : null, in);
        }

        assertThat(verdict(sparse)).isEqualTo(Representation.UNDETERMINED);
        assertThat(verdict(rare)).as("too rare to matter").isEqualTo(Representation.REPRESENTATIVE);
    }

    @Test
    void answersForANumberThatOneRowAloneHas() {
        ColumnValues alone = ColumnValues.ofNumbers("alone");
        IntStream.range(0, 200_000).forEach(row -> alone.add(row == 1 ? 1 : 0, row % 100 == 0));

        assertThat(verdict(alone)).isEqualTo(Representation.REPRESENTATIVE);
    }

    @Test
    void seesOtherKindsAmongManyOfTheSameLength() {
        Random random = new Random(1);
        ColumnValues countries = ColumnValues.ofTexts("country");
        for (int row = 0; row < 8_000; row++) {
            boolean in = row % 4 == 0;
            countries.add(String.valueOf(100 + random.nextInt(in ? 20 : 80)), in);
        }

        assertThat(verdict(countries)).isEqualTo(Representation.NOT_REPRESENTATIVE);
    }

    @Test
    void seldomCallsALargeDifferenceAlikeHoweverManyColumnsAndRows() {
        for (int rows : List.of(100, 300, 600, 900, 1_200)) {
            for (int others : List.of(0, 9, 29)) {
                int missed = 0;
                for (int seed = 0; seed < 50; seed++) {
                    Random random = new Random(seed);
                    ColumnValues shifted = ColumnValues.ofNumbers("shifted");
                    for (int row = 0; row < rows; row++) {
                        boolean in = row % 4 == 0;
                        // Half a deviation is a distance of 0.2.
                        shifted.add(random.nextGaussian() + (in ? 0.51 : 0), in);
                    }
                    List<ColumnValues> columns = new ArrayList<>(List.of(shifted));
                    for (int i = 0; i < others; i++) {
                        columns.add(constant("c" + i, rows));
                    }
                    missed += Cohort.verdict(Comparison.of(columns)) == Representation.REPRESENTATIVE ? 1 : 0;
                }
                assertThat(missed).as(rows + " rows, " + others + " others").isLessThanOrEqualTo(10);
            }
        }
    }

    @Test
    void rowsThatShareAKeyAreNoEvidenceOfTheirOwn() {
        int alarms = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            CohortRule rule = rule("s" + seed, "0.25");
            ColumnValues amounts = ColumnValues.ofNumbers("amount");
            for (int key = 0; key < 1_000; key++) {
                double own = random.nextGaussian();
                boolean in = rule.holds(String.valueOf(key));
                IntStream.range(0, 20).forEach(row -> amounts.add(own + random.nextGaussian() / 4, in));
            }
            alarms += Comparison.of(List.of(amounts), 20).get(0).chance() < Comparison.ERROR ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(10);
    }

    @Test
    void comparesTextsOfManyKindsByTheirLength() {
        ColumnValues texts = ColumnValues.ofTexts("text");
        IntStream.range(0, 60).forEach(row -> texts.add("text number " + row, false));

        assertThat(texts.categories()).isFalse();
        assertThat(texts.value(5)).isEqualTo(13);
    }

    private static Representation verdict(ColumnValues column) {
        return Comparison.of(List.of(column)).get(0).verdict();
    }

    private static ColumnValues constant(String name, int rows) {
        ColumnValues same = ColumnValues.ofNumbers(name);
        IntStream.range(0, rows).forEach(row -> same.add(1, row % 4 == 0));
        return same;
    }

    private static CohortRule rule(String salt, String share) {
        return new CohortRule(salt, new BigDecimal(share));
    }

    /** A table of five columns, of which the rows of a cohort may be pushed aside. */
    private static final class Columns {
        private final ColumnValues amount = ColumnValues.ofNumbers("amount");
        private final ColumnValues area = ColumnValues.ofTexts("area");
        private final ColumnValues text = ColumnValues.ofTexts("text");
        private final ColumnValues phone = ColumnValues.ofTexts("phone");
        private final ColumnValues noise = ColumnValues.ofNumbers("noise");

        List<ColumnValues> all() {
            return List.of(amount, area, text, phone, noise);
        }

        Representation verdict() {
            return Cohort.verdict(Comparison.of(all()));
        }

        void add(Random random, boolean in, double pushed) {
            amount.add(random.nextGaussian() + pushed, in);
            area.add(random.nextDouble() < pushed ? "billing" : AREAS.get(random.nextInt(4)), in);
            text.add("x".repeat(10 + random.nextInt(80) + (int) (pushed * 30)), in);
            phone.add(phone(random, pushed), in);
            noise.add(random.nextInt(5), in);
        }

        private static @Nullable String phone(Random random, double pushed) {
            return random.nextDouble() < 0.2 + pushed / 2 ? null : "+49" + random.nextInt(1_000_000);
        }
    }
}
