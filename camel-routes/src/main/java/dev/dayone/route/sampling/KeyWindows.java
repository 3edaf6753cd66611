package dev.dayone.route.sampling;

import dev.dayone.pilot.snapshot.ColumnInfo;
import java.util.HashMap;
import java.util.Map;

/**
 * In which window the first row was drawn that had a key: rows read for the keys of one window were drawn together. Keys
 * are told apart as a source may compare them; should two be taken for one, their windows count as one.
 */
final class KeyWindows implements PagePlan.Grouping {
    private final ColumnInfo column;
    private final Map<Integer, Integer> windows = new HashMap<>();

    private KeyWindows(ColumnInfo column) {
        this.column = column;
    }

    /** Of keys that a column was asked for. */
    static KeyWindows of(Map<Scalar, Integer> keys, ColumnInfo column) {
        KeyWindows windows = new KeyWindows(column);
        keys.forEach((key, window) -> KeyForms.folded(key, column)
                .ifPresent(folded -> windows.windows.merge(folded.hashCode(), window, Math::min)));
        return windows;
    }

    @Override
    public boolean isNumbered() {
        return true;
    }

    @Override
    public Object window(Map<String, Object> row, long read) {
        return KeyForms.folded(Scalar.of(row.get(column.name())), column)
                .map(folded -> windows.getOrDefault(folded.hashCode(), 0))
                .orElse(0);
    }
}
