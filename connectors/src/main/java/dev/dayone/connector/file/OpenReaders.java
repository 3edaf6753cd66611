package dev.dayone.connector.file;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Keeps the reader of the last page open, so that the next one need not look for its beginning. Used by one thread. */
final class OpenReaders implements AutoCloseable {
    private final FileSource source;
    private @Nullable Kept kept;

    OpenReaders(FileSource source) {
        this.source = source;
    }

    private record Kept(String table, @Nullable List<String> columns, long position, RowReader reader) {}

    /** A reader that stands behind so many rows. */
    RowReader at(FileTable table, @Nullable List<String> columns, long position) {
        Kept last = kept;
        kept = null;
        if (last != null
                && last.table.equals(table.name())
                && last.position == position
                && Objects.equals(last.columns, columns)) {
            return last.reader;
        }
        try {
            if (last != null) {
                last.reader.close();
            }
            RowReader reader = table.opener().open(columns);
            reader.skip(position);
            return reader;
        } catch (IOException e) {
            throw FileFailures.named(source.name(), table.file(), e);
        }
    }

    /** Keeps a reader for the page that follows. */
    void keep(FileTable table, @Nullable List<String> columns, long position, RowReader reader) {
        close();
        kept = new Kept(table.name(), columns, position, reader);
    }

    @Override
    public void close() {
        Kept last = kept;
        kept = null;
        if (last != null) {
            close(last.reader);
        }
    }

    /** Closes a reader; what was read stays read even if that fails. */
    static void close(RowReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(OpenReaders.class)
                    .debug("A file could not be closed: {}", e.getClass().getSimpleName());
        }
    }
}
