package dev.dayone.readiness.expectation;

import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;

/** The column has no value in any row. */
final class ValuesNull implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_be_null";
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
        Column where = arguments.where();
        Column value = SnapshotTable.column(column);
        return new RowRule(
                new Measure.Rows(where),
                new Measure.Matching(value.isNull(), where),
                arguments.mostly(),
                new Unexpected(value.isNotNull(), where, List.of(column)));
    }
}
