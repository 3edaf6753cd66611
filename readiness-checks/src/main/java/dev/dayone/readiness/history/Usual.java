package dev.dayone.readiness.history;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How a number usually is on a day.
 *
 * <p>Where weekdays differ by more than chance (an analysis of variance, 1 %), and the day's own weekday was seen often enough,
 * that weekday's mean is the usual one, and what is left of all values once each has its weekday's mean taken off says how far
 * they spread. Else all days are alike.
 *
 * @param values earlier ones, oldest first, as if all had been measured on such a day
 * @param mean of them
 * @param same earlier values that were measured on such a day, as they were
 * @param groups by how many means values are told apart
 * @param weekday null: all days are alike
 */
record Usual(
        List<Double> values,
        double mean,
        List<Double> same,
        int groups,
        @Nullable DayOfWeek weekday) {
    private static final int WEEKS = 3;
    private static final double CHANCE = 0.01;

    /** A value and the weekday on which it was measured. */
    record Past(DayOfWeek weekday, double value) {}

    /** Of earlier values, at least two, on a weekday. */
    static Usual on(DayOfWeek weekday, List<Past> before) {
        List<Double> all = before.stream().map(Past::value).toList();
        Map<DayOfWeek, List<Double>> byDay = before.stream()
                .collect(Collectors.groupingBy(
                        Past::weekday,
                        () -> new EnumMap<>(DayOfWeek.class),
                        Collectors.mapping(Past::value, Collectors.toList())));
        List<Double> same = byDay.getOrDefault(weekday, List.of());
        if (same.size() < WEEKS || !differ(byDay.values(), all)) {
            return new Usual(all, mean(all), all, 1, null);
        }
        double usual = mean(same);
        List<Double> shifted = before.stream()
                .map(one -> one.value() - mean(byDay.getOrDefault(one.weekday(), same)) + usual)
                .toList();
        return new Usual(shifted, usual, same, byDay.size(), weekday);
    }

    private static boolean differ(Collection<List<Double>> byDay, List<Double> all) {
        int groups = byDay.size();
        int left = all.size() - groups;
        if (groups < 2 || left < 2) {
            return false;
        }
        double within = byDay.stream().mapToDouble(Usual::squares).sum();
        double between = squares(all) - within;
        if (within <= 0) {
            return between > 0;
        }
        double ratio = between / (groups - 1) / (within / left);
        return new FDistribution(null, groups - 1.0, left).cumulativeProbability(ratio) > 1 - CHANCE;
    }

    /** How many of the values' standard deviations off the mean one more would be in no more than so many cases. */
    double deviations(double risk) {
        int left = values.size() - groups;
        double few = Math.sqrt((values.size() - 1.0) / left);
        return few
                * new TDistribution(null, left).inverseCumulativeProbability(1 - risk / 2)
                * Math.sqrt(1 + 1.0 / same.size());
    }

    /** How far off the mean that is. */
    double reach(double risk) {
        return deviations(risk) * Math.sqrt(squares(values) / (values.size() - 1));
    }

    private static double squares(List<Double> values) {
        double mean = mean(values);
        return values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
