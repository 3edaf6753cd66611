package dev.dayone.connector.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the columns of indexes, the primary key's before others, and answers the key of each table. */
final class UniqueKeys {
    private final Map<String, Map<String, List<String>>> unique = new LinkedHashMap<>();
    private final Map<String, Set<String>> leading = new LinkedHashMap<>();
    private final Set<String> unusable = new LinkedHashSet<>();

    /** The next column of an index that tells rows apart. */
    void addUnique(String table, String index, @Nullable String column) {
        unique.computeIfAbsent(table, name -> new LinkedHashMap<>())
                .computeIfAbsent(index, name -> new ArrayList<>())
                .add(String.valueOf(column));
    }

    /** The first column of any index. */
    void addLeading(String table, String column) {
        leading.computeIfAbsent(table, name -> new LinkedHashSet<>()).add(column);
    }

    /** An index does not tell all rows apart, or not by values that can be continued from. */
    void spoil(String table, String index) {
        unusable.add(table + '\0' + index);
    }

    /** The columns of the first usable index; empty: none. */
    List<String> key(String table) {
        return unique.getOrDefault(table, Map.of()).entrySet().stream()
                .filter(index -> !unusable.contains(table + '\0' + index.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    /** The columns that lead an index. */
    List<String> leading(String table) {
        return List.copyOf(leading.getOrDefault(table, Set.of()));
    }
}
