package dev.dayone.sample.generator;

import java.util.stream.Collectors;

/** The family names that people of the sample company can have, for tests of other packages. */
public final class FamilyNames {
    private FamilyNames() {}

    /** The names as a list of SQL. */
    public static String sql() {
        return Market.ALL.stream()
                .flatMap(market -> market.family().stream())
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
