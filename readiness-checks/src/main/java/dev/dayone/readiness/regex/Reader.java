package dev.dayone.readiness.regex;

import java.util.BitSet;

/**
 * Reads an expression as {@link java.util.regex.Pattern} does, as far as it is told by one look at each character. Parts are
 * built from the end of the expression to its beginning, so that each knows what follows.
 */
final class Reader {
    static final int CHARACTERS = 128;
    private static final int MOST_TIMES = 1000;

    private final String regex;
    private final Nfa nfa;
    private int at;
    private boolean anyCase;
    private boolean dotIsAll;

    /** A part of an expression: makes its states, given what follows them. */
    private interface Part {
        int before(int next);
    }

    Reader(String regex, Nfa nfa) {
        this.regex = regex;
        this.nfa = nfa;
    }

    /** Adds the states of the expression; answers the first. */
    int read(int expression) {
        flags();
        Part all = alternatives();
        if (at < regex.length()) {
            throw new Unsupported("unbalanced");
        }
        return all.before(nfa.found(expression));
    }

    private void flags() {
        while (regex.startsWith("(?i)", at) || regex.startsWith("(?s)", at)) {
            anyCase |= regex.charAt(at + 2) == 'i';
            dotIsAll |= regex.charAt(at + 2) == 's';
            at += 4;
        }
    }

    private boolean more() {
        return at < regex.length();
    }

    private Part alternatives() {
        Part one = sequence();
        while (more() && regex.charAt(at) == '|') {
            at++;
            Part left = one;
            Part right = sequence();
            one = next -> nfa.split(left.before(next), right.before(next));
        }
        return one;
    }

    private Part sequence() {
        Part all = next -> next;
        while (more() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            Part left = all;
            Part right = repeated(single());
            all = next -> left.before(right.before(next));
        }
        return all;
    }

    private Part repeated(Part part) {
        Part all = part;
        while (more()) {
            char sign = regex.charAt(at);
            if (sign == '*' || sign == '+' || sign == '?') {
                at++;
                all = times(all, sign == '+' ? 1 : 0, sign == '?' ? 1 : -1);
            } else if (sign == '{') {
                all = counted(all);
            } else {
                return all;
            }
            if (more() && regex.charAt(at) == '+') {
                throw new Unsupported("possessive");
            }
            if (more() && regex.charAt(at) == '?') {
                at++;
            }
            if (more() && "*+?{".indexOf(regex.charAt(at)) >= 0) {
                throw new Unsupported("repeated repetition");
            }
        }
        return all;
    }

    private Part counted(Part part) {
        int end = regex.indexOf('}', at);
        String inside = end < 0 ? "" : regex.substring(at + 1, end);
        if (!inside.matches("\\d{1,4}(,\\d{0,4})?")) {
            throw new Unsupported("braces");
        }
        at = end + 1;
        String[] bounds = inside.split(",", -1);
        int least = Integer.parseInt(bounds[0]);
        int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? -1 : Integer.parseInt(bounds[1]);
        if (Math.max(least, most) > MOST_TIMES || (most >= 0 && most < least)) {
            throw new Unsupported("times");
        }
        return times(part, least, most);
    }

    /** {@code most}: -1 for any number. */
    private Part times(Part part, int least, int most) {
        return next -> {
            int after = next;
            if (most < 0) {
                int loop = nfa.loop(next);
                nfa.close(loop, part.before(loop));
                after = loop;
            }
            for (int i = least; i < most; i++) {
                after = nfa.split(part.before(after), next);
            }
            for (int i = 0; i < least; i++) {
                after = part.before(after);
            }
            return after;
        };
    }

    private Part single() {
        char sign = regex.charAt(at++);
        return switch (sign) {
            case '(' -> group();
            case '[' -> of(set());
            case '.' -> of(any());
            case '^' -> nfa::start;
            case '$' -> nfa::end;
            case '\\' -> escaped();
            case '*', '+', '?', '{' -> throw new Unsupported("nothing to repeat");
            default -> of(literal(sign));
        };
    }

