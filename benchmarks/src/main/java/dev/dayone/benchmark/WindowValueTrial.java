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

/** A table of numbers that are alike in runs, sampled by windows of neighbouring rows; asked for one statistic. */
final class WindowValueTrial implements Trial {
    private final String kind;
    private final String name;
    private final WindowedTable table;
    private final int windows;
    private final double[] all;
    private final ValueTrial.Asked asked;
    private final double truth;
    private final List<Claim> claims = new ArrayList<>();

    /** {@code all}: by row; {@code windows}: drawn each time. */
    WindowValueTrial(String kind, WindowedTable table, int windows, Numbers numbers, ValueTrial.Asked asked) {
        this.kind = asked.kind() + " in windows, numbers alike " + kind;
        this.name = windows + " windows, " + numbers.shape();
        this.table = table;
        this.windows = windows;
        this.all = numbers.all();
        this.asked = asked;
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        this.truth = asked.truth(sorted);
        int rows = windows * table.rows() / table.windows();
        for (double errors : new double[] {-2, -1, 1, 2}) {
            claims.add(new Claim(asked.shifted(sorted, rows, errors), errors < 0));
        }
    }

    /** Numbers of a shape. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Numbers(String shape, double[] all) {}

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String name() {
        return name;
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
        int[] drawn = table.draw(windows, random);
        List<double[]> values = new ArrayList<>();
        for (int window : drawn) {
            values.add(Arrays.copyOfRange(all, table.from(window), table.to(window)));
        }
        double[] sample =
                values.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        Drawing drawing =
                Drawing.atRandom((double) sample.length, (double) all.length).inWindows(table.together(drawn));
        Interval interval = asked.interval(sample, drawing, values);
        List<CheckVerdict> verdicts = claims.stream()
                .map(claim -> Intervals.within(interval, new Bounds(claim.least(), null, false, false)))
                .toList();
        return new Shown(interval, verdicts);
    }
}
