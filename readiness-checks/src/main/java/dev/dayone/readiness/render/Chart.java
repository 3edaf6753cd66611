package dev.dayone.readiness.render;

import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts in order, drawn as bars in a box of 240 by 40: one SVG path, so that hundreds of them stay small.
 *
 * @param name what is drawn
 * @param path of all bars
 * @param label the bars in words
 * @param from what the left end stands for
 * @param to what the right end stands for
 */
record Chart(String name, String path, String label, String from, String to) {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 40;

    /** More bars than this are put together, neighbour with neighbour. */
    private static final int MOST_BARS = 80;

    /** Null where there is nothing to draw: no bar, or a single one. */
    static @Nullable Chart of(String name, List<ValueCount> bars) {
        List<ValueCount> drawn = together(bars);
        long most = drawn.stream().mapToLong(ValueCount::count).max().orElse(0);
        if (most <= 0 || drawn.size() < 2) {
            return null;
        }
        double width = (double) WIDTH / drawn.size();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < drawn.size(); i++) {
            long count = drawn.get(i).count();
            if (count > 0) {
                long left = Math.round(i * width);
                long right = Math.max(left + 1, Math.round((i + 1) * width) - 1);
                long height = Math.max(1, Math.round((double) HEIGHT * count / most));
                path.append('M').append(left).append(' ').append(HEIGHT);
                path.append('v').append(-height).append('h').append(right - left);
                path.append('v').append(height).append('z');
            }
        }
        ValueCount top =
                drawn.stream().filter(bar -> bar.count() == most).findFirst().orElse(drawn.get(0));
        String from = drawn.get(0).value();
        String to = bars.get(bars.size() - 1).value();
        return new Chart(
                name,
                path.toString(),
                name + " from " + from + " to " + to + ", most (" + Numbers.count(most) + ") at " + top.value(),
                from,
                to);
    }

    private static List<ValueCount> together(List<ValueCount> bars) {
        int step = (bars.size() + MOST_BARS - 1) / MOST_BARS;
        if (step <= 1) {
            return bars;
        }
        return IntStream.iterate(0, start -> start < bars.size(), start -> start + step)
                .mapToObj(start -> new ValueCount(
                        bars.get(start).value(),
                        bars.subList(start, Math.min(bars.size(), start + step)).stream()
                                .mapToLong(ValueCount::count)
                                .sum()))
                .toList();
    }
}