    private Part group() {
        if (regex.startsWith("?:", at)) {
            at += 2;
        } else if (regex.startsWith("?<", at) && at + 2 < regex.length() && "=!".indexOf(regex.charAt(at + 2)) < 0) {
            int end = regex.indexOf('>', at);
            if (end < 0) {
                throw new Unsupported("group");
            }
            at = end + 1;
        } else if (more() && regex.charAt(at) == '?') {
            throw new Unsupported("group");
        }
        Part inside = alternatives();
        if (!more()) {
            throw new Unsupported("unbalanced");
        }
        at++;
        return inside;
    }

    private Part of(BitSet set) {
        return next -> nfa.read(set, next);
    }

    private Part escaped() {
        if (!more()) {
            throw new Unsupported("escape");
        }
        char sign = regex.charAt(at);
        if (sign == 'A') {
            at++;
            return nfa::start;
        }
        if (sign == 'z' || sign == 'Z') {
            at++;
            return nfa::end;
        }
        return of(escape());
    }

    /** What stands behind a backslash, inside brackets or not. */
    private BitSet escape() {
        if (!more()) {
            throw new Unsupported("escape");
        }
        char sign = regex.charAt(at++);
        return switch (sign) {
            case 'd' -> range('0', '9');
            case 'D' -> not(range('0', '9'));
            case 'w' -> word();
            case 'W' -> not(word());
            case 's' -> space();
            case 'S' -> not(space());
            case 't' -> literal('\t');
            case 'n' -> literal('\n');
            case 'r' -> literal('\r');
            case 'f' -> literal('\f');
            default -> {
                if (Character.isLetterOrDigit(sign)) {
                    throw new Unsupported("escape");
                }
                yield literal(sign);
            }
        };
    }

    private BitSet set() {
        boolean negative = more() && regex.charAt(at) == '^';
        at += negative ? 1 : 0;
        BitSet set = new BitSet(CHARACTERS);
        boolean empty = true;
        while (true) {
            if (!more()) {
                throw new Unsupported("unbalanced");
            }
            char sign = regex.charAt(at++);
            if (sign == ']' && !empty) {
                return negative ? not(set) : set;
            }
            if (sign == '[' || sign == ']' || sign == '&' || sign == '^') {
                throw new Unsupported("set");
            }
            empty = false;
            BitSet one = sign == '\\' ? escape() : literal(sign);
            boolean isRange = at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']';
            if (isRange) {
                char end = regex.charAt(at + 1);
                if ("\\-".indexOf(sign) >= 0 || "\\[&".indexOf(end) >= 0 || end < sign) {
                    throw new Unsupported("range");
                }
                at += 2;
                one = range(sign, end);
            }
            set.or(one);
        }
    }

    private BitSet literal(char sign) {
        return range(sign, sign);
    }

    private BitSet range(char from, char to) {
        if (Character.isSurrogate(from) || Character.isSurrogate(to)) {
            throw new Unsupported("beyond the basic plane");
        }
        BitSet set = new BitSet(CHARACTERS);
        // Other letters are in no text that is read here.
        for (int c = from; c <= to && c < CHARACTERS; c++) {
            set.set(c);
            if (anyCase && Character.isLetter(c)) {
                set.set(Character.toLowerCase(c));
                set.set(Character.toUpperCase(c));
            }
        }
        return set;
    }

    private BitSet any() {
        BitSet all = not(new BitSet());
        if (!dotIsAll) {
            all.clear('\n');
            all.clear('\r');
        }
        return all;
    }

    private BitSet word() {
        BitSet set = range('a', 'z');
        set.or(range('A', 'Z'));
        set.or(range('0', '9'));
        set.set('_');
        return set;
    }

    private BitSet space() {
        BitSet set = range('\t', '\r');
        set.set(' ');
        return set;
    }

    private static BitSet not(BitSet set) {
        BitSet others = new BitSet(CHARACTERS);
        others.set(0, CHARACTERS);
        others.andNot(set);
        return others;
    }
}
