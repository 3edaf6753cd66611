package dev.dayone.connector.file;

import dev.dayone.connector.Page;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows of a file from a place on. One that has a next page ends early when its rows grow large. Used by one thread. */
final class FilePage implements Page {
    private static final long PAGE_BYTES = 16_000_000;

    private final FileSource source;
    private final FileTable table;
    private final Asked asked;
    private final RowReader reader;
    private final Map<String, Long> before;
    private final long start = System.nanoTime();
    private Map<String, Long> setAside = Map.of();
    private @Nullable Map<String, Object> ahead;
    private long passed;
    private long count;
    private long bytes;
    private boolean ended;
    private boolean closed;

    /**
     * What is asked for.
     *
     * @param position rows before the page
     * @param limit rows at most
     * @param kept which rows are handed out
     * @param paged whether there may be a next page
     */
    record Asked(
            @Nullable List<String> columns,
            long position,
            long limit,
            Predicate<Map<String, Object>> kept,
            boolean paged) {}

    FilePage(FileSource source, FileTable table, Asked asked) {
        this.source = source;
        this.table = table;
        this.asked = asked;
        checkUnchanged();
        this.reader = source.readers().at(table, asked.columns(), asked.position());
        this.before = Map.copyOf(reader.setAside());
        source.log().ran(shape(), 0);
    }

    private String shape() {
        return "READ \"" + table.file().shown() + "\"";
    }

    @Override
    public boolean hasNext() {
        boolean full = count >= asked.limit() || (asked.paged() && bytes > PAGE_BYTES);
        if (ahead == null && !closed && !full) {
            advance();
        }
        if (ahead == null) {
            close();
        }
        return ahead != null;
    }

    private void advance() {
        try {
            do {
                ahead = reader.next();
                ended = ahead == null;
                passed += ended ? 0 : 1;
            } while (ahead != null && !asked.kept().test(ahead));
        } catch (IOException e) {
            OpenReaders.close(reader);
            closed = true;
            checkUnchanged();
            throw FileFailures.named(source.name(), table.file(), e);
        }
    }

    @Override
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map<String, Object> row = Objects.requireNonNull(ahead);
        ahead = null;
        count++;
        bytes += Page.weight(row);
        return row;
    }

    @Override
    public @Nullable List<?> nextCursor() {
        if (!closed) {
            throw new IllegalStateException("The next cursor of a page is known at its end");
        }
        return ended || !asked.paged()
                ? null
                : List.of(asked.position() + passed, table.state().text());
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public Map<String, Long> setAside() {
        return setAside;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        Map<String, Long> since = new LinkedHashMap<>();
        reader.setAside().forEach((kind, all) -> {
            long more = all - before.getOrDefault(kind, 0L);
            if (more > 0) {
                since.put(kind, more);
            }
        });
        setAside = since;
        since.forEach((kind, more) -> source.log().returned(shape() + ": " + kind, more, 0, 0));
        source.log().returned(shape(), count, bytes, (System.nanoTime() - start) / 1_000_000);
        if (!ended && asked.paged() && ahead == null) {
            source.readers().keep(table, asked.columns(), asked.position() + passed, reader);
        } else {
            OpenReaders.close(reader);
        }
        checkUnchanged();
    }

    private void checkUnchanged() {
        try {
            if (!table.file().state().equals(table.state())) {
                throw FileFailures.changed(source.name(), table.file());
            }
        } catch (IOException e) {
            throw FileFailures.named(source.name(), table.file(), e);
        }
    }
}
