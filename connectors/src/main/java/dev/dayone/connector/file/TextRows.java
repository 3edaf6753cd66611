package dev.dayone.connector.file;

import dev.dayone.pilot.snapshot.ColumnType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries of a text file that are rows of its table, with nothing where a value is blank and its column no text. */
final class TextRows implements RowReader {
    static final String UNKNOWN_FIELD = "field left out that does not stand in the part of the file looked at";

    private final Entries entries;
    private final Map<String, ColumnType> columns;
    private final Set<String> wanted;
    private final Map<String, Long> setAside = new TreeMap<>();

    TextRows(Entries entries, Map<String, ColumnType> columns, @Nullable List<String> wanted) {
        this.entries = entries;
        this.columns = columns;
        this.wanted = wanted == null ? columns.keySet() : new LinkedHashSet<>(wanted);
    }

    @Override
    public @Nullable Map<String, Object> next() throws IOException {
        Entries.Entry entry = entries.next();
        while (entry != null && entry.broken() != null) {
            setAside.merge("row set aside: " + entry.broken(), 1L, Long::sum);
            entry = entries.next();
        }
        return entry == null ? null : row(entry.values());
    }

    private Map<String, Object> row(Map<String, Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            ColumnType type = columns.get(name);
            if (type == null) {
                setAside.merge(UNKNOWN_FIELD, 1L, Long::sum);
            } else if (wanted.contains(name)) {
                boolean nothing =
                        type.kind() != ColumnType.Kind.STRING && value instanceof String text && text.isBlank();
                row.put(name, nothing ? null : value);
            }
        });
        return row;
    }

    @Override
    public Map<String, Long> setAside() {
        return setAside;
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
