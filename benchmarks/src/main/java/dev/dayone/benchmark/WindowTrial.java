package dev.dayone.benchmark;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.statistic.Clumps;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Rate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A table whose broken rows stand in runs, sampled by windows of neighbouring rows. */
final class WindowTrial implements Trial {
    private static final int ALL = 100_000;
    private static final int WINDOW = 50;

    private final int run;
    private final int windows;
    private final int[] keptUpTo = new int[ALL + 1];
    private final List<Claim> claims;

    /** {@code run}: broken rows that stand together; {@code share}: of all rows; {@code windows}: drawn. */
    WindowTrial(int run, double share, int windows, long seed) {
        this.run = run;
        this.windows = windows;
        SplittableRandom random = new SplittableRandom(seed + run);
        boolean[] broken = new boolean[ALL];
        for (int i = 0; i < ALL * share / run; i++) {
            int start = random.nextInt(ALL / run) * run;
            for (int row = start; row < start + run; row++) {
                broken[row] = true;
            }
        }
        for (int i = 0; i < ALL; i++) {
            keptUpTo[i + 1] = keptUpTo[i] + (broken[i] ? 0 : 1);
        }
        double error = Math.sqrt(truth() * (1 - truth()) / (windows * WINDOW));
        claims = List.of(new Claim(truth() - error, true), new Claim(truth() + error, false));
    }

    @Override
    public String kind() {
        return "rate, windows of 50 rows, broken rows in runs of " + run;
    }

    @Override
    public String name() {
        return windows * WINDOW + " of " + ALL;
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
        int[] places = new int[ALL / WINDOW];
        Arrays.setAll(places, i -> i);
        Clumps broken = Clumps.NONE;
        // Windows do not fill blocks: the first is cut somewhere.
        int open = random.nextInt(Clumps.BLOCK);
        int hits = 0;
        int size = 0;
        int misses = 0;
        for (int i = 0; i < windows; i++) {
            int other = i + random.nextInt(places.length - i);
            int start = places[other] * WINDOW;
            places[other] = places[i];
            for (int row = start; row < start + WINDOW; row++) {
                int kept = keptUpTo[row + 1] - keptUpTo[row];
                hits += kept;
                misses += 1 - kept;
                size++;
                if (++open == Clumps.BLOCK) {
                    broken = broken.with(misses, size);
                    open = 0;
                    size = 0;
                    misses = 0;
                }
            }
        }
        broken = size == 0 ? broken : broken.with(misses, size);
        int rows = windows * WINDOW;
        Drawing drawing = Drawing.atRandom((double) rows, (double) ALL).together(WINDOW);
        Rate rate = Rate.of(hits, rows, drawing, broken);
        List<CheckVerdict> verdicts =
                claims.stream().map(claim -> rate.atLeast(claim.least())).toList();
        return new Shown(rate.interval(), verdicts);
    }
}
