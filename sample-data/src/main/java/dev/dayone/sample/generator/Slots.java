package dev.dayone.sample.generator;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Spreads defects evenly: every block of {@value #SIZE} rows holds each slot exactly once, in an order of its own. So
 * a defect that owns n slots is found in exactly n of 200 rows, at any scale, and looks random.
 */
final class Slots {
    static final int SIZE = 200;
    private static final int[] FACTORS = IntStream.range(1, SIZE)
            .filter(n -> BigInteger.valueOf(n).gcd(BigInteger.valueOf(SIZE)).intValue() == 1)
            .toArray();
    private static final int[] INVERSES = IntStream.of(FACTORS)
            .map(n -> BigInteger.valueOf(n).modInverse(BigInteger.valueOf(SIZE)).intValue())
            .toArray();

    private final long seed;

    /** The salt keeps groups of defects independent of each other. */
    Slots(long seed, String salt) {
        this.seed = seed * 31 + salt.hashCode();
    }

    /** The slot of a row. */
    int slot(long row) {
        Draw draw = new Draw(seed, Draw.Purpose.SLOT, row / SIZE);
        int factor = FACTORS[draw.below(FACTORS.length)];
        return (int) ((row % SIZE * factor + draw.below(SIZE)) % SIZE);
    }

    /** The row of a block that holds a slot. */
    long row(long block, int slot) {
        Draw draw = new Draw(seed, Draw.Purpose.SLOT, block);
        int inverse = INVERSES[draw.below(FACTORS.length)];
        int offset = draw.below(SIZE);
        return block * SIZE + Math.floorMod(slot - offset, SIZE) * inverse % SIZE;
    }
}
