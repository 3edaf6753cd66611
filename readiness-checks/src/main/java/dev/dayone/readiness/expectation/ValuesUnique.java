package dev.dayone.readiness.expectation;

import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Set;

/** No value stands in more than one row. */
final class ValuesUnique implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_be_unique";
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "mostly");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        String name = arguments.info(column).name();
        SnapshotTable table = arguments.table();
        // What the source says is of all rows, and no row_condition was asked of it.
        boolean all = arguments.where() == null;
        return new UniqueRule(
                new Measure.Present(column, arguments.where()),
                new Measure.Once(column, arguments.where()),
                arguments.mostly(),
                new UniqueRule.Source(all ? table.counted(List.of(name)) : null, all && table.isKey(List.of(name))),
                new Unexpected(null, arguments.where(), List.of(column)));
    }
}
