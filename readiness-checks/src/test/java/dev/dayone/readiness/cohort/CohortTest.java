package dev.dayone.readiness.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
    void comparesTextsOfManyKindsByTheirLength() {
        ColumnValues texts = ColumnValues.ofTexts("text");
        IntStream.range(0, 60).forEach(row -> texts.add("text number " + row, false));

        assertThat(texts.categories()).isFalse();
        assertThat(texts.value(5)).isEqualTo(13);
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
