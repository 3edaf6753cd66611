package dev.dayone.readiness.profile;

/**
 * Chooses about one value in {@code every}, at random gaps so that no rhythm in the rows can deceive it; the first ones
 * all. The gaps are the same in each run.
 */
final class Picker {
    private final long first;
    private final int every;
    private long seen;
    private long next;
    private long random = 0x2545F4914F6CDD1DL;

    /** {@code every}: a power of two. */
    Picker(long first, int every) {
        this.first = first;
        this.every = every;
    }

    /** The position in the batch that begins now of the next value to take, or its length if there is none. */
    int next(int length) {
        return (int) Math.min(length, next - seen);
    }

    /** Takes the value at a position; answers how many values it stands for. */
    int take(int position) {
        long place = seen + position;
        if (place < first) {
            next = place + 1;
            return 1;
        }
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        // 1 to twice as many less one: as many on the average.
        next = place + 1 + Long.remainderUnsigned(random, 2L * every - 1);
        return every;
    }

    /** Ends a batch. */
    void pass(int length) {
        seen += length;
        next = Math.max(next, seen);
    }
}
