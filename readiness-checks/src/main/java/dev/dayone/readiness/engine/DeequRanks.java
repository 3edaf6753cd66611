package dev.dayone.readiness.engine;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.ApproxQuantile;
import com.amazon.deequ.analyzers.KLLSketch;
import com.amazon.deequ.metrics.BucketDistribution;
import com.amazon.deequ.metrics.BucketValue;
import com.amazon.deequ.metrics.DoubleMetric;
import com.amazon.deequ.metrics.Entity;
import com.amazon.deequ.metrics.KLLMetric;
import com.amazon.deequ.metrics.Metric;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.Ranks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scala.Option;
import scala.util.Success;

/** Deequ's metrics of the order of a column's numbers. */
final class DeequRanks {
    private static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);
    private static final int BUCKETS = KLLSketch.MAXIMUM_ALLOWED_DETAIL_BINS();

    private final String column;
    private final Ranks ranks;

    DeequRanks(String column, Ranks ranks) {
        this.column = column;
        this.ranks = ranks;
    }

    /** By analyzer; a sketch where Deequ makes one, which is not of decimals. */
    Map<Analyzer<?, ?>, Metric<?>> metrics(ColumnType type) {
        Map<Analyzer<?, ?>, Metric<?>> metrics = new LinkedHashMap<>();
        for (double share : SHARES) {
            metrics.put(
                    new ApproxQuantile(column, share, ApproxQuantile.$lessinit$greater$default$3(), Option.empty()),
                    new DoubleMetric(
                            Entity.Column(),
                            "ApproxQuantile-" + share,
                            column,
                            new Success<>(ranks.quantile(share)),
                            Option.empty()));
        }
        if (type.kind() != ColumnType.Kind.DECIMAL) {
            metrics.put(new KLLSketch(column, Option.empty()), new KLLMetric(column, new Success<>(distribution())));
        }
        return metrics;
    }

    private BucketDistribution distribution() {
        List<BucketValue> buckets = new ArrayList<>();
        double span = ranks.high() - ranks.low();
        for (int i = 0; i < BUCKETS; i++) {
            double low = ranks.low() + span * i / BUCKETS;
            double high = ranks.low() + span * (i + 1) / BUCKETS;
            // As Deequ has it: the last bucket holds its bound, which rounding may put below the greatest value.
            long upTo = ranks.below(i == BUCKETS - 1 ? Math.nextUp(high) : high);
            buckets.add(new BucketValue(low, high, upTo - ranks.below(low)));
        }
        List<Object> parameters =
                List.of(KLLSketch.DEFAULT_SHRINKING_FACTOR(), (double) KLLSketch.DEFAULT_SKETCH_SIZE());
        return new BucketDistribution(
                Scala.seq(buckets).toList(), Scala.seq(parameters).toList(), levels());
    }

    /** A value of level i stands for 2^i rows: each is put into the levels that add up to its rows. */
    private double[][] levels() {
        List<List<Double>> levels = new ArrayList<>(List.of(new ArrayList<>()));
        ranks.forEach((value, rows) -> {
            for (long rest = rows; rest != 0; rest &= rest - 1) {
                int level = Long.numberOfTrailingZeros(rest);
                while (levels.size() <= level) {
                    levels.add(new ArrayList<>());
                }
                levels.get(level).add(value);
            }
        });
        return levels.stream()
                .map(level -> level.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }
}
