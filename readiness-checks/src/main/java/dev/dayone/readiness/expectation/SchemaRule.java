package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.table.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A kind of rule on the table's columns, which the schema alone answers. */
record SchemaRule(String type, Set<String> arguments, Answer answer) implements ExpectationKind {
    private static final String TYPES = "type_list";

    /** The rule itself. */
    interface Answer {
        /** The answer. Throws {@link WrongCheckException} if it cannot be asked so. */
        Outcome of(Arguments arguments);
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Plan plan(Arguments arguments) {
        return new SchemaAnswer(answer.of(arguments));
    }

    /** The column is of one of the types in {@code type_list}, in the words of Spark, SQL, Python or its source. */
    static Outcome ofTypes(Arguments arguments) {
        return arguments.isOpen(TYPES)
                ? Outcome.ofSchema(true, found(arguments.info(arguments.column("column"))))
                : ofTypes(arguments, arguments.texts(TYPES));
    }

    /** The column is of the type {@code type_}. */
    static Outcome ofType(Arguments arguments) {
        return ofTypes(arguments, List.of(arguments.text("type_")));
    }

    private static Outcome ofTypes(Arguments arguments, List<String> asked) {
        ColumnInfo info = arguments.info(arguments.column("column"));
        boolean holds = false;
        List<String> unknown = new ArrayList<>();
        for (String type : asked) {
            Set<ColumnType.Kind> kinds = TypeName.kinds(type);
            boolean bySource = type.equalsIgnoreCase(info.sourceType());
            if (kinds.isEmpty() && !bySource) {
                unknown.add(type);
            }
            holds = holds || bySource || kinds.contains(info.type().kind());
        }
        // Lists of types often name those of several systems at once.
        if (!holds && unknown.size() == asked.size()) {
            String first = unknown.isEmpty() ? "" : unknown.get(0);
            throw new WrongCheckException(
                    "There is no type '" + first + "'" + NearestName.hint(first, TypeName.known()));
        }
        return Outcome.ofSchema(holds, found(info));
    }

    private static String found(ColumnInfo info) {
        return info.type() + " (" + info.sourceType() + " in its source)";
    }

    /** The number of columns lies within the bounds. */
    static Outcome countBetween(Arguments arguments) {
        Bounds bounds = arguments.bounds();
        int columns = arguments.table().columns().size();
        return Outcome.ofSchema(bounds.holds(columns), columns);
    }

    /** The number of columns is {@code value}. */
    static Outcome count(Arguments arguments) {
        int columns = arguments.table().columns().size();
        return Outcome.ofSchema(arguments.whole("value") == columns, columns);
    }

    /** The columns are those of {@code column_list}, in its order. */
    static Outcome ordered(Arguments arguments) {
        List<String> names = names(arguments);
        boolean open = arguments.isOpen("column_list");
        return Outcome.ofSchema(open || arguments.texts("column_list").equals(names), names);
    }

    /** The columns are those of {@code column_set}; without {@code exact_match}, those and others. */
    static Outcome set(Arguments arguments) {
        List<String> names = names(arguments);
        Set<String> asked = arguments.isOpen("column_set") ? Set.of() : Set.copyOf(arguments.texts("column_set"));
        boolean exact = arguments.value("exact_match") == null || arguments.flag("exact_match");
        boolean holds = names.containsAll(asked) && (!exact || asked.containsAll(names));
        return Outcome.ofSchema(holds, names);
    }

    private static List<String> names(Arguments arguments) {
        return arguments.table().columns().stream().map(ColumnInfo::name).toList();
    }
}
