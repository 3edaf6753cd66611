package dev.dayone.connector.http;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A URL as a receipt shows it: its path without identifiers, and the names of its parameters. */
final class PathShape {
    /** Numbers, and what is too long and mixed for a name of a resource. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("\\d[\\d._-]*(?:\\.json)?|(?=[^/]*\\d)[A-Za-z0-9_=%-]{15,}|[^/]*%40[^/]*|[^/]*@[^/]*");

    private PathShape() {}

    static String of(URI uri, String template) {
        // Where the description has places in its path, it is its own shape.
        String path = template.contains("{") ? template.replaceAll("\\{keys}", "{id}") : masked(uri.getRawPath());
        String query = uri.getRawQuery();
        return query == null || query.isEmpty() ? path : path + "?" + names(query);
    }

    private static String masked(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(part -> IDENTIFIER.matcher(part).matches() ? "{id}" : part)
                .collect(Collectors.joining("/"));
    }

    private static String names(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2)[0] + "=?")
                .sorted()
                .collect(Collectors.joining("&"));
    }
}
