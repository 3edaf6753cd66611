package dev.dayone.readiness.profile;

/**
 * Chooses some of many values, at random gaps so that no rhythm in the rows can deceive it: the more there are, the fewer.
 * The gaps are the same in each run.
 */
final class Picker {
    private final Rate rate;
    private long seen;
    private long next;
    private long random = 0x2545F4914F6CDD1DL;

    Picker(Rate rate) {
        this.rate = rate;
    }

    /** Of how many values one is chosen, by how many there were before. */
    interface Rate {
        /** Never less than at a place before. */
        int every(long place);
    }

    /** The position in the batch that begins now of the next value to take, or its length if there is none. */
    int next(int length) {
        return (int) Math.min(length, next - seen);
    }

    /** Takes the value at a position; answers how many values it stands for. */
    int take(int position) {
        long place = seen + position;
        int every = rate.every(place);
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
