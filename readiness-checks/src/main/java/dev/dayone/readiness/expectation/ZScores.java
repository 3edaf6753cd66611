package dev.dayone.readiness.expectation;

import dev.dayone.readiness.table.SnapshotTable;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Every value lies less than {@code threshold} standard deviations above the mean; with {@code double_sided}, below it
 * either. Mean and deviation are asked in a job before.
 */
final class ZScores implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_value_z_scores_to_be_less_than";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "threshold", "double_sided", "mostly");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        arguments.requireNumbers(column);
        Double threshold = arguments.number("threshold");
        if (threshold == null) {
            throw new WrongCheckException("The argument 'threshold' is missing.");
        }
        Column where = arguments.where();
        Dataset<Row> rows = where == null
                ? arguments.table().rows()
                : arguments.table().rows().filter(where);
        Column value = SnapshotTable.column(column).cast("double");
        Row found = rows.agg(functions.avg(value), functions.stddev_samp(value)).head();
        if (found.isNullAt(0) || found.isNullAt(1) || found.getDouble(1) == 0) {
            throw new WrongCheckException("Column '" + arguments.info(column).name()
                    + "' has no spread to measure by: fewer than two different values.");
        }
        Column score = value.minus(found.getDouble(0)).divide(found.getDouble(1));
        Column compared = arguments.flag("double_sided") ? functions.abs(score) : score;
        return RowRule.ofColumn(arguments, column, compared.lt(threshold));
    }
}
