package dev.dayone.readiness.engine;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.DataType;
import com.amazon.deequ.analyzers.DataTypeHistogram;
import com.amazon.deequ.analyzers.Histogram;
import com.amazon.deequ.analyzers.PatternMatch;
import com.amazon.deequ.analyzers.Patterns;
import com.amazon.deequ.metrics.Distribution;
import com.amazon.deequ.metrics.DistributionValue;
import com.amazon.deequ.metrics.DoubleMetric;
import com.amazon.deequ.metrics.Entity;
import com.amazon.deequ.metrics.HistogramMetric;
import com.amazon.deequ.metrics.Metric;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.util.Success;
import scala.util.matching.Regex;

/** Deequ's metrics of a column of which every value is known with its rows. */
final class DeequValues {
    // As Deequ has them.
    private static final Pattern FRACTIONAL =
            Pattern.compile("^(-|\\+)? ?\\d+((\\.\\d+)|((?:\\.\\d+)?[Ee][-+]?\\d+))$");
    private static final Pattern INTEGRAL = Pattern.compile("^(-|\\+)? ?\\d+$");
    private static final Pattern BOOLEAN = Pattern.compile("^(true|false)$");

    private final String column;
    private final Map<String, Long> values;
    private final long rows;
    private final long nulls;

    DeequValues(String column, Map<String, Long> values, long rows, long nulls) {
        this.column = column;
        this.values = values;
        this.rows = rows;
        this.nulls = nulls;
    }

    /** Whether a type's values are written by the profile as Deequ writes them. */
    static boolean writes(ColumnType type) {
        return switch (type.kind()) {
            case STRING, BIGINT, BOOLEAN, DECIMAL, DATE -> true;
            case DOUBLE, TIMESTAMP -> false;
        };
    }

    /** By analyzer; patterns of texts alone. */
    Map<Analyzer<?, ?>, Metric<?>> metrics(ColumnType type) {
        Map<Analyzer<?, ?>, Metric<?>> metrics = new LinkedHashMap<>();
        if (rows == 0) {
            return metrics;
        }
        long bins = values.size() + (nulls > 0 ? 1L : 0L);
        if (bins <= Histogram.MaximumAllowedDetailBins()) {
            metrics.put(
                    new Histogram(
                            column,
                            Option.empty(),
                            Histogram.MaximumAllowedDetailBins(),
                            Option.empty(),
                            true,
                            Histogram.Count$.MODULE$),
                    new HistogramMetric(column, new Success<>(distribution(bins))));
        }
        metrics.put(new DataType(column, Option.empty()), new HistogramMetric(column, new Success<>(types())));
        if (type.kind() == ColumnType.Kind.STRING) {
            for (Regex pattern : List.of(
                    Patterns.EMAIL(), Patterns.URL(), Patterns.SOCIAL_SECURITY_NUMBER_US(), Patterns.CREDITCARD())) {
                metrics.put(
                        new PatternMatch(column, pattern, Option.empty(), Option.empty()),
                        new DoubleMetric(
                                Entity.Column(),
                                "PatternMatch",
                                column,
                                new Success<>(share(pattern)),
                                Option.empty()));
            }
        }
        return metrics;
    }

    private Distribution distribution(long bins) {
        scala.collection.immutable.Map<String, DistributionValue> counts =
                Map$.MODULE$.<String, DistributionValue>empty();
        for (Map.Entry<String, Long> value : values.entrySet()) {
            counts = counts.updated(value.getKey(), part(value.getValue()));
        }
        if (nulls > 0) {
            counts = counts.updated(Histogram.NullFieldReplacement(), part(nulls));
        }
        return new Distribution(counts, bins, 0);
    }

    private DistributionValue part(long count) {
        return new DistributionValue(count, (double) count / rows);
    }

    private Distribution types() {
        long fractional = 0;
        long integral = 0;
        long booleans = 0;
        long texts = 0;
        for (Map.Entry<String, Long> value : values.entrySet()) {
            String text = value.getKey();
            if (FRACTIONAL.matcher(text).matches()) {
                fractional += value.getValue();
            } else if (INTEGRAL.matcher(text).matches()) {
                integral += value.getValue();
            } else if (BOOLEAN.matcher(text).matches()) {
                booleans += value.getValue();
            } else {
                texts += value.getValue();
            }
        }
        return DataTypeHistogram.toDistribution(new DataTypeHistogram(nulls, fractional, integral, booleans, texts));
    }

    private double share(Regex pattern) {
        long matched = 0;
        for (Map.Entry<String, Long> value : values.entrySet()) {
            java.util.regex.Matcher matcher = pattern.pattern().matcher(value.getKey());
            matched += matcher.find() && !matcher.group().isEmpty() ? value.getValue() : 0;
        }
        return (double) matched / rows;
    }
}
