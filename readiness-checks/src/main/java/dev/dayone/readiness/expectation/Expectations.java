package dev.dayone.readiness.expectation;

import dev.dayone.pilot.Expectation;
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

    private Expectations() {}

    /** The names of all types. */
    public static Set<String> types() {
        return KINDS.keySet();
    }

    /** Throws {@link WrongCheckException} if the check cannot be asked of the table as it is written. */
    static Plan plan(Expectation expectation, SnapshotTable table) {
        ExpectationKind kind = KINDS.get(expectation.type());
        if (kind == null) {
            throw new WrongCheckException("There is no expectation '" + expectation.type() + "'"
                    + NearestName.hint(expectation.type(), KINDS.keySet()));
        }
        Arguments arguments = new Arguments(expectation.kwargs(), table);
        arguments.allow(kind.arguments());
        return kind.plan(arguments);
    }
}
