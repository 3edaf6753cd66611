package dev.dayone.readiness.mess;

import dev.dayone.readiness.finding.FindingKind;
import java.util.stream.Stream;

/** One kind of mess that shows in rows, where a column's profile does not tell. Stateless. */
interface RowDefect {
    /** What it finds. */
    FindingKind kind();

    /** What looks at the rows of a table; empty: the table has nothing of that kind. */
    Stream<RowWatch> watches(RowPlace place);
}
