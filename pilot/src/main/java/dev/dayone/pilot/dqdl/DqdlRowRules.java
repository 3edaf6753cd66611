package dev.dayone.pilot.dqdl;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.suite.Draft;
import dev.dayone.pilot.suite.Range;
import dev.dayone.pilot.suite.Sql;
import dev.dayone.pilot.suite.UncarriedException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.glue.dqdl.model.condition.duration.Duration;
import software.amazon.glue.dqdl.model.condition.duration.DurationBasedCondition;
import software.amazon.glue.dqdl.model.condition.string.QuotedStringOperand;
import software.amazon.glue.dqdl.model.condition.string.StringBasedCondition;

/** Rules on lengths, types and ages, row by row. */
final class DqdlRowRules {
    private static final Pattern TYPES =
            Pattern.compile("BOOLEAN|DATE|TIMESTAMP|INTEGER|DOUBLE|FLOAT|LONG|DECIMAL\\(\\d+, *\\d+\\)");
    private static final Map<String, String> SPARK = Map.of("INTEGER", "INT", "LONG", "BIGINT");

    private DqdlRowRules() {}

    /** Glue takes a missing text for one of length 0. */
    static List<Expectation> length(Target rule) {
        Passing passing = rule.passing();
        Range range = passing.interval();
        if (range == null || rule.threshold() != null) {
            return rule.rows(passing.sql("coalesce(length(" + Sql.name(rule.column()) + "), 0)"));
        }
        List<Draft> drafts = new ArrayList<>();
        drafts.add(Draft.of("expect_column_value_lengths_to_be_between", rule.column())
                .within(range)
                .where(rule.where()));
        if (!passing.allows(BigDecimal.ZERO)) {
            drafts.add(rule.complete(rule.column()));
        }
        return Draft.all(drafts.toArray(Draft[]::new));
    }

    static List<Expectation> dataType(Target rule) {
        if (!(rule.rule().getCondition() instanceof StringBasedCondition condition)
                || condition.getOperands().size() != 1
                || !(condition.getOperands().get(0) instanceof QuotedStringOperand operand)) {
            throw new UncarriedException("its condition is none on one type");
        }
        String type = operand.getOperand().toUpperCase(Locale.ROOT);
        if (!TYPES.matcher(type).matches()) {
            throw new UncarriedException(
                    "the type '" + operand.getOperand() + "' is none that Glue tries values against");
        }
        if (rule.rule().getTags().keySet().stream().anyMatch(tag -> !tag.equals("threshold"))) {
            throw new UncarriedException("it reads dates of a format of its own");
        }
        String cast = "CAST(" + Sql.name(rule.column()) + " AS " + SPARK.getOrDefault(type, type) + ") IS ";
        return switch (condition.getOperator()) {
            case EQUALS -> rule.rows(cast + "NOT NULL");
            case NOT_EQUALS -> rule.rows(cast + "NULL");
            default -> throw new UncarriedException("its condition is none on one type");
        };
    }

    /** In hours since each row's time, to two digits. */
    static List<Expectation> freshness(Target rule) {
        if (!(rule.rule().getCondition() instanceof DurationBasedCondition condition)) {
            throw new UncarriedException("its condition is none on a duration");
        }
        String age = "round((unix_seconds(current_timestamp()) - unix_seconds(CAST(" + Sql.name(rule.column())
                + " AS TIMESTAMP))) / 3600, 2)";
        List<BigDecimal> hours =
                condition.getOperands().stream().map(DqdlRowRules::hours).toList();
        Range.End first = new Range.End(hours.get(0), false);
        Range.End last = new Range.End(hours.get(hours.size() - 1), false);
        String list = hours.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
        return rule.rows(
                switch (condition.getOperator()) {
                    case BETWEEN -> Range.between(first, last).sql(age);
                    case NOT_BETWEEN -> Range.between(first, last).others().sql(age);
                    case GREATER_THAN -> Range.of(">", first.at()).sql(age);
                    case GREATER_THAN_EQUAL_TO -> Range.of(">=", first.at()).sql(age);
                    case LESS_THAN -> Range.of("<", first.at()).sql(age);
                    case LESS_THAN_EQUAL_TO -> Range.of("<=", first.at()).sql(age);
                    case EQUALS -> Range.of("=", first.at()).sql(age);
                    case NOT_EQUALS -> Range.of("!=", first.at()).sql(age);
                    case IN -> age + " IN (" + list + ")";
                    case NOT_IN -> age + " NOT IN (" + list + ")";
                });
    }

    private static BigDecimal hours(Duration duration) {
        BigDecimal amount = BigDecimal.valueOf(duration.getAmount());
        return switch (duration.getUnit()) {
            case DAYS -> amount.multiply(BigDecimal.valueOf(24));
            case HOURS -> amount;
            case MINUTES -> amount.divide(BigDecimal.valueOf(60), 4, java.math.RoundingMode.HALF_UP);
        };
    }
}
