package dev.dayone.benchmark;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Intervals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A table of numbers, sampled row by row without putting any back; asked for one statistic. */
final class ValueTrial implements Trial {
    private static final double[] ERRORS = {0.5, 1, 2};

    private final String shape;
    private final double[] all;
    private final int rows;
    private final Asked asked;
    private final double truth;
    private final List<Claim> claims = new ArrayList<>();

    /** A statistic of numbers. */
    interface Asked {
        String kind();

        /** Of all numbers, which are sorted. */
        double truth(double[] sorted);

        /** What lies so many standard errors above the truth, for samples of so many. */
        double shifted(double[] sorted, int rows, double errors);

        /** What a sample says, which is sorted. */
        Interval interval(double[] sorted, Drawing drawing);

        /** The same of a sample in windows. */
        Interval interval(double[] sorted, Drawing drawing, List<double[]> windows);
    }

    ValueTrial(String shape, double[] all, int rows, Asked asked) {
        this.shape = shape;
        this.all = all.clone();
        this.rows = rows;
        this.asked = asked;
        Arrays.sort(this.all);
        this.truth = asked.truth(this.all);
        double[] sorted = this.all.clone();
        for (double errors : ERRORS) {
            claim(asked.shifted(sorted, rows, -errors));
            claim(asked.shifted(sorted, rows, errors));
        }
    }

    private void claim(double least) {
        if (Math.abs(least - truth) > 1e-9 * Math.abs(truth)) {
            claims.add(new Claim(least, truth >= least));
            // And the other way round: at most so much.
            claims.add(new Claim(least, truth <= least));
        }
    }

    @Override
    public String kind() {
        return asked.kind();
    }

    @Override
    public String name() {
        return rows + " of " + all.length + ", " + shape;
    }

    @Override
    public double truth() {
        return truth;
    }

    @Override
    public List<Claim> claims() {
        return claims;
    }

    @Override
    public Shown draw(SplittableRandom random) {
        double[] sample = new double[rows];
        for (int i = 0; i < rows; i++) {
            int place = i + random.nextInt(all.length - i);
            double drawn = all[place];
            all[place] = all[i];
            all[i] = drawn;
            sample[i] = drawn;
        }
        Arrays.sort(sample);
        Interval interval = asked.interval(sample, Drawing.atRandom((double) rows, (double) all.length));
        List<CheckVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            double bound = claims.get(i).least();
            Bounds bounds = i % 2 == 0 ? new Bounds(bound, null, false, false) : new Bounds(null, bound, false, false);
            verdicts.add(Intervals.within(interval, bounds));
        }
        return new Shown(interval, verdicts);
    }
}
