package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.engine.DeequRules;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Amounts between bounds: the least and the greatest seen, but no farther out than three times the span of the middle
 * 90 %, and rounded outward to two digits. What lies beyond counts against the tolerance.
 */
final class NumberRanges implements Rule {
    private static final double LEAST = 0.95;
    private static final int SPANS = 3;
    private static final int DIGITS = 2;

    /** Bounds, both inclusive. */
    private record Range(BigDecimal low, BigDecimal high, String seen) {}

    @Override
    public List<Candidate> candidates(TableView view) {
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnView column : view.columns()) {
            Range range = range(column);
            if (range != null && range.low().compareTo(range.high()) < 0) {
                Map<String, Object> kwargs = new LinkedHashMap<>();
                kwargs.put("column", column.name());
                kwargs.put("min_value", plain(range.low(), column));
                kwargs.put("max_value", plain(range.high(), column));
                candidates.add(Candidate.share(
                        "expect_column_values_to_be_between", kwargs, Severity.MINOR, LEAST, range.seen()));
            }
        }
        return candidates;
    }

    private static @Nullable Range range(ColumnView column) {
        if (!column.info().type().isNumeric() || !column.shown() || ColumnNames.isIdentifier(column.name())) {
            return null;
        }
        Map<String, Long> usual = column.usual();
        if (usual.size() >= 2) {
            DoubleSummaryStatistics all =
                    usual.keySet().stream().mapToDouble(Double::parseDouble).summaryStatistics();
            return finite(all.getMin(), all.getMax())
                    ? new Range(
                            BigDecimal.valueOf(all.getMin()),
                            BigDecimal.valueOf(all.getMax()),
                            "values lie between the usual ones")
                    : null;
        }
        return spread(column);
    }

    private static @Nullable Range spread(ColumnView column) {
        List<Double> quantiles = column.profile().quantiles();
        String min = column.profile().min();
        String max = column.profile().max();
        if (quantiles == null || min == null || max == null) {
            return null;
        }
        double under = quantiles.get(0);
        double over = quantiles.get(quantiles.size() - 1);
        double reach = SPANS * (over - under);
        double low = Math.max(Double.parseDouble(min), under - reach);
        double high = Math.min(Double.parseDouble(max), over + reach);
        if (!finite(low, high) || reach <= 0) {
            return null;
        }
        boolean fromZero = column.deequ().contains(DeequRules.Rule.NON_NEGATIVE) && low <= high / 2;
        return new Range(
                fromZero ? BigDecimal.ZERO : rounded(low, RoundingMode.FLOOR),
                rounded(high, RoundingMode.CEILING),
                "values lie between the bounds, which are rounded outward");
    }

    private static boolean finite(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    private static BigDecimal rounded(double bound, RoundingMode outward) {
        return BigDecimal.valueOf(bound).round(new MathContext(DIGITS, outward));
    }

    private static Number plain(BigDecimal bound, ColumnView column) {
        boolean whole = column.info().type().kind() == ColumnType.Kind.BIGINT
                || bound.stripTrailingZeros().scale() <= 0;
        boolean fits = bound.abs().compareTo(BigDecimal.valueOf(1L << 53)) < 0;
        if (whole && fits) {
            return bound.longValue();
        }
        return bound.doubleValue();
    }
}
