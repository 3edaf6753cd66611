package dev.dayone.readiness.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The argument {@code partition_object}: what share of the values is expected where.
 *
 * @param values the categories; empty: it is one of bins
 * @param bins the ends of intervals, one more than there are; empty: it is one of categories
 * @param weights shares of the categories or intervals
 * @param tails shares below the first and above the last interval
 */
record Partition(List<Object> values, List<Double> bins, List<Double> weights, List<Double> tails) {
    private static final String ARGUMENT = "partition_object";
    private static final double SUM_OFF_BY = 1e-6;

    static Partition of(Arguments arguments) {
        if (!(arguments.value(ARGUMENT) instanceof Map<?, ?> given)
                || !(given.get("weights") instanceof List<?> weights)
                || (given.get("values") == null) == (given.get("bins") == null)) {
            throw wrong("needs 'weights', and 'values' or 'bins'");
        }
        List<Object> values = given.get("values") instanceof List<?> list ? new ArrayList<>(list) : List.of();
        List<Double> bins = numbers(given.get("bins"));
        List<Double> tails = given.get("tail_weights") == null ? List.of(0.0, 0.0) : numbers(given.get("tail_weights"));
        Partition partition = new Partition(values, bins, numbers(weights), tails);
        partition.check();
        return partition;
    }

    /** Whether it leaves open what lies beyond its bins, on one side at least. */
    boolean isBounded() {
        boolean bothEnds = Double.isInfinite(bins.get(0)) && Double.isInfinite(bins.get(bins.size() - 1));
        return !bothEnds && tails.stream().allMatch(share -> share == 0);
    }

    private void check() {
        int parts = bins.isEmpty() ? values.size() : bins.size() - 1;
        if (parts != weights.size() || parts == 0) {
            throw wrong("has " + weights.size() + " weights for " + parts + " parts");
        }
        for (int i = 1; i < bins.size(); i++) {
            if (bins.get(i) <= bins.get(i - 1)) {
                throw wrong("has bins that do not ascend");
            }
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        double outside = tails.stream().mapToDouble(Double::doubleValue).sum();
        boolean negative = weights.stream().anyMatch(weight -> weight < 0);
        if (tails.size() != 2 || negative || Math.abs(sum + outside - 1) > SUM_OFF_BY) {
            throw wrong("has weights that do not add up to 1");
        }
    }

    private static List<Double> numbers(@Nullable Object list) {
        List<Double> numbers = new ArrayList<>();
        if (list instanceof List<?> members) {
            for (Object member : members) {
                try {
                    numbers.add(Double.valueOf(String.valueOf(member)));
                } catch (NumberFormatException e) {
                    throw wrong("holds '" + member + "' where a number is expected");
                }
            }
        }
        return numbers;
    }

    private static WrongCheckException wrong(String found) {
        return new WrongCheckException("The argument '" + ARGUMENT + "' " + found + ".");
    }
}
