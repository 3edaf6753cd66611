package dev.dayone.benchmark;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Rate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A table of which some rows keep a rule, sampled row by row without putting any back. */
final class RateTrial implements Trial {
    private static final double[] ERRORS = {0, 0.5, 1, 2};

    private final int all;
    private final int rows;
    private final int keeping;
    private final List<Claim> claims = new ArrayList<>();
    private final Map<Integer, Shown> seen = new HashMap<>();

    RateTrial(int all, int rows, double rate) {
        this.all = all;
        this.rows = rows;
        this.keeping = (int) Math.rint(rate * all);
        double truth = truth();
        double left = (double) (all - rows) / (all - 1);
        double error = Math.max(Math.sqrt(truth * (1 - truth) / rows * left), 0.5 / rows);
        for (double errors : ERRORS) {
            claim(truth - errors * error);
            // The nearest claim that does not hold asks for one row more.
            claim(truth + Math.max(errors * error, 1.0 / all));
        }
    }

    private void claim(double least) {
        if (least > 0 && least < 1) {
            claims.add(new Claim(least, truth() >= least));
        }
    }

    @Override
    public String kind() {
        return "rate";
    }

    @Override
    public String name() {
        return rows + " of " + all + ", rate " + (float) truth();
    }

    @Override
    public double truth() {
        return (double) keeping / all;
    }

    @Override
    public List<Claim> claims() {
        return claims;
    }

    @Override
    public Shown draw(SplittableRandom random) {
        int hits = 0;
        for (int i = 0; i < rows; i++) {
            hits += random.nextInt(all - i) < keeping - hits ? 1 : 0;
        }
        return seen.computeIfAbsent(hits, this::shown);
    }

    private Shown shown(int hits) {
        Rate rate = new Rate(hits, rows, Drawing.atRandom((double) rows, (double) all));
        List<CheckVerdict> verdicts =
                claims.stream().map(claim -> rate.atLeast(claim.least())).toList();
        return new Shown(rate.interval(), verdicts);
    }
}
