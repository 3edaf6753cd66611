package dev.dayone.readiness.privacy;

import java.util.stream.IntStream;

/**
 * What a value looks like without what it says: letters become {@code a}, digits {@code 9}, a run of more than six of
 * one kind is cut to six and a {@code +}, other characters stay. At most 40 characters, then {@code …}.
 */
public final class Shape {
    private static final int LONGEST_RUN = 6;
    private static final int LONGEST = 40;
    private static final int[] ASCII = IntStream.range(0, 128).map(Shape::look).toArray();

    private Shape() {}

    /** The shape of a text. */
    public static String of(String text) {
        StringBuilder shape = new StringBuilder(Math.min(text.length(), LONGEST) + 1);
        int last = -1;
        int run = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            int kept = kept(point);
            run = kept == last ? run + 1 : 1;
            last = kept;
            if (run > LONGEST_RUN + 1) {
                continue;
            }
            if (shape.length() >= LONGEST) {
                return shape.append('…').toString();
            }
            shape.appendCodePoint(run > LONGEST_RUN ? '+' : kept);
        }
        return shape.toString();
    }

    private static int kept(int point) {
        return point < ASCII.length ? ASCII[point] : look(point);
    }

    private static int look(int point) {
        if (Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK) {
            return 'a';
        }
        if (Character.isDigit(point)) {
            return '9';
        }
        return Character.isISOControl(point) ? ' ' : point;
    }
}
