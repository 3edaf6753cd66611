package dev.dayone.readiness.render;

import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.wording.Numbers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column's card: all that its profile says beyond the line in the table.
 *
 * @param lists values, patterns and kinds with how often they occur
 * @param facts the rest, in a few words each
 */
record ColumnFigures(List<Chart> charts, List<Counted> lists, List<Fact> facts) {
    /** Values of one sort, most frequent first. */
    record Counted(String name, List<ValueView> values) {}

    /** A figure with its name. */
    record Fact(String name, String value) {}

    private static final int VALUES = 8;
    private static final int SPANS = 3;

    /** A default date far away may not fill the page with empty months. */
    private static final int MOST_PLACES = 4_000;

    /** Null where there is nothing to add. */
    static @Nullable ColumnFigures of(ColumnProfile profile) {
        ColumnDetail detail = profile.detail();
        TextDetail texts = detail == null ? null : detail.texts();
        TimeDetail times = detail == null ? null : detail.times();
        List<Chart> charts = Stream.of(
                        times == null ? Chart.of("Distribution", bins(profile.histogram())) : null,
                        texts == null ? null : Chart.of("Length in characters", lengths(texts.lengths())),
                        times == null ? null : Chart.of("Rows over time", overTime(times.perDay())),
                        times == null ? null : Chart.of("Rows by hour of the day, UTC", hours(times.hours())))
                .flatMap(Stream::ofNullable)
                .toList();
        List<Counted> lists = new ArrayList<>();
        // The line in the table shows three; values that stand once each say nothing.
        if (profile.top().size() > SPANS && profile.top().get(0).count() > 1) {
            add(lists, "Most frequent", profile.top(), profile);
        }
        add(lists, "Patterns", profile.shapes(), profile);
        if (texts != null) {
            add(lists, "What they hold", texts.kinds(), profile);
            add(lists, "Forms of dates", texts.formats(), profile);
            add(lists, "Case", texts.cases(), profile);
            add(lists, "Stand for no value", texts.placeholders(), profile);
            add(lists, "Scripts", texts.scripts(), profile);
        }
        List<Fact> facts = facts(profile, detail);
        return charts.isEmpty() && lists.isEmpty() && facts.isEmpty() ? null : new ColumnFigures(charts, lists, facts);
    }

    private static void add(List<Counted> lists, String name, List<ValueCount> values, ColumnProfile profile) {
        // One kind for all says nothing that the line in the table does not.
        boolean plain = values.size() == 1 && !name.equals("Most frequent") && !name.equals("Stand for no value");
        if (!values.isEmpty() && !plain) {
            lists.add(new Counted(name, ValueView.of(values, profile.rows(), VALUES)));
        }
    }

    private static List<Fact> facts(ColumnProfile profile, @Nullable ColumnDetail detail) {
        List<Fact> facts = new ArrayList<>();
        number(facts, "Mean", profile.mean());
        number(facts, "Standard deviation", profile.standardDeviation());
        List<Double> quantiles = profile.quantiles();
        if (quantiles != null && quantiles.size() == 5) {
            facts.add(new Fact(
                    "5, 25, 50, 75, 95 %",
                    quantiles.stream().map(Numbers::number).collect(Collectors.joining(" · "))));
        }
        some(facts, "Zeros", profile.zeros());
        some(facts, "Below zero", profile.negatives());
        if (detail == null) {
            return facts;
        }
        ColumnDetail.NumberDetail numbers = detail.numbers();
        if (numbers != null) {
            number(facts, "Skewness", numbers.skewness());
            some(facts, "Not a number, or infinite", numbers.nonFinite());
        }
        TextDetail texts = detail.texts();
        if (texts != null) {
            some(facts, "Blanks around", texts.spaced());
            some(facts, "Invisible characters", texts.nonPrinting());
            some(facts, "Replacement characters", texts.replaced());
            some(facts, "UTF-8 read as Latin-1", texts.mojibake());
            if (!texts.languages().isEmpty()) {
                facts.add(new Fact(
                        "Languages, a hint",
                        texts.languages().stream().map(ValueCount::value).collect(Collectors.joining(", "))));
            }
        }
        TimeDetail times = detail.times();
        if (times != null) {
            times(facts, times);
        }
        exactness(facts, detail.accuracy());
        return facts;
    }

