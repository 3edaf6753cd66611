package dev.dayone.pilot.dqdl;

import dev.dayone.pilot.suite.Range;
import dev.dayone.pilot.suite.UncarriedException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.glue.dqdl.model.condition.Condition;
import software.amazon.glue.dqdl.model.condition.number.AtomicNumberOperand;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;
import software.amazon.glue.dqdl.model.condition.number.NumericOperand;

/**
 * The numbers that make a condition true; {@code between} leaves its ends out, as in Glue.
 *
 * @param range if they are those of one range, or all others
 * @param members else: of a list
 * @param none whether they are those that are not in the list
 */
record Passing(@Nullable Range range, List<BigDecimal> members, boolean none) {
    /** Throws {@link UncarriedException} if the condition is none on plain numbers. */
    static Passing of(Condition condition) {
        if (!(condition instanceof NumberBasedCondition numbers) || numbers.getOperator() == null) {
            throw new UncarriedException("its condition is none on a number");
        }
        List<BigDecimal> operands =
                numbers.getOperands().stream().map(Passing::number).toList();
        return switch (numbers.getOperator()) {
            case GREATER_THAN -> of(">", operands);
            case GREATER_THAN_EQUAL_TO -> of(">=", operands);
            case LESS_THAN -> of("<", operands);
            case LESS_THAN_EQUAL_TO -> of("<=", operands);
            case EQUALS -> of("=", operands);
            case NOT_EQUALS -> of("!=", operands);
            case BETWEEN -> new Passing(within(operands), List.of(), false);
            case NOT_BETWEEN -> new Passing(within(operands).others(), List.of(), false);
            case IN -> new Passing(null, operands, false);
            case NOT_IN -> new Passing(null, operands, true);
        };
    }

    private static Passing of(String sign, List<BigDecimal> operands) {
        return new Passing(Range.of(sign, operands.get(0)), List.of(), false);
    }

    private static Range within(List<BigDecimal> operands) {
        return Range.between(new Range.End(operands.get(0), false), new Range.End(operands.get(1), false));
    }

    /** A plain number. Throws {@link UncarriedException} for one that is computed. */
    static BigDecimal number(NumericOperand operand) {
        if (!(operand instanceof AtomicNumberOperand)) {
            throw new UncarriedException("it compares with '" + operand.getOperand()
                    + "', which is computed of earlier runs or of other numbers");
        }
        return new BigDecimal(operand.getOperand().replace(" ", ""));
    }

    /** The range, if the numbers are those of one; null: they are not. */
    @Nullable
    Range interval() {
        return range == null || range.outside() ? null : range;
    }

    /** A predicate of Spark SQL. */
    String sql(String value) {
        if (range != null) {
            return range.sql(value);
        }
        return value + (none ? " NOT IN (" : " IN (")
                + members.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", ")) + ")";
    }

    /** Whether a number is among them. */
    boolean allows(BigDecimal number) {
        return range != null
                ? range.allows(number)
                : none != members.stream().anyMatch(member -> member.compareTo(number) == 0);
    }
}
