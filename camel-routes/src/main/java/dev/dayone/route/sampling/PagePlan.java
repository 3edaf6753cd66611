package dev.dayone.route.sampling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pages are asked for, one after the other. Used by one thread. */
interface PagePlan {
    /** The next page, or null at the end. Asked again without {@link #answered} between, the same page. */
    @Nullable
    Page next();

    /** The page was read whole. */
    void answered(long rows, @Nullable List<?> nextCursor);

    /** Whether the plan has seen every row of the table. */
    boolean sawAll();

    /**
     * One page.
     *
     * @param keep how many of its rows are kept
     * @param drawn whether the kept rows are drawn from all of the page's, else its first ones are kept
     */
    record Page(Map<String, Object> selection, @Nullable List<?> cursor, long keep, boolean drawn) {}
}
