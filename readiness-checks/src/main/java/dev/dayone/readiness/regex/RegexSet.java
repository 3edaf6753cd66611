package dev.dayone.readiness.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of several regular expressions are found in a text, by one look at each of its characters: a deterministic
 * automaton that is made as texts ask for it. Texts with anything but ASCII, and those that end with a line's end, before
 * which {@code $} holds too, are left to others. Not thread-safe.
 */
public final class RegexSet {
    /** Nobody here can tell. */
    public static final int UNTOLD = -1;

    private static final int MOST_STATES = 2000;
    private static final int UNMADE = -1;

    /** The state before the first character; none leads back to it, for here alone a text may begin. */
    private static final int FIRST = 0;

    private final Nfa nfa = new Nfa();
    private final int[] starts;
    private final Map<Key, Integer> states = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final Map<BitSet, Integer> answers = new HashMap<>();
    private int[] next = new int[0];
    private int[] answerOf = new int[0];
    private boolean tooMany;

    /** Where an automaton is: in which states, and what was found so far. */
    private record Key(BitSet in, BitSet found) {}

    private RegexSet(List<String> regexes) {
        starts = new int[regexes.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = new Reader(regexes.get(i), nfa).read(i);
        }
        Key start = new Key(new BitSet(), new BitSet());
        for (int one : starts) {
            enter(start, one, true, false);
        }
        made(settled(start), true);
    }

    /** Of expressions as Java's patterns have them; null: one of them cannot be told by an automaton, or they are too large. */
    public static @Nullable RegexSet of(List<String> regexes) {
        try {
            return new RegexSet(regexes);
        } catch (Unsupported e) {
            return null;
        }
    }

    /**
     * A number for what is found in a text: two texts with the same number hold the same expressions. {@link #UNTOLD}: it
     * is not told.
     */
    public int answer(byte[] bytes, int from, int to) {
        if (tooMany || (to > from && (bytes[to - 1] == '\n' || bytes[to - 1] == '\r'))) {
            return UNTOLD;
        }
        // Rows of the table by where they begin in it: what is looked up next hangs on every step here.
        int[] table = next;
        int row = FIRST;
        for (int i = from; i < to; i++) {
            int character = bytes[i];
            if (character < 0) {
                return UNTOLD;
            }
            int following = table[row + character];
            if (following < 0) {
                following = follow(row / Reader.CHARACTERS, character);
                if (following < 0) {
                    return UNTOLD;
                }
                table = next;
            }
            row = following;
        }
        return answerOf[row / Reader.CHARACTERS];
    }

    /** How many different answers there were so far; each is below this. */
    public int answers() {
        return answers.size();
    }

    /** The row of the state that follows; {@link #UNMADE}: there would be too many. */
    private int follow(int state, int character) {
        Key key = keys.get(state);
        Key following = new Key(new BitSet(), (BitSet) key.found().clone());
        for (int in = key.in().nextSetBit(0); in >= 0; in = key.in().nextSetBit(in + 1)) {
            if (nfa.reads(in, character)) {
                enter(following, nfa.next(in), false, false);
            }
        }
        for (int i = 0; i < starts.length; i++) {
            if (!following.found().get(i)) {
                enter(following, starts[i], false, false);
            }
        }
        Key settled = settled(following);
        if (states.size() == MOST_STATES && !states.containsKey(settled)) {
            tooMany = true;
            return UNMADE;
        }
        int row = state(settled) * Reader.CHARACTERS;
        next[state * Reader.CHARACTERS + character] = row;
        return row;
    }

    /** Enters a state and all that it leads to without reading. */
    private void enter(Key key, int state, boolean atStart, boolean atEnd) {
        if (key.in().get(state)) {
            return;
        }
        key.in().set(state);
        switch (nfa.kind(state)) {
            case READ -> {}
            case SPLIT -> {
                enter(key, nfa.next(state), atStart, atEnd);
                enter(key, nfa.other(state), atStart, atEnd);
            }
            case START -> {
                if (atStart) {
                    enter(key, nfa.next(state), true, atEnd);
                }
            }
            case END -> {
                if (atEnd) {
                    enter(key, nfa.next(state), atStart, true);
                }
            }
            case FOUND -> key.found().set(nfa.next(state));
        }
    }

    /** Only states that read or ask for the end go on. */
    private Key settled(Key key) {
        BitSet in = new BitSet();
        for (int state = key.in().nextSetBit(0); state >= 0; state = key.in().nextSetBit(state + 1)) {
            if (nfa.kind(state) == Nfa.Kind.READ || nfa.kind(state) == Nfa.Kind.END) {
                in.set(state);
            }
        }
        return new Key(in, key.found());
    }

    private int state(Key key) {
        Integer known = states.get(key);
        if (known != null) {
            return known;
        }
        int state = made(key, false);
        states.put(key, state);
        return state;
    }

    private int made(Key key, boolean atStart) {
        int state = keys.size();
        keys.add(key);
        if (state == answerOf.length) {
            int more = Math.max(16, state * 2);
            next = Arrays.copyOf(next, more * Reader.CHARACTERS);
            answerOf = Arrays.copyOf(answerOf, more);
        }
        Arrays.fill(next, state * Reader.CHARACTERS, (state + 1) * Reader.CHARACTERS, UNMADE);
        BitSet found = foundAtEnd(key, atStart);
        answerOf[state] = answers.computeIfAbsent(found, set -> answers.size());
        return state;
    }

    private BitSet foundAtEnd(Key key, boolean atStart) {
        Key end = new Key(new BitSet(), (BitSet) key.found().clone());
        for (int state = key.in().nextSetBit(0); state >= 0; state = key.in().nextSetBit(state + 1)) {
            enter(end, state, atStart, true);
        }
        return end.found();
    }
}
