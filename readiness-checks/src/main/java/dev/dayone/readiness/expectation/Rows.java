package dev.dayone.readiness.expectation;

import dev.dayone.readiness.table.SnapshotTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A kind of rule on several columns' values in each row. {@code ignore_row_if} says which rows are left out: where all
 * values are missing (unless given), where any is, or none.
 */
record Rows(String type, Set<String> own, Holds holds) implements ExpectationKind {
    /** The rule itself. */
    interface Holds {
        /** Whether the columns' values keep the rule. Throws {@link WrongCheckException} if it cannot be asked so. */
        Column of(Arguments arguments, List<Integer> columns);
    }

    @Override
    public Set<String> arguments() {
        Set<String> all = new HashSet<>(own);
        all.addAll(Set.of("column_list", "ignore_row_if", "mostly"));
        return all;
    }

    @Override
    public Plan plan(Arguments arguments) {
        List<Integer> columns = arguments.columns("column_list");
        return RowRule.ofRows(arguments, columns, present(arguments, columns), holds.of(arguments, columns));
    }

    static Column present(Arguments arguments, List<Integer> columns) {
        List<Column> held = columns.stream()
                .map(SnapshotTable::column)
                .map(Column::isNotNull)
                .toList();
        return switch (arguments.choice(
                "ignore_row_if", List.of("all_values_are_missing", "any_value_is_missing", "never"))) {
            case "all_values_are_missing" -> held.stream().reduce(Column::or).orElseThrow();
            case "any_value_is_missing" -> held.stream().reduce(Column::and).orElseThrow();
            default -> functions.lit(true);
        };
    }

    /** Whether the values add up to {@code sum_total}. */
    static Column sum(Arguments arguments, List<Integer> columns) {
        Double total = arguments.number("sum_total");
        if (total == null) {
            throw new WrongCheckException("The argument 'sum_total' is missing.");
        }
        for (int column : columns) {
            arguments.requireNumbers(column);
        }
        return columns.stream()
                .map(SnapshotTable::column)
                .reduce(Column::plus)
                .orElseThrow()
                .equalTo(total);
    }

    /** Whether no value stands twice; missing ones are no values. */
    static Column different(Arguments arguments, List<Integer> columns) {
        Column same = functions.lit(false);
        for (int i = 0; i < columns.size(); i++) {
            for (int j = 0; j < i; j++) {
                Column pair = SnapshotTable.column(columns.get(i))
                        .cast("string")
                        .equalTo(SnapshotTable.column(columns.get(j)).cast("string"));
                same = same.or(functions.coalesce(pair, functions.lit(false)));
            }
        }
        return functions.not(same);
    }
}
