package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the rows of one table, one after the other. Not thread-safe. */
interface RowWatch {
    /** The positions of the columns that it looks at. */
    List<Integer> columns();

    /** Takes a row in: a text by position, of the columns that somebody looks at. The array is filled anew for the next. */
    void look(@Nullable String[] row);

    /** What is wrong. */
    Stream<Finding> found();
}
