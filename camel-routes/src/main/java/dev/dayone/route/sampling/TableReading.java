package dev.dayone.route.sampling;

import dev.dayone.connector.Headers;
import dev.dayone.route.parquet.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** One table while its route reads it: asks for pages, keeps their rows. Used by one thread. */
final class TableReading implements AutoCloseable {
    private final String table;
    private final List<String> columns;
    private final PagePlan pages;
    private final Output output;
    private final Throttle throttle;
    private TableWriter writer;
    private PagePlan.@Nullable Page page;
    private boolean begun;
    private long seen;

    TableReading(String table, List<String> columns, PagePlan pages, Output output, Throttle throttle) {
        this.table = table;
        this.columns = columns;
        this.pages = pages;
        this.output = output;
        this.throttle = throttle;
        this.writer = output.writers().get();
    }

    /** Where rows go, and who is told how many there are. */
    record Output(Path folder, Supplier<TableWriter> writers, LongConsumer rows, long seed, long maxRead) {}

    boolean hasMore() {
        throttle.read(0);
        page = pages.next();
        return page != null;
    }

    /** Sets the page's headers. */
    void ask(Exchange exchange) {
        if (begun) {
            startAgain();
        }
        exchange.getMessage().setBody(null);
        exchange.getMessage().setHeader(Headers.OPERATION, Headers.READ);
        exchange.getMessage().setHeader(Headers.TABLE, table);
        exchange.getMessage().setHeader(Headers.COLUMNS, columns);
        exchange.getMessage().setHeader(Headers.SELECTION, current().selection());
        exchange.getMessage().setHeader(Headers.CURSOR, current().cursor());
        exchange.getMessage().removeHeader(Headers.NEXT_CURSOR);
    }

    /** Keeps the page's rows. */
    void take(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        boolean list = body instanceof Iterable<?>;
        Iterator<?> rows = list ? ((Iterable<?>) body).iterator() : (Iterator<?>) body;
        long before = writer.rows();
        long read;
        try {
            read = current().drawn() ? draw(rows) : keep(rows, !list);
        } finally {
            close(rows);
        }
        exchange.getMessage().setBody(null);
        begun = false;
        seen += read;
        pages.answered(read, (List<?>) exchange.getMessage().getHeader(Headers.NEXT_CURSOR));
        output.rows().accept(writer.rows());
        throttle.read(Math.max(0, read - (list || current().drawn() ? 0 : writer.rows() - before)));
    }

    /** Rows that the source handed out, kept or not. */
    long seen() {
        return seen;
    }

    /** The writer, all of its files finished. */
    TableWriter finish() {
        writer.finish();
        return writer;
    }

    private long keep(Iterator<?> rows, boolean streamed) {
        long read = 0;
        while (rows.hasNext()) {
            Map<String, Object> row = row(rows.next());
            // Only a stream can break off while it is written; then its rows are taken back and asked for again.
            begun = streamed;
            if (read < current().keep()) {
                writer.write(row);
            }
            read++;
            if (streamed && read % 1_000 == 0) {
                throttle.read(1_000);
                output.rows().accept(writer.rows());
            }
        }
        return read;
    }

    /** Keeps as many rows as are wanted, each of the page's as likely as the other. */
    private long draw(Iterator<?> rows) {
        List<Map<String, Object>> kept = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(output.seed() + seen);
        long read = 0;
        while (rows.hasNext() && seen + read < output.maxRead()) {
            Map<String, Object> row = row(rows.next());
            read++;
            if (kept.size() < current().keep()) {
                kept.add(row);
            } else {
                long place = random.nextLong(read);
                if (place < kept.size()) {
                    kept.set((int) place, row);
                }
            }
        }
        kept.forEach(writer::write);
        return read;
    }

    private void startAgain() {
        writer.close();
        try {
            for (String file : writer.files()) {
                Files.deleteIfExists(output.folder().resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writer = output.writers().get();
        begun = false;
    }

    private PagePlan.Page current() {
        return java.util.Objects.requireNonNull(page, "No page was asked for");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(Object row) {
        return (Map<String, Object>) row;
    }

    private static void close(Iterator<?> rows) {
        if (rows instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("A page could not be closed", e);
            }
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
