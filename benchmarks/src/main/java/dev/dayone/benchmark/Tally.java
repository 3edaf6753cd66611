package dev.dayone.benchmark;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How often a trial's intervals held the truth, and how often its verdicts were wrong.
 *
 * @param known samples whose interval says anything at both ends
 * @param covered of them, those whose interval holds the truth
 * @param wrongPass the share of samples that pass a claim that does not hold: of the claim most often passed
 * @param wrongFail the share of samples that fail a claim that holds: of the claim most often failed
 * @param meanPass and {@code meanFail}: the same, averaged over such claims
 * @param decided the share of verdicts that were PASS or FAIL
 */
record Tally(
        String kind,
        String name,
        long samples,
        long known,
        long covered,
        double wrongPass,
        double wrongFail,
        double meanPass,
        double meanFail,
        double decided) {
    /** Room for rounding where an end of an interval is the truth itself. */
    private static final double ROUNDING = 1e-9;

    /** Draws samples of a trial. */
    static Tally of(Trial trial, int samples, SplittableRandom random) {
        List<Trial.Claim> claims = trial.claims();
        long[] wrong = new long[claims.size()];
        long known = 0;
        long covered = 0;
        long decided = 0;
        for (int i = 0; i < samples; i++) {
            Trial.Shown shown = trial.draw(random);
            if (isKnown(shown.interval())) {
                known++;
                covered += holds(shown.interval(), trial.truth()) ? 1 : 0;
            }
            for (int claim = 0; claim < wrong.length; claim++) {
                CheckVerdict verdict = shown.verdicts().get(claim);
                CheckVerdict mistake = claims.get(claim).holds() ? CheckVerdict.FAIL : CheckVerdict.PASS;
                wrong[claim] += verdict == mistake ? 1 : 0;
                decided += verdict == CheckVerdict.UNDETERMINED ? 0 : 1;
            }
        }
        return new Tally(
                trial.kind(),
                trial.name(),
                samples,
                known,
                covered,
                worst(claims, wrong, false) / samples,
                worst(claims, wrong, true) / samples,
                mean(claims, wrong, false) / samples,
                mean(claims, wrong, true) / samples,
                (double) decided / samples / Math.max(1, wrong.length));
    }

    private static boolean isKnown(Interval interval) {
        return interval.low() > -Double.MAX_VALUE && interval.high() < Double.MAX_VALUE;
    }

    private static boolean holds(Interval interval, double truth) {
        double room = ROUNDING * Math.max(1, Math.abs(truth));
        return interval.low() - room <= truth && truth <= interval.high() + room;
    }

    private static double worst(List<Trial.Claim> claims, long[] wrong, boolean holding) {
        double worst = 0;
        for (int i = 0; i < wrong.length; i++) {
            worst = claims.get(i).holds() == holding ? Math.max(worst, (double) wrong[i]) : worst;
        }
        return worst;
    }

    private static double mean(List<Trial.Claim> claims, long[] wrong, boolean holding) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < wrong.length; i++) {
            if (claims.get(i).holds() == holding) {
                sum += wrong[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The share of intervals that hold the truth; NaN where none says anything. */
    double coverage() {
        return (double) covered / known;
    }
}
