package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import dev.dayone.readiness.engine.DeequRules;
import dev.dayone.readiness.table.SnapshotTable;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column that names its table's rows. Only where it can be proved: the table was read whole, or the source counted. A
 * primary key needs no check: its source sees to it.
 */
final class Keys implements Rule {
    /** The positions of columns whose repeated values are to be counted. */
    static Set<Integer> positions(SnapshotTable table) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> ColumnNames.isKey(
                        table.ref().table(),
                        table.columns().get(i).name(),
                        table.columns().get(i).type()))
                .boxed()
                .collect(Collectors.toSet());
    }

    @Override
    public List<Candidate> candidates(TableView view) {
        SnapshotTable table = view.table();
        Set<Integer> positions = positions(table);
        return IntStream.range(0, view.columns().size())
                .filter(positions::contains)
                .mapToObj(view.columns()::get)
                .filter(column -> !table.isKey(List.of(column.name())))
                .filter(column -> table.manifest().whole() || table.counted(List.of(column.name())) != null)
                .filter(column -> column.present() >= view.fewest()
                        && (column.profile().nulls() > 0 || column.deequ().contains(DeequRules.Rule.UNIQUE)))
                .map(column -> Candidate.of(
                        Candidate.Kind.PLAIN,
                        "expect_column_values_to_be_unique",
                        Map.of("column", column.name()),
                        Severity.MAJOR,
                        "none of " + Numbers.count(column.present(), "value") + " stands twice, and the name says key"))
                .toList();
    }
}
