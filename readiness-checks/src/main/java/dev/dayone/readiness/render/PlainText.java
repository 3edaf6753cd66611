package dev.dayone.readiness.render;

/**
 * Text of any origin made harmless to show on one line: nothing in it can move a cursor, turn the direction of the text
 * behind it or break an XML file.
 */
final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /**
     * The text with white space as single blanks, control characters as their pictures ({@code ␛}), characters that
     * turn the writing direction or hide as {@code ⟨U+202E⟩}, and what is no character as {@code �}.
     */
    static String line(String text) {
        return spaced(text).replaceAll(" {2,}", " ").strip();
    }

    /** As {@link #line}, but every white space stays a blank of its own, so that columns stay where they are. */
    static String spaced(String text) {
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(line, c));
        return line.toString();
    }

    private static void append(StringBuilder line, int c) {
        if (isBlank(c)) {
            line.append(' ');
        } else if (c < 0x20) {
            line.appendCodePoint(0x2400 + c);
        } else if (c == 0x7F) {
            line.appendCodePoint(0x2421);
        } else if (isNoCharacter(c)) {
            line.appendCodePoint(REPLACEMENT);
        } else if (isHidden(c)) {
            line.append(String.format("⟨U+%04X⟩", c));
        } else {
            line.appendCodePoint(c);
        }
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isNoCharacter(int c) {
        return (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    /** Joiners (U+200C, U+200D) stay: scripts and emoji need them. */
    private static boolean isHidden(int c) {
        return (c >= 0x80 && c < 0xA0)
                || (Character.getType(c) == Character.FORMAT && c != 0x200C && c != 0x200D && c != 0xAD);
    }
}
