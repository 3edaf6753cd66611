package dev.dayone.benchmark;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Rate;
import java.util.List;
import java.util.SplittableRandom;

/** A table whose broken rows stand in runs, sampled by windows of neighbouring rows and judged as if row by row. */
final class WindowTrial implements Trial {
    private static final int ALL = 100_000;
    private static final int WINDOW = 50;
    private static final int WINDOWS = 100;
    private static final double BROKEN = 0.05;

    private final int run;
    private final int[] keptUpTo = new int[ALL + 1];
    private final List<Claim> claims;

    WindowTrial(int run, long seed) {
        this.run = run;
        SplittableRandom random = new SplittableRandom(seed + run);
        boolean[] broken = new boolean[ALL];
        for (int i = 0; i < ALL * BROKEN / run; i++) {
            int start = random.nextInt(ALL / run) * run;
            for (int row = start; row < start + run; row++) {
                broken[row] = true;
            }
        }
        for (int i = 0; i < ALL; i++) {
            keptUpTo[i + 1] = keptUpTo[i] + (broken[i] ? 0 : 1);
        }
        double error = Math.sqrt(truth() * (1 - truth()) / (WINDOWS * WINDOW));
        claims = List.of(new Claim(truth() - error, true), new Claim(truth() + error, false));
    }

    @Override
    public String kind() {
        return "rate, 100 windows of 50 rows, broken rows in runs of " + run;
    }

    @Override
    public String name() {
        return WINDOWS * WINDOW + " of " + ALL;
    }

    @Override
    public double truth() {
        return (double) keptUpTo[ALL] / ALL;
    }

    @Override
    public List<Claim> claims() {
        return claims;
    }

    @Override
    public Shown draw(SplittableRandom random) {
        int hits = 0;
        for (int i = 0; i < WINDOWS; i++) {
            int start = random.nextInt(ALL / WINDOW) * WINDOW;
            hits += keptUpTo[start + WINDOW] - keptUpTo[start];
        }
        Rate rate = new Rate(hits, WINDOWS * WINDOW, Drawing.atRandom((double) WINDOWS * WINDOW, (double) ALL));
        List<CheckVerdict> verdicts =
                claims.stream().map(claim -> rate.atLeast(claim.least())).toList();
        return new Shown(rate.interval(), verdicts);
    }
}
