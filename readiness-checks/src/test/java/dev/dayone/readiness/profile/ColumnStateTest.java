package dev.dayone.readiness.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.snapshot.ColumnType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@org.jspecify.annotations.NullUnmarked
class ColumnStateTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mergesPartsInAnyOrderToTheSameExactStatistics(long seed) throws IOException {
        Random random = new Random(seed);
        int distinct = 1 + random.nextInt(seed % 2 == 0 ? 200 : 3000);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            numbers.add((long) random.nextInt(distinct) * random.nextInt(1000) - 500);
        }

        ColumnProfile whole = numbers(numbers).finish(NOW).profile();
        ColumnProfile merged =
                merged(parts(numbers, random), random).finish(NOW).profile();
        assertSameExactly(merged, whole);
        assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-6));
        assertThat(merged.sum()).isEqualTo(whole.sum());
        assertThat(merged.standardDeviation()).isCloseTo(whole.standardDeviation(), within(1e-6));

        ColumnProfile texts = texts(numbers).finish(NOW).profile();
        List<ColumnState> textParts = new ArrayList<>();
        for (List<Long> part : split(numbers, random)) {
            textParts.add(copy(texts(part)));
        }
        ColumnProfile mergedTexts = merged(textParts, random).finish(NOW).profile();
        assertSameExactly(mergedTexts, texts);
        assertThat(mergedTexts.length()).isEqualTo(texts.length());
    }

    private static void assertSameExactly(ColumnProfile actual, ColumnProfile expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.nulls()).isEqualTo(expected.nulls());
        assertThat(actual.min()).isEqualTo(expected.min());
        assertThat(actual.max()).isEqualTo(expected.max());
        assertThat(actual.zeros()).isEqualTo(expected.zeros());
        assertThat(actual.negatives()).isEqualTo(expected.negatives());
        assertThat(actual.distinctExact()).isEqualTo(expected.distinctExact());
        if (expected.distinctExact()) {
            assertThat(actual.distinct()).isEqualTo(expected.distinct());
            assertThat(actual.top()).isEqualTo(expected.top());
            assertThat(actual.quantiles()).isEqualTo(expected.quantiles());
            assertThat(actual.histogram()).isEqualTo(expected.histogram());
            assertThat(actual.shapes()).isEqualTo(expected.shapes());
            assertThat(actual.inferredType()).isEqualTo(expected.inferredType());
        } else {
            assertThat(actual.distinct()).isCloseTo(expected.distinct(), within(expected.distinct() / 50));
        }
    }

    @Test
    void countsRepeatedValuesExactlyPastTheTable() {
        ColumnState left = ColumnState.of(ColumnType.BIGINT, ColumnState.Request.UNIQUENESS);
        ColumnState right = ColumnState.of(ColumnType.BIGINT, ColumnState.Request.UNIQUENESS);
        ((NumberState) left).add(java.util.stream.LongStream.range(0, 10_000).toArray(), null, 10_000);
        ((NumberState) right)
                .add(java.util.stream.LongStream.range(9_990, 20_000).toArray(), null, 10_010);
        left.merge(right);
        assertThat(left.finish(NOW).uniqueness()).isEqualTo(new Uniqueness(20_000, 19_990));
    }

    @Test
    void boundsMemoryForLongTexts() throws IOException {
        ColumnState state = ColumnState.of(ColumnType.STRING, ColumnState.Request.USUAL);
        String tail = "x".repeat(20_000);
        for (int i = 0; i < 2000; i++) {
            add(state, "the same beginning of every text that is longer than what is kept of it ".repeat(2) + i + tail);
        }
        assertThat(serialized(state).length).isLessThan(1_000_000);
        ColumnProfile profile = copy(state).finish(NOW).profile();
        assertThat(profile.distinct()).isEqualTo(2000);
        assertThat(profile.top().get(0).value()).hasSizeLessThan(130).endsWith("…");
    }

    @Test
    void findsFrequentValuesAmongManyRareOnes() {
        ColumnState state = ColumnState.of(ColumnType.STRING, ColumnState.Request.USUAL);
        for (int i = 0; i < 40_000; i++) {
            add(state, i % 10 == 0 ? "tenth" : "rare " + i);
        }
        ColumnProfile profile = state.finish(NOW).profile();
        assertThat(profile.top().get(0).value()).isEqualTo("tenth");
        assertThat(profile.top().get(0).count())
                .isCloseTo(4000, within(profile.detail().accuracy().topError()));
        assertThat(profile.distinct()).isCloseTo(36_001, within(720L));
        assertThat(profile.detail().accuracy().topError()).isLessThan(600);
        assertThat(profile.inferredType()).isEqualTo("text");
    }

    private static ColumnState merged(List<ColumnState> parts, Random random) {
        List<ColumnState> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, random);
        while (shuffled.size() > 1) {
            ColumnState taken = shuffled.remove(random.nextInt(shuffled.size()));
            shuffled.get(random.nextInt(shuffled.size())).merge(taken);
        }
        return shuffled.get(0);
    }

    private static List<ColumnState> parts(List<Long> numbers, Random random) throws IOException {
        List<ColumnState> parts = new ArrayList<>();
        for (List<Long> part : split(numbers, random)) {
            parts.add(copy(numbers(part)));
        }
        return parts;
    }

    private static List<List<Long>> split(List<Long> numbers, Random random) {
        List<List<Long>> parts = new ArrayList<>();
        int count = 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
        }
        numbers.forEach(number -> parts.get(random.nextInt(count)).add(number));
        return parts;
    }

    private static ColumnState numbers(List<Long> numbers) {
        ColumnState state = ColumnState.of(ColumnType.decimal(12, 2), ColumnState.Request.USUAL);
        long[] values = numbers.stream()
                .mapToLong(Long::longValue)
                .filter(n -> n % 7 != 3)
                .toArray();
        ((NumberState) state).add(values, null, values.length);
        state.addNulls(numbers.size() - values.length);
        return state;
    }

    private static ColumnState texts(List<Long> numbers) {
        ColumnState state = ColumnState.of(ColumnType.STRING, ColumnState.Request.USUAL);
        numbers.forEach(number -> add(state, number % 5 == 0 ? "wörd " + number : number.toString()));
        return state;
    }

    private static void add(ColumnState state, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TextBatch batch = new TextBatch();
        batch.borrow(bytes);
        batch.point(0, bytes.length);
        ((TextState) state).add(batch);
    }

    private static byte[] serialized(ColumnState state) {
        return StateCodec.write(state);
    }

    private static ColumnState copy(ColumnState state) throws IOException {
        return StateCodec.read(serialized(state));
    }
}
