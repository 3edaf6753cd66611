package dev.dayone.readiness.expectation;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.TableSelection;
import dev.dayone.readiness.table.NearestName;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every type of expectation that dayone knows. To add one, write its class and name it here. */
public final class Expectations {
    private static final Map<String, ExpectationKind> KINDS = List.of(
                    new ColumnExists(),
                    new ValuesNotNull(),
                    new ValuesNull(),
                    new ValuesUnique(),
                    new ValuesInSet(),
                    new ValuesNotInSet(),
                    new ValuesBetween(),
                    new ValuesMatchRegex(),
                    new ValuesNotMatchRegex(),
                    new ValueLengthsBetween(),
                    new ValuesOfType(),
                    new TableRowCountBetween(),
                    new ColumnMeanBetween(),
                    new PairGreater())
            .stream()
            .collect(Collectors.toUnmodifiableMap(ExpectationKind::type, Function.identity()));

    private static final List<String> COLUMNS = List.of("column", "column_A", "column_B");

    private Expectations() {}

    /** The names of all types. */
    public static Set<String> types() {
        return KINDS.keySet();
    }

    /** Throws {@link WrongCheckException} if the check cannot be asked of the table as it is written. */
    static Plan plan(Expectation expectation, SnapshotTable table, TableSelection selection) {
        ExpectationKind kind = KINDS.get(expectation.type());
        if (kind == null) {
            throw new WrongCheckException("There is no expectation '" + expectation.type() + "'"
                    + NearestName.hint(expectation.type(), KINDS.keySet()));
        }
        for (String argument : COLUMNS) {
            refuseWithheld(String.valueOf(expectation.kwargs().get(argument)), kind, selection);
        }
        Arguments arguments = new Arguments(expectation.kwargs(), table);
        arguments.allow(kind.arguments());
        return kind.plan(arguments);
    }

    /** What the pilot keeps out of the snapshot is no defect of the data. */
    private static void refuseWithheld(String column, ExpectationKind kind, TableSelection selection) {
        if (selection.drop().contains(column)) {
            throw new WrongCheckException("Column '" + column + "' is not read: the pilot drops it.");
        }
        if (selection.hash().contains(column) && kind.needsValues()) {
            throw new WrongCheckException("Column '" + column
                    + "' is kept as a hash, and this check needs its values: keep the column, or leave out the check.");
        }
    }
}
