package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.table.NearestName;
import java.util.Set;

/** The column is of a type, in the words of Spark, SQL, Python or its source. */
final class ValuesOfType implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_be_of_type";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "mostly", "type_");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        String asked = arguments.text("type_");
        ColumnInfo info = arguments.info(column);
        Set<ColumnType.Kind> kinds = TypeName.kinds(asked);
        boolean bySource = asked.equalsIgnoreCase(info.sourceType());
        if (kinds.isEmpty() && !bySource) {
            throw new WrongCheckException(
                    "There is no type '" + asked + "'" + NearestName.hint(asked, TypeName.known()));
        }
        boolean holds = bySource || kinds.contains(info.type().kind());
        return new SchemaAnswer(Outcome.ofSchema(holds, info.type() + " (" + info.sourceType() + " in its source)"));
    }
}
