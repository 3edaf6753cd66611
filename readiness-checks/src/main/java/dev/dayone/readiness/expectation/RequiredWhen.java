package dev.dayone.readiness.expectation;

import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** The column has a value in every row that meets {@code condition}; other rows are left out. */
final class RequiredWhen implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_not_be_null_when";
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "condition", "mostly");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        Column condition = arguments.condition("condition");
        if (condition == null) {
            throw new WrongCheckException("The argument 'condition' is missing.");
        }
        Column where = arguments.where();
        Column asked = functions.coalesce(condition, functions.lit(false));
        return new RowRule(
                new Measure.Matching(asked, where),
                new Measure.Matching(asked.and(SnapshotTable.column(column).isNotNull()), where),
                arguments.mostly(),
                null);
    }
}
