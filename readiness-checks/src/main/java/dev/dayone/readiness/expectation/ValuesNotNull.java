package dev.dayone.readiness.expectation;

import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;

/** The column has a value in every row. */
final class ValuesNotNull implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_not_be_null";
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
        return new RowRule(
                new Measure.Rows(where),
                new Measure.Present(column, where),
                arguments.mostly(),
                Unexpected.missing(SnapshotTable.column(column).isNull(), where, List.of(column)));
    }
}
