package dev.dayone.readiness.mess;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rows have a value in which columns, in the order of the days that they were created. Not thread-safe. */
final class RowsByDay {
    private static final int ENOUGH = 100;
    private static final double HARDLY = 0.01;
    private static final double MOSTLY = 0.3;
    private static final double FADING = 0.5;
    private static final int STILL_WRITTEN = 3;
    private static final int NO_DAY = Integer.MIN_VALUE;

    private final int created;
    private final List<Integer> times;
    private final List<Integer> columns;
    private final List<Integer> days = new ArrayList<>();
    private final Map<Integer, BitSet> filled = new HashMap<>();
    private final Map<Integer, List<Integer>> written = new HashMap<>();
    private int[] order = {};

    /**
     * The day at which a column begins, or ceases, to be filled.
     *
     * @param since whether it is filled from there on; else up to there
     * @param at how many rows are before it
     * @param empty rows without a value on the side that has none
     */
    record Split(boolean since, int at, LocalDate day, long empty) {}

    /** {@code columns}: those that are looked at; {@code times}: those of times among all. */
    RowsByDay(int created, List<Integer> times, List<Integer> columns) {
        this.created = created;
        this.columns = columns;
        this.times = times.stream()
                .filter(time -> time != created && columns.contains(time))
                .toList();
        columns.forEach(column -> filled.put(column, new BitSet()));
        this.times.forEach(time -> written.put(time, new ArrayList<>()));
    }

    int created() {
        return created;
    }

    List<Integer> columns() {
        return columns;
    }

    /** All that a row is asked for. */
    List<Integer> positions() {
        return Stream.concat(Stream.of(created), columns.stream()).toList();
    }

    void add(@Nullable String[] row) {
        int day = day(row[created]);
        if (day == NO_DAY) {
            return;
        }
        int number = days.size();
        days.add(day);
        filled.forEach((column, rows) -> {
            String value = row[column];
            if (value != null && !value.isBlank()) {
                rows.set(number);
            }
        });
        written.forEach((time, at) -> at.add(day(row[time])));
    }

    private static int day(@Nullable String text) {
        try {
            return text == null || text.length() < 10
                    ? NO_DAY
                    : Math.toIntExact(LocalDate.parse(text.substring(0, 10)).toEpochDay());
        } catch (DateTimeException e) {
            return NO_DAY;
        }
    }

    void sort() {
        order = IntStream.range(0, days.size())
                .boxed()
                .sorted(Comparator.comparing(days::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Where the share of filled rows differs most on both sides, if hardly any is filled on one; null: nowhere. */
    @Nullable
    Split split(int column) {
        BitSet rows = filled(column);
        int all = rows.cardinality();
        int before = 0;
        int best = 0;
        boolean since = false;
        double most = 0;
        for (int i = 1; i < order.length; i++) {
            before += rows.get(order[i - 1]) ? 1 : 0;
            double early = (double) before / i;
            double late = (double) (all - before) / (order.length - i);
            boolean enough = i >= ENOUGH && order.length - i >= ENOUGH;
            boolean apart = Math.min(early, late) <= HARDLY && Math.max(early, late) >= MOSTLY;
            if (enough && apart && Math.abs(late - early) > most && dayAt(i) != dayAt(i - 1)) {
                most = Math.abs(late - early);
                best = i;
                since = late > early;
            }
        }
        if (best == 0) {
            return null;
        }
        int from = since ? 0 : best;
        int to = since ? best : order.length;
        return new Split(
                since, best, LocalDate.ofEpochDay(dayAt(since ? best : best - 1)), to - from - count(rows, from, to));
    }

    private int dayAt(int place) {
        return days.get(order[place]);
    }

    private BitSet filled(int column) {
        return filled.getOrDefault(column, new BitSet());
    }

    private long count(BitSet rows, int from, int to) {
        return IntStream.range(from, to).filter(i -> rows.get(order[i])).count();
    }

    /**
     * Whether a column that is filled up to a day is so by its nature, for what it tells comes late: it fades out, or it
     * is a time, or only filled with one, that is still being written.
     */
    boolean isLate(int column, Split split) {
        BitSet rows = filled(column);
        double last = (double) count(rows, split.at() - ENOUGH, split.at()) / ENOUGH;
        double early = (double) count(rows, 0, split.at()) / split.at();
        return last < FADING * early
                || times.stream()
                        .anyMatch(time ->
                                (time == column || goesWith(rows, filled(time), split)) && isStillWritten(time, split));
    }

    /** Whether hardly any row has a value without the other, and the rows behind the split have not the other either. */
    private boolean goesWith(BitSet rows, BitSet other, Split split) {
        BitSet alone = (BitSet) rows.clone();
        alone.andNot(other);
        return alone.cardinality() <= HARDLY * rows.cardinality()
                && count(other, split.at(), order.length) <= HARDLY * (order.length - split.at());
    }

    /** Whether times lie in the later half of what has passed since the split. */
    private boolean isStillWritten(int time, Split split) {
        int newest = dayAt(order.length - 1);
        double middle = (dayAt(split.at() - 1) + newest) / 2.0;
        return written.getOrDefault(time, List.of()).stream()
                        .filter(day -> day > middle && day <= newest + 1)
                        .count()
                >= STILL_WRITTEN;
    }
}
