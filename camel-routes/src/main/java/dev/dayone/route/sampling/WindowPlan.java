package dev.dayone.route.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Equal windows over a numeric key's range, drawn without replacement until enough rows are there. Both ends of a
 * window stand in the predicate, so a row behind a gap is no likelier than another.
 */
final class WindowPlan implements PagePlan {
    private static final int ROWS_A_WINDOW = 50;
    private static final int WINDOWS_A_PAGE = 100;

    private final long first;
    private final long last;
    private final long width;
    private final long windows;
    private final int windowsPerPage;
    private final long rows;
    private final SplittableRandom random;
    private final Map<Long, Long> swapped = new HashMap<>();
    private long drawn;
    private long kept;
    private @Nullable Page page;

    /** Windows over {@code [first, last]} of a table with about {@code tableRows} rows; the range fits a long. */
    WindowPlan(long first, long last, long tableRows, long rows, long seed) {
        this.first = first;
        this.last = last;
        this.rows = rows;
        this.random = new SplittableRandom(seed);
        long range = last - first + 1;
        long wanted = Math.max(1, Math.min(range, (tableRows + ROWS_A_WINDOW - 1) / ROWS_A_WINDOW));
        this.width = (range + wanted - 1) / wanted;
        this.windows = (range + width - 1) / width;
        this.windowsPerPage = (int) Math.max(1, Math.min(WINDOWS_A_PAGE, rows / ROWS_A_WINDOW));
    }

    @Override
    public @Nullable Page next() {
        if (page == null && kept < rows && drawn < windows) {
            List<List<Long>> ranges = new ArrayList<>();
            while (ranges.size() < windowsPerPage && drawn < windows) {
                long start = first + draw() * width;
                // Beyond the last window's end the key may overflow.
                long end = last - start < width ? last : start + width - 1;
                ranges.add(List.of(start, end));
            }
            page = new Page(Map.of("method", "ranges", "ranges", ranges), null, rows - kept, true);
        }
        return page;
    }

    @Override
    public void answered(long read, @Nullable List<?> nextCursor) {
        kept += Math.min(read, rows - kept);
        page = null;
    }

    @Override
    public boolean sawAll() {
        return false;
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
