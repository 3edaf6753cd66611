package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.FindingKind;
import java.util.List;
import java.util.stream.Stream;

/** All kinds of mess that are looked for in a table beside others, or beside what its source declares. */
public final class TableDefects {
    private static final long FEWEST_ROWS = 20;

    private static final List<TableDefect> ALL = List.of(new CodedValues(), new TypedReferences());

    private TableDefects() {}

    /** What can be wrong. */
    public static Stream<FindingKind> kinds() {
        return ALL.stream().map(TableDefect::kind);
    }

    /** What is wrong with tables that were all measured; of very few rows nothing is said. */
    public static List<Finding> of(List<Neighbour> tables) {
        return tables.stream()
                .filter(table -> table.report().sampledRows() >= FEWEST_ROWS)
                .flatMap(table -> ALL.stream().flatMap(defect -> defect.find(table, tables)))
                .toList();
    }

    /** Whether what a column refers to depends on the row: no other reference is to be told of it. */
    public static boolean isTypedReference(Finding finding) {
        return finding.kind().equals(TypedReferences.KIND.name());
    }
}
