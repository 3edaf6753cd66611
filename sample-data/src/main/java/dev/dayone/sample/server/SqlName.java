package dev.dayone.sample.server;

/** Names and passwords in statements that cannot take parameters. */
final class SqlName {
    private SqlName() {}

    /** A name of letters, digits and underscores in the product's quotes. Throws on any other. */
    static String quoted(String name, char quote) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("Not a plain name: '" + name + "'");
        }
        return quote + name + quote;
    }

    /** A password without characters that mean something in SQL. Throws on any other. */
    static String checkedPassword(String password) {
        if (!password.matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException(
                    "A password here may hold letters, digits, dot, dash and underscore only");
        }
        return password;
    }
}
