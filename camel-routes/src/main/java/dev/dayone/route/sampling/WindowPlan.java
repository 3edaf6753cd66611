package dev.dayone.route.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Equal windows over a numeric key's range, drawn without replacement until enough rows are there. Both ends of a
 * window stand in the predicate, so a row behind a gap is no likelier than another. The same seed draws the same windows.
 */
final class WindowPlan implements PagePlan {
    private static final int ROWS_A_WINDOW = 50;
    private static final int WINDOWS_A_PAGE = 100;

    private final PlanState.Windows begun;
    private final long width;
    private final long windows;
    private final SplittableRandom random;
    private final Map<Long, Long> swapped = new HashMap<>();
    private long drawn;
    private long kept;
    private long answered;
    private @Nullable Request page;

    /** Windows over {@code [first, last]} of a table with about {@code tableRows} rows; the range fits a long. */
    WindowPlan(long first, long last, long tableRows, long rows, long seed) {
        this(new PlanState.Windows(first, last, tableRows, rows, seed, 0, 0));
    }

    /** The same windows in the same order, from a place in it. */
    WindowPlan(PlanState.Windows state) {
        this.begun = state;
        this.random = new SplittableRandom(state.seed());
        long range = state.last() - state.first() + 1;
        long wanted = Math.max(1, Math.min(range, (state.tableRows() + ROWS_A_WINDOW - 1) / ROWS_A_WINDOW));
        this.width = (range + wanted - 1) / wanted;
        this.windows = (range + width - 1) / width;
        this.kept = state.kept();
        while (drawn < state.drawn()) {
            draw();
        }
        this.answered = drawn;
    }

    @Override
    public @Nullable Request next() {
        if (page == null && kept < begun.rows() && drawn < windows) {
            List<List<Long>> ranges = new ArrayList<>();
            long wanted = windowsAPage(begun.rows() - kept);
            while (ranges.size() < wanted && drawn < windows) {
                long start = begun.first() + draw() * width;
                // Beyond the last window's end the key may overflow.
                long end = begun.last() - start < width ? begun.last() : start + width - 1;
                ranges.add(List.of(start, end));
            }
            Map<String, Object> selection = Map.of("method", "ranges", "ranges", ranges);
            // Only the last page is expected to hold more than is wanted of it.
            boolean mayBeLast = begun.rows() - kept <= 2L * WINDOWS_A_PAGE * ROWS_A_WINDOW;
            page = new Request(selection, null, begun.rows() - kept, mayBeLast);
        }
        return page;
    }

    private static long windowsAPage(long rows) {
        return Math.max(1, Math.min(WINDOWS_A_PAGE, rows / ROWS_A_WINDOW));
    }

    @Override
    public void answered(Answer answer) {
        kept += answer.kept();
        answered = drawn;
        page = null;
    }

    @Override
    public Grouping windows(List<String> key) {
        return new KeyRanges(key.get(0), begun.first(), width);
    }

    /** Windows told by the key. */
    private record KeyRanges(String column, long first, long width) implements Grouping {
        @Override
        public Object window(Map<String, Object> row, long read) {
            Object value = row.get(column);
            return value instanceof Number number ? (number.longValue() - first) / width : -1L;
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    @Override
    public boolean sawAll() {
        return false;
    }

    @Override
    public long pages(long expected) {
        return Math.max(1, expected / ROWS_A_WINDOW / windowsAPage(begun.rows()) + 1);
    }

    @Override
    public PlanState state() {
        return new PlanState.Windows(
                begun.first(), begun.last(), begun.tableRows(), begun.rows(), begun.seed(), answered, kept);
    }

    /** The next of a random order of all windows: a shuffle that remembers only what it moved. */
    private long draw() {
        long place = drawn + random.nextLong(windows - drawn);
        long chosen = swapped.getOrDefault(place, place);
        swapped.put(place, swapped.getOrDefault(drawn, drawn));
        swapped.remove(drawn);
        drawn++;
        return chosen;
    }
}
