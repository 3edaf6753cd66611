package dev.dayone.readiness.expectation;

import dev.dayone.readiness.table.SnapshotTable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.spark.sql.Column;

/** The argument {@code regex}. */
final class RegexArgument {
    private RegexArgument() {}

    /** Whether the expression is found anywhere in a column's value, as text. */
    static Column found(Arguments arguments, int column) {
        String regex = arguments.text("regex");
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new WrongCheckException("The regular expression '" + regex + "' cannot be read: " + e.getDescription()
                    + " near position " + e.getIndex() + ".");
        }
        return SnapshotTable.column(column).cast("string").rlike(regex);
    }
}
