package dev.dayone.readiness.suggest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random halves of folds, the same in every run. */
final class Splits {
    /** How many folds rows are dealt to. */
    static final int FOLDS = 10;

    /** How many halves are drawn. */
    static final int HALVES = 20;

    private static final long SEED = 20;

    /** A half to learn from, and the other to be held against. */
    record Split(BitSet learned, BitSet heldBack) {}

    private Splits() {}

    static List<Split> draw() {
        Random random = new Random(SEED);
        List<Split> splits = new ArrayList<>();
        List<Integer> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            folds.add(fold);
        }
        for (int half = 0; half < HALVES; half++) {
            Collections.shuffle(folds, random);
            BitSet learned = new BitSet();
            folds.subList(0, FOLDS / 2).forEach(learned::set);
            BitSet heldBack = new BitSet();
            heldBack.set(0, FOLDS);
            heldBack.andNot(learned);
            splits.add(new Split(learned, heldBack));
        }
        return splits;
    }
}
