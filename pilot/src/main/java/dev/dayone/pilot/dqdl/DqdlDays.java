package dev.dayone.pilot.dqdl;

import dev.dayone.pilot.suite.Sql;
import dev.dayone.pilot.suite.UncarriedException;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.glue.dqdl.model.condition.date.DateBasedCondition;
import software.amazon.glue.dqdl.model.condition.date.DateExpression;
import software.amazon.glue.dqdl.model.condition.date.NullDateExpression;

/** Conditions on days: a time counts as its day, and {@code now()} is asked when the check runs. */
final class DqdlDays {
    private DqdlDays() {}

    /** A predicate of Spark SQL over a column, by its name in SQL. */
    static String holds(DateBasedCondition condition, String column) {
        List<DateExpression> operands = condition.getOperands();
        boolean namesNull = operands.stream().anyMatch(NullDateExpression.class::isInstance);
        List<String> days = operands.stream()
                .filter(operand -> !(operand instanceof NullDateExpression))
                .map(DqdlDays::day)
                .toList();
        String value = "to_date(" + column + ")";
        String missing = column + " IS NULL";
        String among =
                days.isEmpty() ? "false" : value + " IN (" + days.stream().collect(Collectors.joining(", ")) + ")";
        return switch (condition.getOperator()) {
            case EQUALS, IN -> namesNull ? "(coalesce(" + among + ", false) OR " + missing + ")" : among;
            case NOT_EQUALS, NOT_IN ->
                namesNull
                        ? "(NOT coalesce(" + among + ", false) AND NOT " + missing + ")"
                        : "(NOT coalesce(" + among + ", false))";
            case GREATER_THAN -> value + " > " + only(days);
            case GREATER_THAN_EQUAL_TO -> value + " >= " + only(days);
            case LESS_THAN -> value + " < " + only(days);
            case LESS_THAN_EQUAL_TO -> value + " <= " + only(days);
            case BETWEEN -> "(" + value + " > " + two(days).get(0) + " AND " + value + " < " + days.get(1) + ")";
            case NOT_BETWEEN ->
                "(" + missing + " OR " + value + " <= " + two(days).get(0) + " OR " + value + " >= " + days.get(1)
                        + ")";
        };
    }

    private static String only(List<String> days) {
        if (days.size() != 1) {
            throw new UncarriedException("it compares with NULL");
        }
        return days.get(0);
    }

    private static List<String> two(List<String> days) {
        if (days.size() != 2) {
            throw new UncarriedException("it compares with NULL");
        }
        return days;
    }

    private static String day(DateExpression expression) {
        if (expression instanceof DateExpression.CurrentDate) {
            return "current_date()";
        }
        if (expression instanceof DateExpression.CurrentDateExpression moved) {
            String sign = moved.getOperator() == DateExpression.DateExpressionOperator.MINUS ? " - " : " + ";
            return "to_date(current_timestamp()" + sign + "INTERVAL '"
                    + moved.getDuration().getAmount() + "' "
                    + moved.getDuration().getUnit().name().replaceAll("S$", "") + ")";
        }
        return "DATE"
                + Sql.text(expression.getEvaluatedExpression().toLocalDate().toString());
    }
}
