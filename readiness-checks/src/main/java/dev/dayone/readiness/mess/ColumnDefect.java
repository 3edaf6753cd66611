package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/** One kind of mess in a column. Stateless. */
interface ColumnDefect {
    /** What it finds. */
    FindingKind kind();

    /** What is wrong; null: nothing of this kind. */
    @Nullable
    Finding find(ProfiledPlace place);
}
