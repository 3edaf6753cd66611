package dev.dayone.readiness.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.ColumnState.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@org.jspecify.annotations.NullUnmarked
class ColumnDetailTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final long HOUR = 3_600_000_000L;

    @Test
    void tellsWhatIsWrongWithTexts() {
        TextDetail texts = texts(
                "plain",
                " before",
                "behind\t",
                "with\u0000nul",
                "soft\u200Bhyphen",
                "br\uFFFDken",
                "MÃ¼ller",
                "Müller",
                "itâ€™s",
                "",
                "N/A",
                "n/a",
                "unknown",
                "日本語",
                "ПРИВЕТ");
        assertThat(texts.spaced()).isEqualTo(2);
        assertThat(texts.nonPrinting()).isEqualTo(2);
        assertThat(texts.replaced()).isEqualTo(1);
        assertThat(texts.mojibake()).isEqualTo(2);
        assertThat(texts.placeholders()).containsExactly(new ValueCount("n/a", 2), new ValueCount("unknown", 1));
        assertThat(texts.scripts()).contains(new ValueCount("han", 1), new ValueCount("cyrillic", 1));
        assertThat(texts.cases()).contains(new ValueCount("upper", 2), new ValueCount("none", 1));
        assertThat(texts.lengths()).contains(new ValueCount("0", 1), new ValueCount("2-3", 3));
    }

    @Test
    void tellsTheFormsOfDatesAndTimes() {
        TextDetail texts = texts(
                "2024-01-31",
                "2024-02-01",
                "31.01.2024",
                "1/31/2024",
                "31/01/2024",
                "02/01/2024",
                "2024-01-31T10:20:30.123Z",
                "2024-01-31 10:20");
        assertThat(texts.formats())
                .contains(
                        new ValueCount("yyyy-MM-dd", 2),
                        new ValueCount("dd.MM.yyyy", 1),
                        new ValueCount("M/dd/yyyy", 1),
                        new ValueCount("dd/MM/yyyy", 1),
                        new ValueCount("(dd|MM)/(dd|MM)/yyyy", 1),
                        new ValueCount("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 1),
                        new ValueCount("yyyy-MM-dd HH:mm", 1));
        assertThat(texts.kinds()).contains(new ValueCount("date", 6), new ValueCount("timestamp", 2));
    }

    @Test
    void hintsAtTheLanguageOfSentences() {
        TextDetail texts = texts(
                "The printer is on fire and we have not found it",
                "Der Drucker brennt und wir finden ihn nicht mehr bitte",
                "Nous ne pouvons pas dans votre application avec les données");
        assertThat(texts.languages())
                .containsExactlyInAnyOrder(new ValueCount("en", 1), new ValueCount("de", 1), new ValueCount("fr", 1));
    }

    @Test
    void tellsGapsBurstsFutureAndDefaultsOfTimes() {
        long day = 24 * HOUR;
        long start = LocalDate.of(2025, 3, 1).toEpochDay() * day;
        long[] daily = LongStream.range(0, 60)
                .filter(i -> i < 20 || i >= 40)
                .map(i -> start + i * day + 9 * HOUR)
                .toArray();
        long[] burst =
                LongStream.range(0, 500).map(i -> start + 10 * day + 17 * HOUR).toArray();
        long[] odd = {
            0,
            LocalDate.of(9999, 12, 31).toEpochDay() * day,
            LocalDate.of(2026, 1, 3).toEpochDay() * day
        };
        ColumnState state = ColumnState.of(ColumnType.TIMESTAMP, Request.USUAL);
        ((NumberState) state).add(daily, null, daily.length);
        ((NumberState) state).add(burst, null, burst.length);
        ((NumberState) state).add(odd, null, odd.length);

        TimeDetail times = detail(state).times();

        assertThat(times.days()).isEqualTo(43);
        assertThat(times.gaps()).contains(new TimeDetail.Gap("2025-03-21", "2025-04-09", 20));
        assertThat(times.bursts()).containsExactly(new ValueCount("2025-03-11", 501));
        assertThat(times.future()).isEqualTo(2);
        assertThat(times.defaults()).containsExactly(new ValueCount("1970-01-01", 1), new ValueCount("9999-12-31", 1));
        assertThat(times.hours().get(9)).isEqualTo(40);
        assertThat(times.hours().get(17)).isEqualTo(500);
        assertThat(times.midnights()).isEqualTo(3);
        assertThat(times.perDay()).contains(new ValueCount("2025-03-01", 1));
    }

    @Test
    void tellsHowFarCountsMayBeWrong() {
        ColumnState state = ColumnState.of(ColumnType.BIGINT, Request.USUAL);
        for (int batch = 0; batch < 60; batch++) {
            int from = batch * 4000;
            long[] keys = IntStream.range(0, 4000)
                    .mapToLong(i -> i % 10 == 0 ? -1 : from + i)
                    .toArray();
            ((NumberState) state).add(keys, null, keys.length);
        }
        ProfiledColumn column = state.finish(NOW);
        ColumnDetail.Accuracy accuracy = column.profile().detail().accuracy();
        ValueCount top = column.profile().top().get(0);
        assertThat(top.value()).isEqualTo("-1");
        assertThat(top.count()).isCloseTo(24_000, within(accuracy.topError()));
        assertThat(accuracy.topError()).isBetween(100L, 3000L);
        assertThat(accuracy.rankError()).isEqualTo(0.02);
        assertThat((double) column.profile().distinct()).isCloseTo(216_001, within(216_001 * accuracy.distinctError()));
    }

    @Test
    void tellsKindsWithinAFewPointsHoweverManyTextsThereAre() {
        for (int rows : List.of(5_000, 20_000, 150_000)) {
            ColumnState state = ColumnState.of(ColumnType.STRING, Request.USUAL);
            for (int from = 0; from < rows; from += 1000) {
                add(
                        state,
                        IntStream.range(from, from + 1000)
                                .mapToObj(i -> i % 10 == 3 ? "a" + i + "@x.org" : "word " + i)
                                .toArray(String[]::new));
            }
            ColumnDetail detail = detail(state);
            assertThat(detail.accuracy().lookedAt()).as("%s rows", rows).isBetween(1000L, 6000L);
            assertThat(rows(detail.texts().kinds(), "email")).isCloseTo(rows / 10.0, within(rows * 0.025));
            assertThat(rows(detail.texts().kinds(), "text")).isCloseTo(rows * 0.9, within(rows * 0.025));
        }
    }

    @Test
    void aTextOfManyRowsWeighsAsManyAmongManyOthers() {
        ColumnState state = ColumnState.of(ColumnType.STRING, Request.USUAL);
        TextBatch batch = new TextBatch();
        batch.clear();
        long[] weights = new long[30_000];
        for (int i = 0; i < weights.length; i++) {
            byte[] bytes = (i % 100 == 7 ? "m" + i + "@x.org" : "word " + i).getBytes(StandardCharsets.UTF_8);
            int place = batch.append(bytes.length);
            System.arraycopy(bytes, 0, batch.array(), place, bytes.length);
            weights[i] = i % 100 == 7 ? 500 : 1;
        }
        batch.weigh(weights);
        ((TextState) state).add(batch);
        assertThat(rows(detail(state).texts().kinds(), "email")).isCloseTo(150_000, within(7_500.0));
    }

    private static double rows(List<ValueCount> counts, String value) {
        return counts.stream()
                .filter(count -> count.value().equals(value))
                .mapToLong(ValueCount::count)
                .sum();
    }

    @Test
    void comparesKeysAcrossTypesWithoutAJoin() {
        ColumnState numbers = ColumnState.of(ColumnType.BIGINT, Request.USUAL);
        long[] keys = LongStream.range(0, 50_000).toArray();
        ((NumberState) numbers).add(keys, null, keys.length);
        ColumnState texts = ColumnState.of(ColumnType.STRING, Request.USUAL);
        add(texts, IntStream.range(25_000, 45_000).mapToObj(Integer::toString).toArray(String[]::new));
        add(texts, IntStream.range(0, 20_000).mapToObj(i -> "x" + i).toArray(String[]::new));

        KeySketch ofNumbers = numbers.finish(NOW).keys();
        KeySketch ofTexts = texts.finish(NOW).keys();

        assertThat(ofTexts.containedIn(ofNumbers)).isCloseTo(0.5, within(0.06));
        assertThat(ofNumbers.containedIn(ofTexts)).isCloseTo(0.4, within(0.06));
        assertThat(ofNumbers.isWhole()).isFalse();
    }

    private static TextDetail texts(String... values) {
        ColumnState state = ColumnState.of(ColumnType.STRING, Request.USUAL);
        add(state, values);
        return detail(state).texts();
    }

    private static ColumnDetail detail(ColumnState state) {
        return state.finish(NOW).profile().detail();
    }

    private static void add(ColumnState state, String... values) {
        TextBatch batch = new TextBatch();
        batch.clear();
        Stream.of(values).map(value -> value.getBytes(StandardCharsets.UTF_8)).forEach(bytes -> {
            int place = batch.append(bytes.length);
            System.arraycopy(bytes, 0, batch.array(), place, bytes.length);
        });
        ((TextState) state).add(batch);
    }
}
