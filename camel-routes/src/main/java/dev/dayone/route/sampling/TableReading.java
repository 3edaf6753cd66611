package dev.dayone.route.sampling;

import dev.dayone.connector.Headers;
import dev.dayone.connector.Page;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.route.parquet.TableWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One table while its route reads it: asks for pages and writes each into files of its own, row by row. A page that
 * breaks off leaves nothing behind; the same is asked for again. Used by one thread.
 */
final class TableReading {
    /** Rows after which a page without an end of its own is held back and looked at. */
    private static final int STRIDE = 1_000;
    /** What rows to draw from may weigh while they are held. */
    private static final long HELD_BYTES = 32_000_000;

    private final Asked asked;
    private final PagePlan pages;
    private final TableFiles files;
    private final KeyCollector keys;
    private final Told told;
    private final Brake brake;
    private PagePlan.@Nullable Request page;
    private long seen;
    private long pagesRead;

    TableReading(Asked asked, PagePlan pages, Output output, Brake brake) {
        this.asked = asked;
        this.pages = pages;
        this.files = output.files();
        this.keys = output.keys();
        this.told = output.told();
        this.brake = brake;
    }

    /** Where rows and keys go, and who is told. */
    record Output(TableFiles files, KeyCollector keys, Told told) {}

    /**
     * What is asked for.
     *
     * @param columns to keep, and those whose values are looked at on the way
     * @param maxRead rows that are looked at where some are drawn from all
     * @param windows which rows are drawn together; null: each by itself
     */
    record Asked(String table, List<String> columns, long seed, long maxRead, PagePlan.@Nullable Grouping windows) {}

    /** A row, and how many of the page came before it. */
    private record Held(Map<String, Object> row, long read) {}

    /** Who is told how it goes. */
    interface Told {
        /** Rows kept so far. */
        void rows(long rows);

        /** A page is whole, its files are on the disk. */
        void page();
    }

    boolean hasMore() {
        page = pages.next();
        if (page == null) {
            return false;
        }
        brake.beforePage();
        return true;
    }

    /** Sets the page's headers. */
    void ask(Exchange exchange) {
        exchange.getMessage().setBody(null);
        exchange.getMessage().setHeader(Headers.OPERATION, Headers.READ);
        exchange.getMessage().setHeader(Headers.TABLE, asked.table());
        exchange.getMessage().setHeader(Headers.COLUMNS, asked.columns());
        exchange.getMessage().setHeader(Headers.SELECTION, current().selection());
        exchange.getMessage().setHeader(Headers.CURSOR, current().cursor());
        exchange.getMessage().removeHeader(Headers.NEXT_CURSOR);
    }

    /** Keeps the page's rows. */
    void take(Exchange exchange) {
        Page rows = Page.of(exchange.getMessage());
        exchange.getMessage().setBody(null);
        Taking taking = new Taking(rows);
        TableWriter writer = files.next();
        try (rows) {
            taking.all(writer);
            if (writer.rows() > 0) {
                writer.finish();
            }
        } catch (RuntimeException e) {
            keys.drop();
            writer.drop();
            throw e;
        }
        files.add(writer);
        files.windows().add(taking.windows.rows());
        files.add(rows.setAside());
        seen += taking.read;
        // What ended early and brought nothing new is no progress: it would be tried again for ever.
        pagesRead += taking.fresh > 0 || rows.nextCursor() == null ? 1 : 0;
        pages.answered(new PagePlan.Answer(taking.read, taking.fresh, writer.rows(), taking.ended, rows.nextCursor()));
        told.page();
        told.rows(files.rows());
        brake.afterPage(new Brake.PageTimes(
                taking.untilFirstRow, brake.sincePage(), taking.read, taking.bytes, taking.read - taking.heldBack));
    }

    /** Pages so far that the reading got on by. */
    long pagesRead() {
        return pagesRead;
    }

    private PagePlan.Request current() {
        return java.util.Objects.requireNonNull(page, "No page was asked for");
    }

    /** The rows of one page on their way. */
    private final class Taking {
        private final Page rows;
        private final boolean endless = pages instanceof SinglePlan;
        private final boolean wide = endless || pages instanceof KeysPlan;
        private long untilFirstRow;
        private long read;
        private long fresh;
        private long bytes;
        private long heldBack;
        private boolean ended;
        private final PageWindows windows;

        Taking(Page rows) {
            this.rows = rows;
            int before = files.windows().end();
            this.windows =
                    new PageWindows(asked.windows(), before == 0 || before == Windows.MOST ? files.rows() : before);
        }

        void all(TableWriter writer) {
            boolean any = rows.hasNext();
            untilFirstRow = brake.sincePage();
            if (any && current().drawn()) {
                draw(writer);
            }
            keep(writer);
        }

        private void keep(TableWriter writer) {
            while (more()) {
                Map<String, Object> row = next();
                if (keys.isNew(row)) {
                    fresh++;
                    if (writer.rows() < current().keep()) {
                        write(new Held(row, read - 1), writer);
                    }
                }
            }
        }

        /** Keeps as many rows as are wanted, each of the page's as likely as the other, as far as they can be held. */
        private void draw(TableWriter writer) {
            List<Held> held = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(asked.seed() + seen);
            long weight = 0;
            while (weight < HELD_BYTES && more()) {
                Map<String, Object> row = next();
                fresh++;
                if (held.size() < current().keep()) {
                    held.add(new Held(row, read - 1));
                    weight += Page.weight(row);
                    continue;
                }
                long place = random.nextLong(read);
                if (place < held.size()) {
                    Held left = held.set((int) place, new Held(row, read - 1));
                    weight += Page.weight(row) - Page.weight(left.row());
                }
            }
            held.forEach(row -> write(row, writer));
        }

        private boolean more() {
            ended = ended || (endless && read % STRIDE == 0 && read > 0 && brake.isOver(read, bytes));
            boolean enough = current().drawn()
                    ? seen + read >= asked.maxRead()
                    : fresh > current().keep();
            return !ended && !enough && rows.hasNext();
        }

        private Map<String, Object> next() {
            Map<String, Object> row = rows.next();
            read++;
            bytes += Page.weight(row);
            if (wide && read - heldBack >= STRIDE) {
                heldBack += STRIDE;
                brake.during(STRIDE);
                told.rows(files.rows() + Math.min(read, current().keep()));
            }
            return row;
        }

        private void write(Held held, TableWriter writer) {
            int window = windows.add(held.row(), held.read());
            keys.take(held.row(), window);
            if (asked.windows() == null) {
                writer.write(held.row());
            } else {
                writer.write(held.row(), window);
            }
        }
    }
}
