package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ValueCount;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The most frequent entries of a table of counts. */
final class Top {
    private static final int LENGTH = 10;
    private static final Comparator<ValueCount> MOST_FIRST =
            Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value);

    private Top() {}

    static List<ValueCount> of(LongCounts counts, NumberText text) {
        long least = least(counts.offset());
        List<ValueCount> values = new ArrayList<>();
        counts.forEach((key, count) -> {
            if (count >= least) {
                values.add(new ValueCount(text.of(key), count + counts.offset()));
            }
        });
        return first(values);
    }

    static List<ValueCount> of(TextCounts counts) {
        long least = least(counts.offset());
        List<ValueCount> values = new ArrayList<>();
        counts.forEach(entry -> {
            if (entry.count() >= least) {
                values.add(new ValueCount(text(entry), entry.count() + counts.offset()));
            }
        });
        return first(values);
    }

    static List<ValueCount> of(Map<String, Long> counts) {
        List<ValueCount> values = new ArrayList<>();
        counts.forEach((value, rows) -> values.add(new ValueCount(value, rows)));
        return first(values);
    }

    /** The text of an entry; the beginning of a long one, with an ellipsis. */
    static String text(TextCounts.Entry entry) {
        String text = new String(entry.key(), StandardCharsets.UTF_8);
        if (!entry.cut()) {
            return text;
        }
        // The cut may have gone through a character.
        return text.replaceAll("\uFFFD+$", "") + "…";
    }

    /**
     * By how many rows a count may be wrong at 95 %: what purges may have taken, and what comes of picking one value in
     * {@code every}; 0: all were counted.
     */
    static long error(List<ValueCount> top, long offset, int every) {
        long most = top.isEmpty() ? 0 : top.get(0).count();
        return offset + (long) Math.ceil(2 * Math.sqrt((double) every * most));
    }

    private static List<ValueCount> first(List<ValueCount> values) {
        values.sort(MOST_FIRST);
        return List.copyOf(values.subList(0, Math.min(LENGTH, values.size())));
    }

    /** Past the table's limit an entry counts only if it stands clear of what the purges may have taken from others. */
    private static long least(long offset) {
        return offset == 0 ? 1 : offset + 1;
    }
}
