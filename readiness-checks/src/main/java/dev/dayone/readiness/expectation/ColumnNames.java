package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnInfo;
import java.util.List;
import java.util.regex.Pattern;

/** Rules on what the table's columns are called. */
final class ColumnNames {
    private ColumnNames() {}

    /** Whether {@code regex} is found in every name, or in none. */
    static Outcome match(Arguments arguments, boolean found) {
        Pattern regex = Patterns.compiled(arguments.text("regex"));
        List<String> others = arguments.table().columns().stream()
                .map(ColumnInfo::name)
                .filter(name -> regex.matcher(name).find() != found)
                .toList();
        return Outcome.ofSchema(others.isEmpty(), others.isEmpty() ? "every column" : others);
    }
}
