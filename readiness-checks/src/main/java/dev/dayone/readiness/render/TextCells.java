package dev.dayone.readiness.render;

import java.util.ArrayList;
import java.util.List;

/** Measures, cuts and fills text by the cells that it takes in a terminal, where East Asian characters take two. */
final class TextCells {
    private TextCells() {}

    static int width(String text) {
        return text.codePoints().map(TextCells::width).sum();
    }

    /** The text in at most {@code cells}, with {@code …} where it was cut; never a half character. */
    static String cut(String text, int cells) {
        if (width(text) <= cells) {
            return text;
        }
        return cells <= 0 ? "" : head(text, cells - 1) + "…";
    }

    /** As {@link #cut}, but it keeps both ends. */
    static String cutMiddle(String text, int cells) {
        if (width(text) <= cells) {
            return text;
        }
        int room = cells / 2;
        int start = text.length();
        while (start > 0) {
            int before = text.offsetByCodePoints(start, -1);
            room -= width(text.codePointAt(before));
            if (room < 0) {
                break;
            }
            start = before;
        }
        return head(text, cells - cells / 2 - 1) + "…" + text.substring(start);
    }

    /** The text cut or filled with blanks to exactly {@code cells}. */
    static String fit(String text, int cells) {
        String cut = cut(text, cells);
        return cut + " ".repeat(Math.max(0, cells - width(cut)));
    }

    /** The text on at most {@code lines} lines of {@code cells}, broken between words where there are any. */
    static List<String> wrap(String text, int cells, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = text;
        while (wrapped.size() < lines - 1 && width(rest) > cells) {
            String head = head(rest, cells);
            int blank = rest.charAt(head.length()) == ' ' ? head.length() : head.lastIndexOf(' ');
            int end = blank > head.length() / 3 ? blank : head.length();
            wrapped.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        wrapped.add(cut(rest, cells));
        return wrapped;
    }

    private static String head(String text, int cells) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            used += width(c);
            if (used > cells) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end);
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** The blocks that Unicode's EastAsianWidth calls wide or fullwidth, and emoji. */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0x303E)
                        || (c >= 0x3041 && c <= 0xA4CF)
                        || (c >= 0xA960 && c <= 0xA97C)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF01 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x16FE0 && c <= 0x1B2FB)
                        || (c >= 0x1F300 && c <= 0x1F64F)
                        || (c >= 0x1F680 && c <= 0x1F6FF)
                        || (c >= 0x1F900 && c <= 0x1FAFF)
                        || (c >= 0x20000 && c <= 0x3FFFD));
    }
}
