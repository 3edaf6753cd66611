package dev.dayone.connector.file;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of a text file that are no rows of its table, as a table of their own. */
final class RejectedRows implements RowReader {
    /** The last one's name says that anything may be written there, so that its values are never shown. */
    static final List<ColumnInfo> COLUMNS = List.of(
            new ColumnInfo("line", "long", ColumnType.BIGINT, false),
            new ColumnInfo("reason", "string", ColumnType.STRING, false),
            new ColumnInfo("body", "string", ColumnType.STRING, false));

    private final Entries entries;

    RejectedRows(Entries entries) {
        this.entries = entries;
    }

    @Override
    public @Nullable Map<String, Object> next() throws IOException {
        Entries.Entry entry = entries.next();
        while (entry != null && entry.broken() == null) {
            entry = entries.next();
        }
        return entry == null
                ? null
                : Map.of("line", entry.line(), "reason", Objects.requireNonNull(entry.broken()), "body", entry.text());
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
