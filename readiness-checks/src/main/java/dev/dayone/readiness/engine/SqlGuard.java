package dev.dayone.readiness.engine;

import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.expressions.Expression;

/**
 * Which functions and operators a pilot's SQL may use. A pilot is data from somebody else: it must not reach files, the
 * network, Java's methods, nor wait or fail at will.
 */
final class SqlGuard {
    private static final Set<String> REFUSED_FUNCTIONS = Set.of(
            "reflect",
            "java_method",
            "try_reflect",
            "input_file_name",
            "input_file_block_start",
            "input_file_block_length",
            "current_user",
            "user",
            "session_user",
            "current_catalog",
            "current_database",
            "current_schema",
            "version",
            "raise_error",
            "assert_true",
            "xpath",
            "xpath_boolean",
            "xpath_double",
            "xpath_float",
            "xpath_int",
            "xpath_long",
            "xpath_number",
            "xpath_short",
            "xpath_string",
            "from_avro",
            "to_avro",
            "schema_of_avro",
            "from_protobuf",
            "to_protobuf",
            "monotonically_increasing_id",
            "spark_partition_id",
            "sequence",
            "repeat",
            "space",
            "lpad",
            "rpad",
            "array_repeat",
            "sql_keywords");
    private static final Set<String> TABLE_FUNCTIONS = Set.of(
            "range", "explode", "explode_outer", "posexplode", "posexplode_outer", "inline", "inline_outer", "stack");
    private static final Set<String> PLANS = Set.of(
            "Project",
            "Filter",
            "Aggregate",
            "Join",
            "Sort",
            "GlobalLimit",
            "LocalLimit",
            "Limit",
            "Offset",
            "Distinct",
            "SubqueryAlias",
            "UnresolvedSubqueryColumnAliases",
            "UnresolvedWith",
            "Union",
            "Except",
            "Intersect",
            "UnresolvedHaving",
            "WithWindowDefinition",
            "Window",
            "Generate",
            "LateralJoin",
            "UnresolvedInlineTable",
            "OneRowRelation",
            "Pivot",
            "Unpivot",
            "UnresolvedRelation",
            "UnresolvedTableValuedFunction",
            "UnresolvedHint",
            "Sample",
            "LocalRelation");

    private SqlGuard() {}

    /** Thrown for SQL that is not run; the message is a sentence for people. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    static void checkPlan(String kind) {
        if (!PLANS.contains(kind)) {
            throw new Refused("The SQL is refused: " + words(kind) + " is not allowed, expected one SELECT over the"
                    + " snapshot's tables.");
        }
    }

    static void checkTableFunction(String name) {
        if (!TABLE_FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new Refused("The SQL is refused: the table function '" + name + "' is not allowed.");
        }
    }

    /** Checks one expression, not what is below it. */
    static void checkExpression(Expression expression) {
        String kind = expression.getClass().getSimpleName();
        if (expression instanceof UnresolvedFunction function) {
            checkFunction(Scala.list(function.nameParts()));
        } else if (expression instanceof UnresolvedGenerator generator) {
            checkTableFunction(generator.name().funcName());
        } else if (kind.contains("Reflection") || kind.startsWith("Python") || kind.startsWith("ScalaUD")) {
            throw new Refused("The SQL is refused: it calls code.");
        }
    }

    private static void checkFunction(java.util.List<String> name) {
        String last = name.get(name.size() - 1).toLowerCase(Locale.ROOT);
        if (name.size() > 1 || REFUSED_FUNCTIONS.contains(last)) {
            throw new Refused("The SQL is refused: the function '" + String.join(".", name) + "' is not allowed.");
        }
    }

    private static String words(String kind) {
        return "'"
                + kind.replace("Unresolved", "")
                        .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                        .toLowerCase(Locale.ROOT) + "'";
    }
}
