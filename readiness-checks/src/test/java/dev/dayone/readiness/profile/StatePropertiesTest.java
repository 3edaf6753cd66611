package dev.dayone.readiness.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.ColumnState.Request;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Of every kind of state: parts merged in any grouping tell what the whole tells, kept or not. */
@org.jspecify.annotations.NullUnmarked
class StatePropertiesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<ColumnType> TYPES = List.of(
            ColumnType.BOOLEAN,
            ColumnType.BIGINT,
            ColumnType.DOUBLE,
            ColumnType.decimal(12, 2),
            ColumnType.decimal(30, 3),
            ColumnType.STRING,
            ColumnType.DATE,
            ColumnType.TIMESTAMP);

    @Provide
    Arbitrary<ColumnType> types() {
        return Arbitraries.of(TYPES);
    }

    @Provide
    Arbitrary<Request> requests() {
        return Arbitraries.of(Request.values());
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void mergingIsAssociativeAndExactWhereTheProfileSaysSo(
            @ForAll("types") ColumnType type,
            @ForAll("requests") Request request,
            @ForAll @IntRange(min = 0, max = 6000) int rows,
            @ForAll @IntRange(min = 1, max = 12_000) int different,
            @ForAll long seed)
            throws IOException {
        List<Long> values = values(rows, different, seed);
        int first = rows / 3;
        int second = rows / 2;
        List<List<Long>> parts =
                List.of(values.subList(0, first), values.subList(first, second), values.subList(second, rows));
        ColumnState whole = state(type, request, values);

        ColumnState leftFirst = state(type, request, parts.get(0));
        leftFirst.merge(state(type, request, parts.get(1)));
        leftFirst.merge(state(type, request, parts.get(2)));
        ColumnState rightFirst = state(type, request, parts.get(1));
        rightFirst.merge(kept(state(type, request, parts.get(2))));
        ColumnState outer = kept(state(type, request, parts.get(0)));
        outer.merge(kept(rightFirst));

        assertSame(leftFirst.finish(NOW), whole.finish(NOW));
        assertSame(outer.finish(NOW), whole.finish(NOW));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void keepingChangesNothingThatIsExact(
            @ForAll("types") ColumnType type,
            @ForAll @IntRange(min = 0, max = 4000) int rows,
            @ForAll @IntRange(min = 1, max = 4000) int different,
            @ForAll long seed)
            throws IOException {
        ColumnState state = state(type, Request.UNIQUENESS, values(rows, different, seed));
        ProfiledColumn kept = kept(state).finish(NOW);
        ProfiledColumn profile = state.finish(NOW);
        assertThat(kept.profile()).isEqualTo(profile.profile());
        assertThat(kept.uniqueness()).isEqualTo(profile.uniqueness());
        assertThat(kept.values()).isEqualTo(profile.values());
        assertThat(kept.signals()).isEqualTo(profile.signals());
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void weightsSayTheSameAsRepeatedRows(@ForAll @IntRange(min = 1, max = 9000) int different, @ForAll long seed) {
        Random random = new Random(seed);
        long[] keys = new long[different];
        long[] weights = new long[different];
        List<Long> repeated = new ArrayList<>();
        for (int i = 0; i < different; i++) {
            keys[i] = i * 37L;
            weights[i] = 1L + random.nextInt(3);
            for (int j = 0; j < weights[i]; j++) {
                repeated.add(keys[i]);
            }
        }
        ColumnState weighted = ColumnState.of(ColumnType.BIGINT, Request.USUAL);
        ((NumberState) weighted).add(keys, weights, different);
        ColumnState plain = ColumnState.of(ColumnType.BIGINT, Request.USUAL);
        ((NumberState) plain).add(repeated.stream().mapToLong(Long::longValue).toArray(), null, repeated.size());
        assertSame(weighted.finish(NOW), plain.finish(NOW));
    }

    private static void assertSame(ProfiledColumn actual, ProfiledColumn expected) {
        ColumnProfile a = actual.profile();
        ColumnProfile e = expected.profile();
        assertThat(List.of(a.rows(), a.nulls(), a.blanks(), a.distinctExact()))
                .isEqualTo(List.of(e.rows(), e.nulls(), e.blanks(), e.distinctExact()));
        assertThat(a.min()).isEqualTo(e.min());
        assertThat(a.max()).isEqualTo(e.max());
        assertThat(a.zeros()).isEqualTo(e.zeros());
        assertThat(a.negatives()).isEqualTo(e.negatives());
        assertThat(a.length()).isEqualTo(e.length());
        assertThat(actual.uniqueness()).isEqualTo(expected.uniqueness());
        assertThat(a.distinct()).isCloseTo(e.distinct(), within(e.distinctExact() ? 0 : e.distinct() / 20));
        if (e.mean() != null) {
            assertThat(a.mean()).isCloseTo(e.mean(), within(Math.abs(e.mean()) * 1e-9 + 1e-9));
            assertThat(a.standardDeviation())
                    .isCloseTo(e.standardDeviation(), within(e.standardDeviation() * 1e-9 + 1e-9));
            assertThat(a.quantiles().get(2)).isCloseTo(e.quantiles().get(2), within(rankWidth(e)));
        }
        if (e.detail() != null) {
            assertSame(a.detail(), e.detail());
        }
    }

    /** Of evenly spread values, two ranks that are apart by twice the error are apart by that share of their span. */
    private static double rankWidth(ColumnProfile profile) {
        double error = profile.detail() == null
                ? 2 * QuantileSketch.ERROR
                : 2 * profile.detail().accuracy().rankError();
        return error * (Double.parseDouble(profile.max()) - Double.parseDouble(profile.min())) * 2 + 1e-9;
    }

    private static void assertSame(ColumnDetail actual, ColumnDetail expected) {
        assertThat(actual.times()).isEqualTo(expected.times());
        if (expected.texts() != null) {
            assertThat(actual.texts().lengths()).isEqualTo(expected.texts().lengths());
            assertThat(actual.texts().spaced()).isEqualTo(expected.texts().spaced());
            assertThat(actual.texts().mojibake()).isEqualTo(expected.texts().mojibake());
        }
        if (expected.numbers() != null && expected.numbers().kurtosis() != null) {
            assertThat(actual.numbers().skewness()).isCloseTo(expected.numbers().skewness(), within(1e-6));
            assertThat(actual.numbers().kurtosis()).isCloseTo(expected.numbers().kurtosis(), within(1e-6));
        }
    }

    /** Null stands for no value. */
    private static List<Long> values(int rows, int different, long seed) {
        Random random = new Random(seed);
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add(random.nextInt(10) == 0 ? null : (long) random.nextInt(different) - different / 4);
        }
        return values;
    }

    private static ColumnState state(ColumnType type, Request request, List<Long> values) {
        ColumnState state = ColumnState.of(type, request);
        List<Long> present = values.stream().filter(Objects::nonNull).toList();
        state.addNulls(values.size() - present.size());
        if (state instanceof TextState texts) {
            TextBatch batch = new TextBatch();
            batch.clear();
            for (Long value : present) {
                String text = value % 5 == 0 ? " wörd " + value : value % 7 == 0 ? "Ã¤ " + value : "" + value;
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                int place = batch.append(bytes.length);
                System.arraycopy(bytes, 0, batch.array(), place, bytes.length);
            }
            texts.add(batch);
        } else if (state instanceof WideDecimalState decimals) {
            decimals.add(
                    present.stream().map(value -> BigDecimal.valueOf(value, 3)).toList());
        } else if (state instanceof NumberState numbers && type.equals(ColumnType.DOUBLE)) {
            double[] doubles = present.stream().mapToDouble(Long::doubleValue).toArray();
            numbers.add(doubles, null, doubles.length);
        } else if (state instanceof NumberState numbers) {
            long factor = type.equals(ColumnType.TIMESTAMP) ? 7_200_000_000L : 1;
            long[] keys = present.stream()
                    .mapToLong(value -> type.equals(ColumnType.BOOLEAN) ? value & 1 : value * factor)
                    .toArray();
            numbers.add(keys, null, keys.length);
        }
        return state;
    }

    private static ColumnState kept(ColumnState state) throws IOException {
        return StateCodec.read(StateCodec.write(state));
    }
}
