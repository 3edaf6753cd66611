package dev.dayone.readiness.privacy;

/**
 * Tells base64 from words, codes and paths of the same letters: by its length, by what only base64 ends with or is mixed
 * with, and by how often it changes between capitals, small letters and digits. Of a long text the beginning is enough.
 */
@SuppressWarnings("EnumOrdinal") // counts lie in an array
final class Base64Text {
    private static final int SHORTEST = 16;
    private static final int LONG = 64;
    private static final int LOOKED_AT = 1024;
    private static final int MOST_MARKS = 8;
    private static final double CHANGES = 0.4;
    private static final double CHANGES_IF_PADDED = 0.2;

    private enum Letter {
        CAPITAL,
        SMALL,
        DIGIT,
        /** Plus or slash. */
        MARK,
        /** What stands for a mark where addresses and names of files are written. */
        SAFE_MARK,
        PADDING,
        LINE_END,
        NONE
    }

    private final int[] seen = new int[Letter.values().length];
    private int neighbours;
    private int changes;

    private Base64Text() {}

    /** Whether the bytes are base64, in one line or more, of the usual alphabet or that for addresses. */
    static boolean is(byte[] bytes, int from, int to) {
        return to - from >= SHORTEST && new Base64Text().holds(bytes, from, to);
    }

    private boolean holds(byte[] bytes, int from, int to) {
        boolean all = to - from <= LOOKED_AT;
        int end = all ? to : from + LOOKED_AT;
        byte before = 0;
        for (int i = from; i < end; i++) {
            Letter letter = letter(bytes[i]);
            if (letter == Letter.NONE || (count(Letter.PADDING) > 0 && letter != Letter.PADDING)) {
                return false;
            }
            seen[letter.ordinal()]++;
            if (bytes[i] != before && letter != Letter.LINE_END && i > from) {
                neighbours++;
                changes += letter == letter(before) ? 0 : 1;
            }
            before = bytes[i];
        }
        int letters = end - from - count(Letter.LINE_END);
        return (all ? isWhole(letters) : letters >= LONG) && isMixed(letters);
    }

    /** In fours, and with a sign that it is no word: padding, a mark, or its length. */
    private boolean isWhole(int letters) {
        boolean signs = count(Letter.PADDING) + count(Letter.MARK) > 0 || letters >= LONG;
        return letters % 4 == 0 && count(Letter.PADDING) <= 2 && signs;
    }

    private boolean isMixed(int letters) {
        int marks = count(Letter.MARK) + count(Letter.SAFE_MARK);
        boolean oneAlphabet = count(Letter.MARK) == 0 || count(Letter.SAFE_MARK) == 0;
        return oneAlphabet
                && count(Letter.CAPITAL) > 0
                && count(Letter.SMALL) > 0
                && count(Letter.DIGIT) + marks > 0
                && marks * MOST_MARKS <= letters
                && changes >= (count(Letter.PADDING) > 0 ? CHANGES_IF_PADDED : CHANGES) * neighbours;
    }

    private int count(Letter letter) {
        return seen[letter.ordinal()];
    }

    private static Letter letter(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return Letter.CAPITAL;
        } else if (b >= 'a' && b <= 'z') {
            return Letter.SMALL;
        } else if (b >= '0' && b <= '9') {
            return Letter.DIGIT;
        }
        return switch (b) {
            case '+', '/' -> Letter.MARK;
            case '-', '_' -> Letter.SAFE_MARK;
            case '=' -> Letter.PADDING;
            case '\r', '\n' -> Letter.LINE_END;
            default -> Letter.NONE;
        };
    }
}
