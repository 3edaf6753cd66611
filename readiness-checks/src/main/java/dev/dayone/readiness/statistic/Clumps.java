package dev.dayone.readiness.statistic;

import java.io.Serializable;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How rows that a rule tells apart stand together: counted by block of neighbouring rows.
 *
 * @param hits rows that the rule picks
 * @param rows in all blocks
 * @param hitSquares the sum over blocks of their hits squared; {@code rowSquares}: of their rows squared
 * @param products the sum over blocks of hits times rows
 * @param blocks how many; 0: rows were not counted by block
 * @param withHits blocks that hold a hit; {@code withOthers}: blocks that hold a row that is none
 */
public record Clumps(
        long hits,
        long rows,
        double hitSquares,
        double rowSquares,
        double products,
        long blocks,
        long withHits,
        long withOthers)
        implements Serializable {
    /** Rows a block: several windows of a sample, for a window may lie across two blocks. */
    public static final int BLOCK = 200;

    /** Nothing was counted. */
    public static final Clumps NONE = new Clumps(0, 0, 0, 0, 0, 0, 0, 0);

    /** Hits that were not counted by block. */
    public static Clumps uncounted(long hits) {
        return new Clumps(hits, 0, 0, 0, 0, 0, 0, 0);
    }

    /** With a block more. */
    public Clumps with(long hit, long of) {
        return and(new Clumps(
                hit,
                of,
                (double) hit * hit,
                (double) of * of,
                (double) hit * of,
                1,
                hit > 0 ? 1 : 0,
                hit < of ? 1 : 0));
    }

    /** Of these blocks and others. */
    public Clumps and(Clumps other) {
        return new Clumps(
                hits + other.hits,
                rows + other.rows,
                hitSquares + other.hitSquares,
                rowSquares + other.rowSquares,
                products + other.products,
                blocks + other.blocks,
                withHits + other.withHits,
                withOthers + other.withOthers);
    }

    /**
     * The design effect: how many times greater the variance of the share of hits is than of rows drawn one by one, where
     * {@code together} neighbours were drawn at a time (L. Kish, Survey Sampling, 1965; W. G. Cochran, Sampling Techniques,
     * 1977, section 9.2). At least 1.
     *
     * <p>It is seen from the variance between blocks. Few clumps say little of it, so it leans towards the worst case, that
     * all neighbours drawn at a time are alike, with the weight of one against the square of the blocks that hold the
     * rarer kind; and Student's t of so many blocks stands for the normal distribution.
     */
    double effect(double together) {
        if (blocks < 2) {
            return together;
        }
        double clumps = Math.min(withHits, withOthers);
        double seen = clumps == 0 ? together : Math.max(1, acrossEdges(between(), together));
        double leaning = (seen * clumps * clumps + together) / (clumps * clumps + 1);
        if (clumps < 2) {
            return leaning;
        }
        double t = new TDistribution(null, clumps - 1).inverseCumulativeProbability(1 - Intervals.OUTER);
        return Math.max(1, Math.min(leaning * Math.pow(t / Intervals.Z, 2), Math.max(together, leaning)));
    }

    private double between() {
        double share = (double) hits / rows;
        double squares = hitSquares - 2 * share * products + share * share * rowSquares;
        double alone = rows * share * (1 - share);
        return squares / alone * blocks / (blocks - 1);
    }

    /** What windows that lie across the edge of two blocks hide: a third of those that are cut. */
    private static double acrossEdges(double seen, double together) {
        double shown = 1 - Math.min(1, (together - 1) / BLOCK) / 3;
        return 1 + (seen - 1) / shown;
    }
}
