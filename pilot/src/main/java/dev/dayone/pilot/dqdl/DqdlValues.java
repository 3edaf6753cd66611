package dev.dayone.pilot.dqdl;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.suite.Draft;
import dev.dayone.pilot.suite.Range;
import dev.dayone.pilot.suite.Sql;
import dev.dayone.pilot.suite.UncarriedException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.glue.dqdl.model.condition.Condition;
import software.amazon.glue.dqdl.model.condition.date.DateBasedCondition;
import software.amazon.glue.dqdl.model.condition.number.NullNumericOperand;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedConditionOperator;
import software.amazon.glue.dqdl.model.condition.number.NumericOperand;
import software.amazon.glue.dqdl.model.condition.string.KeywordStringOperand;
import software.amazon.glue.dqdl.model.condition.string.QuotedStringOperand;
import software.amazon.glue.dqdl.model.condition.string.StringBasedCondition;
import software.amazon.glue.dqdl.model.condition.string.StringBasedConditionOperator;
import software.amazon.glue.dqdl.model.condition.string.StringOperand;

/**
 * {@code ColumnValues}. A missing value breaks a rule that says what values are, and keeps one that says what they are
 * not, unless NULL is named.
 */
final class DqdlValues {
    private static final String IN_SET = "expect_column_values_to_be_in_set";
    private static final String NOT_IN_SET = "expect_column_values_to_not_be_in_set";

    private DqdlValues() {}

    static List<Expectation> expectations(Target rule) {
        Condition condition = rule.rule().getCondition();
        if (condition instanceof NumberBasedCondition numbers) {
            return numbers(rule, numbers);
        }
        if (condition instanceof StringBasedCondition texts) {
            return texts(rule, texts);
        }
        if (condition instanceof DateBasedCondition days) {
            return rule.rows(DqdlDays.holds(days, Sql.name(rule.column())));
        }
        throw new UncarriedException("its condition is none on a number, a text or a day");
    }

    private static List<Expectation> numbers(Target rule, NumberBasedCondition condition) {
        List<NumericOperand> operands = condition.getOperands();
        List<NumericOperand> present = operands.stream()
                .filter(operand -> !(operand instanceof NullNumericOperand))
                .toList();
        boolean namesNull = present.size() < operands.size();
        NumberBasedConditionOperator operator = condition.getOperator();
        boolean negated =
                operator == NumberBasedConditionOperator.NOT_EQUALS || operator == NumberBasedConditionOperator.NOT_IN;
        boolean listed = negated
                || operator == NumberBasedConditionOperator.EQUALS
                || operator == NumberBasedConditionOperator.IN;
        if (namesNull && !listed) {
            throw new UncarriedException("it compares with NULL");
        }
        if (listed) {
            List<Object> members = present.stream()
                    .map(operand -> (Object) Range.plain(Passing.number(operand)))
                    .toList();
            return members(rule, new Members(members, namesNull, null), negated);
        }
        Passing passing = rule.passing();
        String column = Sql.name(rule.column());
        Range range = passing.interval();
        return range == null || rule.threshold() != null
                ? rule.rows(passing.sql(column))
                : Draft.all(
                        Draft.of("expect_column_values_to_be_between", rule.column())
                                .within(range)
                                .where(rule.where()),
                        rule.complete(rule.column()));
    }

    private static List<Expectation> texts(Target rule, StringBasedCondition condition) {
        StringBasedConditionOperator operator = condition.getOperator();
        if (operator == StringBasedConditionOperator.MATCHES) {
            return matches(rule, "^" + pattern(condition) + "$");
        }
        if (operator == StringBasedConditionOperator.NOT_MATCHES) {
            return matches(rule, "^(?!\\b" + pattern(condition) + "\\b).*$");
        }
        List<Object> members = new ArrayList<>();
        boolean namesNull = false;
        String blank = null;
        for (StringOperand operand : condition.getOperands()) {
            if (operand instanceof QuotedStringOperand) {
                members.add(operand.getOperand());
            } else if (operand instanceof KeywordStringOperand keyword) {
                switch (keyword.formatOperand()) {
                    case "NULL" -> namesNull = true;
                    case "EMPTY" -> members.add("");
                    default -> blank = blank(Sql.name(rule.column()));
                }
            } else {
                throw new UncarriedException("it compares with a variable that is not declared");
            }
        }
        boolean negated =
                operator == StringBasedConditionOperator.NOT_EQUALS || operator == StringBasedConditionOperator.NOT_IN;
        return members(rule, new Members(members, namesNull, blank), negated);
    }

    private static String blank(String column) {
        return "length(trim(" + column + ")) = 0 AND length(" + column + ") > 0";
    }

    private static String pattern(StringBasedCondition condition) {
        return condition.getOperands().get(0).getOperand();
    }

    /** Deequ takes a match that is empty for none, and a missing value too. */
    private static List<Expectation> matches(Target rule, String regex) {
        boolean matchesNothing;
        try {
            matchesNothing = Pattern.compile(regex).matcher("").find();
        } catch (PatternSyntaxException e) {
            throw new UncarriedException("its pattern cannot be read: " + e.getDescription());
        }
        if (rule.threshold() != null) {
            String column = Sql.name(rule.column());
            return rule.rows(column + " RLIKE " + Sql.text(regex) + " AND " + column + " <> ''");
        }
        List<Draft> drafts = new ArrayList<>(List.of(
                Draft.of("expect_column_values_to_match_regex", rule.column())
                        .with("regex", regex)
                        .where(rule.where()),
                rule.complete(rule.column())));
        if (matchesNothing) {
            drafts.add(Draft.of(NOT_IN_SET, rule.column())
                    .with("value_set", List.of(""))
                    .where(rule.where()));
        }
        return Draft.all(drafts.toArray(Draft[]::new));
    }

    /** What a list names: values, NULL, and texts of nothing but blanks, as a predicate. */
    private record Members(
            List<Object> values,
            boolean namesNull,
            @Nullable String blank) {
        /** True of a value that is listed. */
        String sql(String column) {
            List<String> parts = new ArrayList<>();
            if (!values.isEmpty()) {
                parts.add(Sql.in(column, values));
            }
            if (blank != null) {
                parts.add(blank);
            }
            if (namesNull) {
                parts.add(column + " IS NULL");
            }
            return parts.stream().map(part -> "coalesce(" + part + ", false)").collect(Collectors.joining(" OR "));
        }
    }

    private static List<Expectation> members(Target rule, Members members, boolean negated) {
        String column = Sql.name(rule.column());
        if (rule.threshold() != null || members.blank() != null) {
            return rule.rows(negated ? "NOT (" + members.sql(column) + ")" : "(" + members.sql(column) + ")");
        }
        List<Draft> drafts = new ArrayList<>();
        if (!members.values().isEmpty()) {
            drafts.add(Draft.of(negated ? NOT_IN_SET : IN_SET, rule.column())
                    .with("value_set", members.values())
                    .where(rule.where()));
        } else if (!negated) {
            drafts.add(
                    Draft.of("expect_column_values_to_be_null", rule.column()).where(rule.where()));
        }
        if (negated == members.namesNull()) {
            drafts.add(rule.complete(rule.column()));
        }
        return Draft.all(drafts.toArray(Draft[]::new));
    }
}
