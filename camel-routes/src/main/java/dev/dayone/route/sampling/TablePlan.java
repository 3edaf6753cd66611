package dev.dayone.route.sampling;

import dev.dayone.pilot.SampleMethod;
import org.jspecify.annotations.Nullable;

/** How a table is read: the pages, the method in the end, why it is not the one asked for, and rows expected. */
record TablePlan(
        PagePlan pages, SampleMethod used, @Nullable String note, long expectedRows) {
    /** The same plan with more to say of it. */
    TablePlan noted(String more) {
        return new TablePlan(pages, used, join(note, more), expectedRows);
    }

    static String join(@Nullable String note, String more) {
        return note == null ? more : note + "; " + more;
    }
}