    private static void times(List<Fact> facts, TimeDetail times) {
        some(facts, "Days with rows", times.days());
        some(facts, "After the day they were read", times.future());
        some(facts, "At the very start of a day", times.midnights());
        if (!times.gaps().isEmpty()) {
            facts.add(new Fact(
                    "Longest gaps",
                    times.gaps().stream()
                            .limit(SPANS)
                            .map(gap -> gap.from() + " to " + gap.to() + " (" + Numbers.count(gap.days(), "day") + ")")
                            .collect(Collectors.joining(", "))));
        }
        list(facts, "Days with far more rows than usual", times.bursts());
        list(facts, "Days that stand for no value", times.defaults());
    }

    private static void exactness(List<Fact> facts, ColumnDetail.Accuracy accuracy) {
        List<String> errors = new ArrayList<>();
        if (accuracy.distinctError() > 0) {
            errors.add("distinct within " + Numbers.percent(accuracy.distinctError()));
        }
        if (accuracy.rankError() > 0) {
            errors.add("distribution within " + Numbers.percent(accuracy.rankError()) + " of the rows");
        }
        if (accuracy.topError() > 0) {
            errors.add("frequencies within " + Numbers.count(accuracy.topError(), "row"));
        }
        if (!errors.isEmpty()) {
            facts.add(new Fact("How exact", String.join(", ", errors)));
        }
    }

    private static void list(List<Fact> facts, String name, List<ValueCount> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(
                    name,
                    values.stream()
                            .limit(SPANS)
                            .map(value -> value.value() + " (" + Numbers.count(value.count()) + ")")
                            .collect(Collectors.joining(", "))));
        }
    }

    private static void number(List<Fact> facts, String name, @Nullable Double value) {
        if (value != null) {
            facts.add(new Fact(name, Numbers.number(value)));
        }
    }

    private static void some(List<Fact> facts, String name, @Nullable Long count) {
        if (count != null && count > 0) {
            facts.add(new Fact(name, Numbers.count(count)));
        }
    }

    private static List<ValueCount> bins(List<ColumnProfile.Bin> bins) {
        List<ValueCount> bars = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            ColumnProfile.Bin bin = bins.get(i);
            bars.add(new ValueCount(i == bins.size() - 1 ? bin.to() : bin.from(), bin.count()));
        }
        return bars;
    }

    /** Lengths with those in between that no text has. */
    private static List<ValueCount> lengths(List<ValueCount> lengths) {
        Map<Long, ValueCount> byStart = new TreeMap<>();
        for (ValueCount length : lengths) {
            byStart.put(Long.parseLong(length.value().replaceFirst("-.*", "")), length);
        }
        List<ValueCount> bars = new ArrayList<>();
        long next = -1;
        for (Map.Entry<Long, ValueCount> entry : byStart.entrySet()) {
            for (; next >= 0 && next < entry.getKey(); next = next == 0 ? 1 : next * 2) {
                bars.add(new ValueCount(next + (next > 1 ? "-" + (next * 2 - 1) : ""), 0));
            }
            bars.add(entry.getValue());
            next = entry.getKey() == 0 ? 1 : entry.getKey() * 2;
        }
        return bars;
    }

    private static List<ValueCount> hours(List<Long> hours) {
        return IntStream.range(0, hours.size())
                .mapToObj(hour -> new ValueCount(hour + ":00", hours.get(hour)))
                .toList();
    }

    /** Days, or months, with those in between that have no row. */
    private static List<ValueCount> overTime(List<ValueCount> counted) {
        if (counted.isEmpty()) {
            return counted;
        }
        try {
            boolean months = counted.get(0).value().length() == 7;
            Map<Long, ValueCount> byPlace = new TreeMap<>();
            counted.forEach(each -> byPlace.put(place(each.value(), months), each));
            List<ValueCount> bars = new ArrayList<>();
            Long before = null;
            for (Map.Entry<Long, ValueCount> entry : byPlace.entrySet()) {
                for (long empty = before == null ? entry.getKey() : before + 1;
                        empty < entry.getKey() && bars.size() < MOST_PLACES;
                        empty++) {
                    bars.add(new ValueCount("", 0));
                }
                bars.add(entry.getValue());
                before = entry.getKey();
            }
            return bars;
        } catch (DateTimeParseException e) {
            return counted; // a year beyond four digits: the bars stand side by side
        }
    }

    private static long place(String time, boolean month) {
        return month
                ? YearMonth.parse(time).getLong(ChronoField.PROLEPTIC_MONTH)
                : LocalDate.parse(time).toEpochDay();
    }
}
