package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A kind of rule on two columns' values in each row. {@code ignore_row_if} says which rows are left out: where both values
 * are missing (unless given), where either is, or none; a row with one value that is not left out breaks the rule.
 */
record Pairs(String type, Set<String> own, Holds holds) implements ExpectationKind {
    /** The rule itself. */
    interface Holds {
        /** Whether two columns' values keep the rule. Throws {@link WrongCheckException} if it cannot be asked so. */
        Column of(Arguments arguments, int first, int second);
    }

    @Override
    public Set<String> arguments() {
        Set<String> all = new HashSet<>(own);
        all.addAll(Set.of("column_A", "column_B", "ignore_row_if", "mostly"));
        return all;
    }

    @Override
    public Plan plan(Arguments arguments) {
        int first = arguments.column("column_A");
        int second = arguments.column("column_B");
        Column a = SnapshotTable.column(first);
        Column b = SnapshotTable.column(second);
        Column present = present(arguments, a, b);
        return RowRule.ofRows(arguments, List.of(first, second), present, holds.of(arguments, first, second));
    }

    private static Column present(Arguments arguments, Column a, Column b) {
        return switch (arguments.choice(
                "ignore_row_if", List.of("both_values_are_missing", "either_value_is_missing", "neither"))) {
            case "both_values_are_missing" -> a.isNotNull().or(b.isNotNull());
            case "either_value_is_missing" -> a.isNotNull().and(b.isNotNull());
            default -> functions.lit(true);
        };
    }

    /** Whether the first is greater; with {@code or_equal}, no less. */
    static Column greater(Arguments arguments, int first, int second) {
        requireComparable(arguments, first, second);
        Column a = SnapshotTable.column(first);
        Column b = SnapshotTable.column(second);
        return arguments.flag("or_equal") ? a.geq(b) : a.gt(b);
    }

    /** Whether they are the same. */
    static Column equal(Arguments arguments, int first, int second) {
        requireComparable(arguments, first, second);
        return SnapshotTable.column(first).equalTo(SnapshotTable.column(second));
    }

    /** Whether the pair is among {@code value_pairs_set}; null in a pair is a missing value. */
    static Column inSet(Arguments arguments, int first, int second) {
        Column among = functions.lit(false);
        for (Object pair : arguments.list("value_pairs_set")) {
            if (!(pair instanceof List<?> two) || two.size() != 2) {
                throw new WrongCheckException("The argument 'value_pairs_set' holds '" + pair + "', expected pairs.");
            }
            among = among.or(is(arguments, first, two.get(0)).and(is(arguments, second, two.get(1))));
        }
        return among;
    }

    private static Column is(Arguments arguments, int column, @org.jspecify.annotations.Nullable Object value) {
        Column held = SnapshotTable.column(column);
        return value == null ? held.isNull() : held.eqNullSafe(Literals.of(value, arguments.info(column)));
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
