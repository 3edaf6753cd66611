package dev.dayone.benchmark;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Rate;
import dev.dayone.readiness.statistic.WindowCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A table whose broken rows stand in runs, sampled by windows of neighbouring rows. */
final class WindowRateTrial implements Trial {
    private static final double[] ERRORS = {0, 0.5, 1, 2};

    private final String kind;
    private final String name;
    private final WindowedTable table;
    private final int windows;
    private final int[] brokenUpTo;
    private final List<Claim> claims = new ArrayList<>();

    /** {@code broken}: by row; {@code windows}: drawn each time. */
    WindowRateTrial(String kind, String name, WindowedTable table, int windows, boolean[] broken) {
        this.kind = "rate in windows, broken rows " + kind;
        this.name = windows + " windows, " + name;
        this.table = table;
        this.windows = windows;
        this.brokenUpTo = new int[broken.length + 1];
        for (int i = 0; i < broken.length; i++) {
            brokenUpTo[i + 1] = brokenUpTo[i] + (broken[i] ? 1 : 0);
        }
        double all = broken.length;
        double error = Math.max(error(), 0.5 / all);
        for (double errors : ERRORS) {
            claim(truth() - errors * error);
            claim(truth() + Math.max(errors * error, 1 / all));
        }
    }

    /** Of so many windows, by how much their rows differ. */
    private double error() {
        double squares = 0;
        for (int window = 0; window < table.windows(); window++) {
            double rows = table.to(window) - table.from(window);
            double off = broken(window) - (1 - truth()) * rows;
            squares += off * off;
        }
        double each = (double) table.rows() / table.windows();
        double left = 1 - (double) windows / table.windows();
        return Math.sqrt(squares / table.windows() / windows * left) / each;
    }

    private int broken(int window) {
        return brokenUpTo[table.to(window)] - brokenUpTo[table.from(window)];
    }

    private void claim(double least) {
        if (least > 0 && least < 1) {
            claims.add(new Claim(least, truth() >= least));
        }
    }

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
        return 1 - (double) brokenUpTo[table.rows()] / table.rows();
    }

    @Override
    public List<Claim> claims() {
        return claims;
    }

    @Override
    public Shown draw(SplittableRandom random) {
        int[] drawn = table.draw(windows, random);
        int[] kept = new int[windows];
        int[] rows = new int[windows];
        long keptSum = 0;
        long rowsSum = 0;
        for (int i = 0; i < windows; i++) {
            rows[i] = table.to(drawn[i]) - table.from(drawn[i]);
            kept[i] = rows[i] - broken(drawn[i]);
            keptSum += kept[i];
            rowsSum += rows[i];
        }
        Drawing drawing =
                Drawing.atRandom((double) rowsSum, (double) table.rows()).inWindows(table.together(drawn));
        Rate rate = Rate.of(keptSum, rowsSum, drawing, new WindowCounts(kept), new WindowCounts(rows));
        List<CheckVerdict> verdicts =
                claims.stream().map(claim -> rate.atLeast(claim.least())).toList();
        return new Shown(rate.interval(), verdicts);
    }
}
