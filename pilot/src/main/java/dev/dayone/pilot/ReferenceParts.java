package dev.dayone.pilot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Splits and joins dotted references whose parts may stand in double quotes (a quote inside is doubled). */
final class ReferenceParts {
    private ReferenceParts() {}

    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    part.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    part.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && part.isEmpty() && !wasQuoted) {
                quoted = true;
                wasQuoted = true;
            } else if (c == '.') {
                parts.add(part.toString());
                part.setLength(0);
                wasQuoted = false;
            } else if (c == '"' || wasQuoted) {
                throw new IllegalArgumentException(
                        "'" + text + "' has a quote inside a part, expected it around a part");
            } else {
                part.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("'" + text + "' has an open quote, expected a closing one");
        }
        parts.add(part.toString());
        if (parts.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("'" + text + "' has an empty part, expected names between the dots");
        }
        return parts;
    }

    static String join(List<String> parts) {
        return parts.stream().map(ReferenceParts::quoted).collect(Collectors.joining("."));
    }

    private static String quoted(String part) {
        boolean plain = part.chars().noneMatch(c -> c == '.' || c == '"' || Character.isWhitespace(c));
        return plain ? part : '"' + part.replace("\"", "\"\"") + '"';
    }
}
