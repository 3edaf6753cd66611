package dev.dayone.readiness.render;

/** Escapes text for GitHub-flavoured Markdown: it shows as it is, on one line, and makes no link, mention or tag. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]#|~!$";

    private Markdown() {}

    static String text(String text) {
        String line = PlainText.line(text);
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '<') {
                escaped.append("&lt;");
            } else if (c == '>') {
                escaped.append("&gt;");
            } else if (c == '&') {
                escaped.append("&amp;");
            } else if (c == '@' && (i == 0 || !Character.isLetterOrDigit(line.charAt(i - 1)))) {
                // A zero-width space keeps a chat from calling somebody; a backslash would not.
                escaped.append("@\u200B");
            } else if (SPECIAL.indexOf(c) >= 0 || isLink(line, i) || (i == 0 && "+-=".indexOf(c) >= 0)) {
                escaped.append('\\').append(c);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Whether the character at {@code i} is the one that would make a bare address a link. */
    private static boolean isLink(String line, int i) {
        return line.startsWith("://", i)
                || (line.charAt(i) == '.' && i >= 3 && line.regionMatches(true, i - 3, "www", 0, 3));
    }
}
