package dev.dayone.route.sampling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects from a table's rows, before anything is hashed or dropped, the values of its link columns, and tells rows apart
 * where one may be handed out twice. What a page brought counts once the page is whole. Used by one thread.
 */
final class KeyCollector {
    private final Map<String, KeySet> sets = new LinkedHashMap<>();
    private final List<String> rowKey;
    private final Set<Long> rows = new HashSet<>();
    private final Map<String, Set<Scalar>> newValues = new LinkedHashMap<>();
    private final Set<Long> newRows = new LinkedHashSet<>();
    private final Set<String> told = new HashSet<>();

    /**
     * A collector.
     *
     * @param columns whose values are wanted
     * @param rowKey the columns that tell rows apart; empty: rows are handed out once
     */
    KeyCollector(Collection<String> columns, List<String> rowKey) {
        this.rowKey = List.copyOf(rowKey);
        columns.forEach(column -> {
            sets.put(column, new KeySet());
            newValues.put(column, new LinkedHashSet<>());
        });
    }

    /** The columns that have to be read beside those that are kept. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(sets.keySet());
        columns.addAll(rowKey);
        return columns;
    }

    /** Whether a row was not handed out before. */
    boolean isNew(Map<String, Object> row) {
        if (rowKey.isEmpty()) {
            return true;
        }
        long digest = digest(row);
        return !rows.contains(digest) && newRows.add(digest);
    }

    /** Takes the values of a row that is kept, which was drawn in a window. */
    void take(Map<String, Object> row, int window) {
        sets.forEach((column, set) -> {
            Scalar value = Scalar.of(row.get(column));
            Set<Scalar> fresh = java.util.Objects.requireNonNull(newValues.get(column));
            if (!fresh.contains(value) && set.add(value, window)) {
                fresh.add(value);
            }
        });
    }

    /** What the page brought; it counts from now on. */
    PageKeys keep() {
        Map<String, List<Scalar>> values = new LinkedHashMap<>();
        Map<String, List<Integer>> windows = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        sets.forEach((column, set) -> {
            List<Scalar> fresh = List.copyOf(java.util.Objects.requireNonNull(newValues.get(column)));
            values.put(column, fresh);
            windows.put(column, fresh.stream().map(set.values()::get).toList());
            if (!set.isWhole() && told.add(column)) {
                leftOut.add(column);
            }
        });
        PageKeys page = new PageKeys(values, windows, List.copyOf(newRows), leftOut);
        rows.addAll(newRows);
        forget();
        return page;
    }

    /** The page broke off: what it brought is forgotten. */
    void drop() {
        sets.forEach((column, set) ->
                set.values().keySet().removeAll(java.util.Objects.requireNonNull(newValues.get(column))));
        forget();
    }

    private void forget() {
        newValues.values().forEach(Set::clear);
        newRows.clear();
    }

    /** What a page of an earlier run brought. */
    void add(PageKeys page) {
        page.values().forEach((column, values) -> {
            KeySet set = sets.get(column);
            if (set != null) {
                List<Integer> windows = page.windows().getOrDefault(column, List.of());
                for (int i = 0; i < values.size(); i++) {
                    set.add(values.get(i), i < windows.size() ? windows.get(i) : 0);
                }
            }
        });
        page.leftOut().forEach(column -> {
            KeySet set = sets.get(column);
            if (set != null) {
                set.leftOut();
                told.add(column);
            }
        });
        rows.addAll(page.rows());
    }

    /** The sets by column. */
    Map<String, KeySet> sets() {
        return sets;
    }

    private long digest(Map<String, Object> row) {
        StringBuilder text = new StringBuilder();
        for (String column : rowKey) {
            Scalar value = Scalar.of(row.get(column));
            text.append(value.text().length()).append(':').append(value.text()).append(value.type());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had", e);
        }
    }
}
