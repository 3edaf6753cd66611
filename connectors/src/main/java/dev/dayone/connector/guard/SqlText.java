package dev.dayone.connector.guard;

/**
 * A statement with every quoted identifier replaced by {@code "q"} and every literal by {@code 'x'}, so that what is
 * left can be judged word by word. Refuses what servers and parsers may read differently: comments, backslashes,
 * dollar quotes, variables, semicolons.
 */
final class SqlText {
    private final String sql;
    private final char identifierQuote;
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private SqlText(String sql, char identifierQuote) {
        this.sql = sql;
        this.identifierQuote = identifierQuote;
    }

    /** The plain form. Throws {@link IllegalArgumentException} with the reason, as the end of a sentence. */
    static String plain(String sql, char identifierQuote) {
        SqlText text = new SqlText(sql, identifierQuote);
        while (text.at < sql.length()) {
            text.step();
        }
        return text.plain.toString();
    }

    private void step() {
        char c = sql.charAt(at);
        if (c == '\'') {
            skipQuoted('\'', true);
            plain.append("'x'");
        } else if (c == identifierQuote) {
            skipQuoted(identifierQuote, false);
            refuseCall();
            plain.append("\"q\"");
        } else if (c == '"' || c == '`' || c == '\\' || c == '$' || c == '@' || c == '#' || c == ';' || c == 0) {
            throw new IllegalArgumentException("it has the character '" + c + "' outside of a name or text");
        } else if (sql.startsWith("--", at) || sql.startsWith("/*", at)) {
            throw new IllegalArgumentException("it has a comment");
        } else {
            plain.append(c);
            at++;
        }
    }

    private void skipQuoted(char quote, boolean literal) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\\' && literal) {
                throw new IllegalArgumentException("it has a backslash in a text");
            }
            at++;
            if (c == quote) {
                if (at < sql.length() && sql.charAt(at) == quote) {
                    at++;
                } else {
                    return;
                }
            }
        }
        throw new IllegalArgumentException("it has an open quote");
    }

    private void refuseCall() {
        int next = at;
        while (next < sql.length() && Character.isWhitespace(sql.charAt(next))) {
            next++;
        }
        if (next < sql.length() && sql.charAt(next) == '(') {
            throw new IllegalArgumentException("it calls a function by a quoted name");
        }
    }
}
