package dev.dayone.sample.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The statements of a database's tables: those before the rows come and those after.
 *
 * @param before tables and primary keys
 * @param after indexes, keys and statistics: cheaper once the rows are there
 */
record SqlScript(List<String> before, List<String> after) {
    private static final String DIVIDER = "-- after load";

    static SqlScript read(String resource) {
        try (InputStream in = Objects.requireNonNull(SqlScript.class.getResourceAsStream(resource), resource)) {
            String[] halves = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(DIVIDER);
            return new SqlScript(statements(halves[0]), statements(halves[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> statements(String text) {
        String plain = text.replaceAll("(?m)^--.*$", "");
        return Arrays.stream(plain.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
