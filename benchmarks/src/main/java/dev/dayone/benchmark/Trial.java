package dev.dayone.benchmark;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import java.util.List;
import java.util.SplittableRandom;

/** A table whose truth is known, from which samples are drawn. */
interface Trial {
    /** What kind of claim it is, for a mean over all of the kind. */
    String kind();

    /** Which table, sample and truth. */
    String name();

    /** The truth. */
    double truth();

    /** The claims made of it, some that hold and some that do not. */
    List<Claim> claims();

    /** What one sample shows. */
    Shown draw(SplittableRandom random);

    /** A bound that the truth is said to reach, and whether it does. */
    record Claim(double least, boolean holds) {}

    /** A sample's interval and its verdict on each claim. */
    record Shown(Interval interval, List<CheckVerdict> verdicts) {}
}
