package dev.dayone.sample.generator;

import java.util.List;

/**
 * Random numbers that depend on nothing but a seed, a purpose and a row number (SplitMix64), so that any row can be
 * made without those before it.
 */
final class Draw {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long seed, Purpose purpose, long row) {
        state = mix(mix(seed + GAMMA * purpose.name().hashCode()) + GAMMA * row);
    }

    /** What numbers are drawn for: each has its own stream. */
    enum Purpose {
        ACCOUNT,
        PERSON,
        CONTACT,
        DEAL,
        ACTIVITY,
        USER,
        ORGANISATION,
        REQUESTER,
        TICKET,
        TICKET_TEXT,
        COMMENT,
        AGENT,
        RATING,
        SLOT
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GAMMA;
        return mix(state);
    }

    /** A whole number from 0 to bound - 1. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** A whole number from 0 to bound - 1. */
    long below(long bound) {
        return (next() >>> 1) % bound;
    }

    /** A number from 0 to 1, 1 excluded. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double share) {
        return unit() < share;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /** A number of the log-normal distribution with a median and a spread (sigma). */
    double around(double median, double spread) {
        // Twelve uniform numbers sum to nearly a normal one, without the logarithms of the exact way.
        double normal = -6;
        for (int i = 0; i < 12; i++) {
            normal += unit();
        }
        return median * Math.exp(spread * normal);
    }

    String digits(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + below(10)));
        }
        return text.toString();
    }
}
