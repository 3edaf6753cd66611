package dev.dayone.readiness.flow;

import dev.dayone.pilot.report.Funnel;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * Something that a row of a table is asked.
 *
 * @param text what of the row answers it
 */
record Question(Funnel.Kind kind, String place, Funnel.@Nullable Rule rule, Column text, Judge judge) {
    /** Says what is wrong. */
    @FunctionalInterface
    interface Judge {
        /** A few words, always the same ones; null: nothing is. */
        @Nullable
        String wrong(@Nullable String text);
    }
}
