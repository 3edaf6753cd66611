package dev.dayone.readiness.expectation;

import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.spark.sql.Column;

/** Regular expressions and SQL patterns among the arguments, as rules on a column's values as text. */
final class Patterns {
    private Patterns() {}

    /** Whether {@code regex} is found anywhere in a column's value. */
    static Column regex(Arguments arguments, int column) {
        return found(arguments.pattern("regex"), column);
    }

    /** Whether any, or with {@code match_on: all} each, of {@code regex_list} is found. */
    static Column regexList(Arguments arguments, int column) {
        return arguments.texts("regex_list").stream()
                .map(regex -> found(regex, column))
                .reduce(together(arguments))
                .orElseThrow(() -> empty("regex_list"));
    }

    /** Whether {@code like_pattern} is the whole of a column's value: % stands for any signs, _ for one. */
    static Column like(Arguments arguments, int column) {
        return value(column).like(arguments.pattern("like_pattern"));
    }

    /** The same of any, or with {@code match_on: all} each, of {@code like_pattern_list}. */
    static Column likeList(Arguments arguments, int column) {
        return arguments.texts("like_pattern_list").stream()
                .map(pattern -> value(column).like(pattern))
                .reduce(together(arguments))
                .orElseThrow(() -> empty("like_pattern_list"));
    }

    private static Column value(int column) {
        return SnapshotTable.column(column).cast("string");
    }

    private static BinaryOperator<Column> together(Arguments arguments) {
        return arguments.choice("match_on", List.of("any", "all")).equals("all") ? Column::and : Column::or;
    }

    private static Column found(String regex, int column) {
        return value(column).rlike(compiled(regex).pattern());
    }

    /** A regular expression in Python's words. Throws {@link WrongCheckException} for one that cannot be read. */
    static Pattern compiled(String regex) {
        String java = PythonRegex.toJava(regex);
        try {
            return Pattern.compile(java);
        } catch (PatternSyntaxException e) {
            throw new WrongCheckException("The regular expression '" + regex + "' cannot be read: " + e.getDescription()
                    + " near position " + e.getIndex() + ".");
        }
    }

    private static WrongCheckException empty(String argument) {
        return new WrongCheckException("The argument '" + argument + "' is an empty list.");
    }
}
