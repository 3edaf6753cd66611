package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.FindingKind;
import java.util.List;
import java.util.stream.Stream;

/** One kind of mess that shows only once all tables are measured. Stateless. */
interface TableDefect {
    /** What it finds. */
    FindingKind kind();

    /** What is wrong with a table; {@code all}: every table, this one too. */
    Stream<Finding> find(Neighbour table, List<Neighbour> all);
}
