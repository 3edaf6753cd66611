package dev.dayone.readiness.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thompson's automaton of some expressions (K. Thompson, "Regular Expression Search Algorithm", 1968). A state reads one
 * character of a set, or splits, or asks for an end of the text, or says that an expression was found.
 */
final class Nfa {
    private static final int MOST_STATES = 4000;

    private final List<Kind> kinds = new ArrayList<>();
    private final List<@Nullable BitSet> sets = new ArrayList<>();
    private final List<Integer> first = new ArrayList<>();
    private final List<Integer> second = new ArrayList<>();

    /** What a state does. */
    enum Kind {
        READ,
        SPLIT,
        START,
        END,
        FOUND
    }

    private int add(Kind kind, @Nullable BitSet set, int next, int other) {
        if (kinds.size() == MOST_STATES) {
            throw new Unsupported("too large");
        }
        kinds.add(kind);
        sets.add(set);
        first.add(next);
        second.add(other);
        return kinds.size() - 1;
    }

    int read(BitSet set, int next) {
        return add(Kind.READ, set, next, -1);
    }

    int split(int next, int other) {
        return add(Kind.SPLIT, null, next, other);
    }

    /** A split whose first way is told later. */
    int loop(int after) {
        return add(Kind.SPLIT, null, -1, after);
    }

    void close(int loop, int body) {
        first.set(loop, body);
    }

    int start(int next) {
        return add(Kind.START, null, next, -1);
    }

    int end(int next) {
        return add(Kind.END, null, next, -1);
    }

    int found(int expression) {
        return add(Kind.FOUND, null, expression, -1);
    }

    Kind kind(int state) {
        return kinds.get(state);
    }

    boolean reads(int state, int character) {
        BitSet set = sets.get(state);
        return set != null && set.get(character);
    }

    /** Where it leads; of {@link Kind#FOUND}, the expression's number. */
    int next(int state) {
        return first.get(state);
    }

    int other(int state) {
        return second.get(state);
    }
}
