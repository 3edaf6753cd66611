package dev.dayone.route.sampling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pages are asked for, one after the other. Used by one thread. */
interface PagePlan {
    /** The next page, or null at the end. Asked again without {@link #answered} between, the same page. */
    @Nullable
    Request next();

    /** The page was read whole. */
    void answered(Answer answer);

    /** Whether the plan has seen every row of the table. */
    boolean sawAll();

    /** Whether rows that the plan asks for were left out, by a limit. */
    default boolean isCut() {
        return false;
    }

    /** Which rows are drawn together; null: each by itself, or none is drawn. {@code key}: the table's. */
    default @Nullable Grouping windows(List<String> key) {
        return null;
    }

    /** Which rows are drawn together. */
    interface Grouping {
        /** What rows of one window have in common; {@code read}: how many rows of the page came before. */
        Object window(Map<String, Object> row, long read);

        /** Whether windows are told by their numbers, for one may have rows of several pages. */
        default boolean isNumbered() {
            return false;
        }

        /** The columns that have to be read for it. */
        default List<String> columns() {
            return List.of();
        }
    }

    /** About how many pages it will ask for if so many rows are there. */
    long pages(long rows);

    /** The plan and its place in it, after the last page that was answered. */
    PlanState state();

    /**
     * One page.
     *
     * @param keep how many of its rows are kept
     * @param drawn whether the kept rows are drawn from all of the page's, else its first ones are kept
     */
    record Request(Map<String, Object> selection, @Nullable List<?> cursor, long keep, boolean drawn) {}

    /**
     * What became of a page.
     *
     * @param read rows that the source handed out
     * @param fresh those that it had not handed out before
     * @param kept those that are in the snapshot
     * @param cut whether a limit of the run ended it
     */
    record Answer(
            long read,
            long fresh,
            long kept,
            boolean cut,
            @Nullable List<?> nextCursor) {}
}
