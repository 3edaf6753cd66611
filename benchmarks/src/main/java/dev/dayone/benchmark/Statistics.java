package dev.dayone.benchmark;

import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.statistic.DesignEffect;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Intervals;
import dev.dayone.readiness.statistic.RankRange;
import dev.dayone.readiness.statistic.Spread;
import dev.dayone.readiness.statistic.WindowCounts;
import dev.dayone.readiness.statistic.WindowSums;
import java.util.List;
import java.util.stream.DoubleStream;

/** The statistics that checks ask of a column of numbers. */
final class Statistics {
    private Statistics() {}

    /** The mean. */
    record Mean() implements ValueTrial.Asked {
        @Override
        public String kind() {
            return "mean";
        }

        @Override
        public double truth(double[] sorted) {
            return spread(sorted).mean();
        }

        @Override
        public double shifted(double[] sorted, int rows, double errors) {
            Spread all = spread(sorted);
            return all.mean() + errors * all.deviation() * Math.sqrt(left(sorted, rows) / rows);
        }

        @Override
        public Interval interval(double[] sorted, Drawing drawing) {
            return spread(sorted).mean(drawing);
        }

        @Override
        public Interval interval(double[] sorted, Drawing drawing, List<double[]> windows) {
            return spread(sorted).mean(drawing, sums(windows).ofMean(drawing));
        }
    }

    /** The standard deviation. */
    record Deviation() implements ValueTrial.Asked {
        @Override
        public String kind() {
            return "standard deviation";
        }

        @Override
        public double truth(double[] sorted) {
            return spread(sorted).deviation();
        }

        @Override
        public double shifted(double[] sorted, int rows, double errors) {
            Spread all = spread(sorted);
            double error = Math.sqrt(Math.max(0, all.kurtosis() - 1) / 4 / rows * left(sorted, rows));
            return all.deviation() * (1 + errors * error);
        }

        @Override
        public Interval interval(double[] sorted, Drawing drawing) {
            return spread(sorted).deviation(drawing);
        }

        @Override
        public Interval interval(double[] sorted, Drawing drawing, List<double[]> windows) {
            Spread sample = spread(sorted);
            return sample.deviation(drawing, sums(windows).ofSquares(sample.kurtosis(), drawing));
        }
    }

    /** A quantile. */
    record Quantile(double share) implements ValueTrial.Asked {
        @Override
        public String kind() {
            return share == 0.5 ? "median" : "quantile";
        }

        @Override
        public double truth(double[] sorted) {
            return at(sorted, share);
        }

        @Override
        public double shifted(double[] sorted, int rows, double errors) {
            double error = Math.sqrt(share * (1 - share) / rows * left(sorted, rows));
            return at(sorted, Math.max(0, Math.min(1, share + errors * error)));
        }

        private static double at(double[] sorted, double share) {
            int rank = (int) Math.ceil(share * sorted.length - 1e-9);
            return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
        }

        @Override
        public Interval interval(double[] sorted, Drawing drawing) {
            return between(sorted, RankRange.of(share, sorted.length, drawing));
        }

        @Override
        public Interval interval(double[] sorted, Drawing drawing, List<double[]> windows) {
            double seen = at(sorted, share);
            int[] upTo = new int[windows.size()];
            int[] rows = new int[windows.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = windows.get(i).length;
                upTo[i] = (int) DoubleStream.of(windows.get(i))
                        .filter(value -> value <= seen)
                        .count();
            }
            DesignEffect effect = DesignEffect.ofRate(new WindowCounts(upTo), new WindowCounts(rows), drawing);
            return between(sorted, RankRange.of(share, sorted.length, drawing, effect));
        }

        private static Interval between(double[] sorted, RankRange range) {
            return new Interval(
                    range.low() < 1 ? Intervals.UNKNOWN.low() : sorted[(int) range.low() - 1],
                    range.high() > sorted.length ? Intervals.UNKNOWN.high() : sorted[(int) range.high() - 1]);
        }
    }

    private static WindowSums sums(List<double[]> windows) {
        WindowSums sums = new WindowSums();
        for (int i = 0; i < windows.size(); i++) {
            for (double value : windows.get(i)) {
                sums.add(i, value);
            }
        }
        return sums;
    }

    private static double left(double[] all, int rows) {
        return (double) (all.length - rows) / (all.length - 1);
    }

    private static Spread spread(double[] values) {
        double n = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : values) {
            double off = value - mean;
            second += off * off / n;
            third += off * off * off / n;
            fourth += off * off * off * off / n;
        }
        return new Spread(
                n, mean, Math.sqrt(second * n / (n - 1)), third / Math.pow(second, 1.5), fourth / (second * second));
    }
}
