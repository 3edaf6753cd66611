package dev.dayone.readiness.expectation;

import dev.dayone.readiness.statistic.Bounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The quantiles of a column of numbers lie within the ranges of {@code quantile_ranges}. */
final class QuantilesBetween implements ExpectationKind {
    private static final String RANGES = "quantile_ranges";

    @Override
    public String type() {
        return "expect_column_quantile_values_to_be_between";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", RANGES, "allow_relative_error");
    }

    @Override
    public Plan plan(Arguments arguments) {
        if (!(arguments.value(RANGES) instanceof Map<?, ?> ranges)
                || !(ranges.get("quantiles") instanceof List<?> quantiles)
                || !(ranges.get("value_ranges") instanceof List<?> values)
                || quantiles.size() != values.size()
                || quantiles.isEmpty()) {
            throw new WrongCheckException("The argument '" + RANGES
                    + "' needs two lists of the same length, 'quantiles' and 'value_ranges'.");
        }
        Map<Double, Bounds> wanted = new LinkedHashMap<>();
        for (int i = 0; i < quantiles.size(); i++) {
            Double quantile = number(quantiles.get(i));
            if (quantile == null || quantile < 0 || quantile > 1) {
                throw new WrongCheckException("The quantile '" + quantiles.get(i) + "' is not between 0 and 1.");
            }
            if (!(values.get(i) instanceof List<?> range) || range.size() != 2) {
                throw new WrongCheckException("The value range '" + values.get(i) + "' is no pair of bounds.");
            }
            wanted.put(quantile, new Bounds(number(range.get(0)), number(range.get(1)), false, false));
        }
        return Quantiles.of(arguments, arguments.column("column"), wanted);
    }

    private static @Nullable Double number(@Nullable Object value) {
        try {
            return value == null ? null : Double.valueOf(value.toString());
        } catch (NumberFormatException e) {
            throw new WrongCheckException("The value '" + value + "' in '" + RANGES + "' is no number.");
        }
    }
}
