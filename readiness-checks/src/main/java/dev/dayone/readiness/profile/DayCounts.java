package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many rows each day of a time column has, in UTC, and each hour of the day. Exact for the first {@link #LIMIT} days
 * that are seen; rows of further days are counted together.
 */
final class DayCounts {
    static final int LIMIT = 1 << 16;
    static final int HOURS = 24;
    private static final long DAY = 86_400_000_000L;
    private static final long HOUR = 3_600_000_000L;

    private int[] days = new int[256];
    private long[] rows = new long[256];
    private int size;
    private long beyond;
    private long midnights;
    private final long[] hours = new long[HOURS];
    private int latestDay;
    private long latestRows;

    /** Adds instants in microseconds, each as often as its weight says; {@code null}: once. */
    void addInstants(long[] micros, long @org.jspecify.annotations.Nullable [] weights, int length) {
        long start = latestDay * DAY;
        for (int i = 0; i < length; i++) {
            long since = micros[i] - start;
            if (since < 0 || since >= DAY) {
                flush();
                latestDay = (int) Math.floorDiv(micros[i], DAY);
                start = latestDay * DAY;
                since = micros[i] - start;
            }
            long weight = weights == null ? 1 : weights[i];
            latestRows += weight;
            hours[(int) (since / HOUR)] += weight;
            midnights += since == 0 ? weight : 0;
        }
        flush();
    }

    /** Adds days since 1970. */
    void addDays(long[] keys, long @org.jspecify.annotations.Nullable [] weights, int length) {
        for (int i = 0; i < length; i++) {
            if (keys[i] != latestDay) {
                flush();
                latestDay = (int) keys[i];
            }
            latestRows += weights == null ? 1 : weights[i];
        }
        flush();
    }

    private void flush() {
        if (latestRows > 0) {
            add(latestDay, latestRows);
            latestRows = 0;
        }
    }

    private void add(int day, long more) {
        int slot = slot(day);
        if (rows[slot] == 0) {
            if (size >= LIMIT) {
                beyond += more;
                return;
            }
            days[slot] = day;
            size++;
        }
        rows[slot] += more;
        if (size * 2 > days.length) {
            grow();
        }
    }

    private int slot(int day) {
        int mask = days.length - 1;
        int slot = (day * 0x9E3779B9) >>> 7 & mask;
        while (rows[slot] != 0 && days[slot] != day) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldDays = days;
        long[] oldRows = rows;
        days = new int[oldDays.length * 2];
        rows = new long[oldDays.length * 2];
        for (int i = 0; i < oldDays.length; i++) {
            if (oldRows[i] != 0) {
                int slot = slot(oldDays[i]);
                days[slot] = oldDays[i];
                rows[slot] = oldRows[i];
            }
        }
    }

    void merge(DayCounts other) {
        other.byDay().forEach(this::add);
        beyond += other.beyond;
        midnights += other.midnights;
        Arrays.setAll(hours, i -> hours[i] + other.hours[i]);
    }

    /** Rows by day since 1970. */
    SortedMap<Integer, Long> byDay() {
        SortedMap<Integer, Long> byDay = new TreeMap<>();
        for (int i = 0; i < days.length; i++) {
            if (rows[i] != 0) {
                byDay.put(days[i], rows[i]);
            }
        }
        return byDay;
    }

    /** Rows of days that are not told apart. */
    long beyond() {
        return beyond;
    }

    /** Rows at the very beginning of a day. */
    long midnights() {
        return midnights;
    }

    long[] hours() {
        return hours.clone();
    }

    void write(DataOutput out) throws IOException {
        SortedMap<Integer, Long> byDay = byDay();
        Varints.write(out, byDay.size());
        for (Map.Entry<Integer, Long> day : byDay.entrySet()) {
            out.writeInt(day.getKey());
            Varints.write(out, day.getValue());
        }
        Varints.write(out, beyond);
        Varints.write(out, midnights);
        Varints.write(out, hours);
    }

    static DayCounts read(DataInput in) throws IOException {
        DayCounts counts = new DayCounts();
        int entries = Varints.readLength(in);
        for (int i = 0; i < entries; i++) {
            counts.add(in.readInt(), Varints.read(in));
        }
        counts.beyond = Varints.read(in);
        counts.midnights = Varints.read(in);
        Varints.read(in, counts.hours);
        return counts;
    }
}
