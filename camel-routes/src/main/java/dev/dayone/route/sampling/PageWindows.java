package dev.dayone.route.sampling;

import dev.dayone.pilot.snapshot.Windows;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers the windows of a page's rows. Used by one thread. */
final class PageWindows {
    private final PagePlan.@Nullable Grouping grouping;
    private final long before;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final WindowRows rows = new WindowRows();

    /** {@code grouping}: null where each row is drawn by itself; {@code before}: windows, or rows, of other pages. */
    PageWindows(PagePlan.@Nullable Grouping grouping, long before) {
        this.grouping = grouping;
        this.before = before;
    }

    /** The number of the window of a row that is kept; {@code read}: rows of the page before it. */
    int add(Map<String, Object> row, long read) {
        if (grouping == null) {
            return Windows.number(before + read);
        }
        Object window = grouping.window(row, read);
        int number = grouping.isNumbered() && window instanceof Integer given
                ? given
                : numbers.computeIfAbsent(window, none -> Windows.number(before + numbers.size()));
        rows.add(number, 1);
        return number;
    }

    /** How many rows each window has. */
    WindowRows rows() {
        return rows;
    }
}
