package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * One column's value is greater than another's. {@code ignore_row_if} says which rows are left out: where both values
 * are missing (unless given), where either is, or none; a row with one value that is not left out breaks the rule.
 */
final class PairGreater implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_pair_values_a_to_be_greater_than_b";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column_A", "column_B", "or_equal", "ignore_row_if", "mostly");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int first = arguments.column("column_A");
        int second = arguments.column("column_B");
        requireComparable(arguments, first, second);
        Column a = SnapshotTable.column(first);
        Column b = SnapshotTable.column(second);
        Column where = arguments.where();
        Column present = present(arguments, a, b);
        Column greater = arguments.flag("or_equal") ? a.geq(b) : a.gt(b);
        Column holds = functions.coalesce(greater, functions.lit(false));
        return new RowRule(
                new Measure.Matching(present, where),
                new Measure.Matching(present.and(holds), where),
                arguments.mostly(),
                new Unexpected(present.and(functions.not(holds)), where, List.of(first, second)));
    }

    private static Column present(Arguments arguments, Column a, Column b) {
        Object ignored = arguments.value("ignore_row_if");
        return switch (ignored == null ? "both_values_are_missing" : ignored.toString()) {
            case "both_values_are_missing" -> a.isNotNull().or(b.isNotNull());
            case "either_value_is_missing" -> a.isNotNull().and(b.isNotNull());
            case "neither" -> functions.lit(true);
            default ->
                throw new WrongCheckException("The argument 'ignore_row_if' is '" + ignored
                        + "', expected both_values_are_missing, either_value_is_missing or neither.");
        };
    }

    private static void requireComparable(Arguments arguments, int first, int second) {
        ColumnType a = arguments.info(first).type();
        ColumnType b = arguments.info(second).type();
        boolean comparable = a.kind() == b.kind() || (a.isNumeric() && b.isNumeric()) || (isTime(a) && isTime(b));
        if (!comparable) {
            throw new WrongCheckException("Column '" + arguments.info(first).name() + "' holds " + a + " and '"
                    + arguments.info(second).name() + "' holds " + b + ", which do not compare.");
        }
    }

    private static boolean isTime(ColumnType type) {
        return type.kind() == ColumnType.Kind.DATE || type.kind() == ColumnType.Kind.TIMESTAMP;
    }
}
