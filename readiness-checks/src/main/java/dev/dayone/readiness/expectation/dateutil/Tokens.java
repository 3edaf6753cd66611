package dev.dayone.readiness.expectation.dateutil;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text where letters, digits and other signs meet. A dot belongs to a number or an abbreviation, unless it turns
 * out to part them: then it is a token of its own.
 */
final class Tokens {
    private final String text;
    private final List<String> found = new ArrayList<>();
    private int next;

    private enum Kind {
        WORD,
        NUMBER,
        DOTTED_WORD,
        DOTTED_NUMBER
    }

    private Tokens(String text) {
        this.text = text.replace("\0", "");
    }

    static List<String> of(String text) {
        Tokens tokens = new Tokens(text);
        while (tokens.next < tokens.text.length()) {
            tokens.read();
        }
        return tokens.found;
    }

    private void read() {
        char first = text.charAt(next++);
        if (!Character.isLetter(first) && !Character.isDigit(first)) {
            boolean blank = Character.isWhitespace(first) || Character.isSpaceChar(first);
            found.add(blank ? " " : String.valueOf(first));
            return;
        }
        StringBuilder token = new StringBuilder().append(first);
        Kind kind = Character.isLetter(first) ? Kind.WORD : Kind.NUMBER;
        boolean letters = false;
        while (next < text.length()) {
            letters = letters || kind == Kind.WORD || kind == Kind.DOTTED_WORD;
            Kind after = after(kind, token, text.charAt(next));
            if (after == null) {
                break;
            }
            kind = after;
            token.append(text.charAt(next++));
        }
        add(token.toString(), kind, letters);
    }

    /** What a token is with one more sign; null: the sign is not of it. */
    private static @Nullable Kind after(Kind kind, CharSequence token, char sign) {
        boolean letter = Character.isLetter(sign);
        boolean digit = Character.isDigit(sign);
        boolean dotBefore = token.charAt(token.length() - 1) == '.';
        return switch (kind) {
            case WORD -> letter ? kind : (sign == '.' ? Kind.DOTTED_WORD : null);
            case NUMBER ->
                digit ? kind : ((sign == '.' || (sign == ',' && token.length() >= 2)) ? Kind.DOTTED_NUMBER : null);
            case DOTTED_WORD -> (letter || sign == '.') ? kind : ((digit && dotBefore) ? Kind.DOTTED_NUMBER : null);
            case DOTTED_NUMBER -> (digit || sign == '.') ? kind : ((letter && dotBefore) ? Kind.DOTTED_WORD : null);
        };
    }

    private void add(String token, Kind kind, boolean letters) {
        boolean dotted = kind == Kind.DOTTED_WORD || kind == Kind.DOTTED_NUMBER;
        long dots = token.chars().filter(sign -> sign == '.').count();
        char last = token.charAt(token.length() - 1);
        if (dotted && (letters || dots > 1 || last == '.' || last == ',')) {
            split(token);
        } else {
            found.add(kind == Kind.DOTTED_NUMBER && dots == 0 ? token.replace(',', '.') : token);
        }
    }

    private void split(String token) {
        int from = 0;
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) == '.' || token.charAt(i) == ',') {
                part(token.substring(from, i));
                part(token.substring(i, i + 1));
                from = i + 1;
            }
        }
        part(token.substring(from));
    }

    private void part(String part) {
        if (!part.isEmpty()) {
            found.add(part);
        }
    }
}
