package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import org.jspecify.annotations.Nullable;

/** One kind of mess in a column. Stateless. */
@FunctionalInterface
interface ColumnDefect {
    /** What is wrong; null: nothing of this kind. */
    @Nullable
    Finding find(ProfiledPlace place);
}
