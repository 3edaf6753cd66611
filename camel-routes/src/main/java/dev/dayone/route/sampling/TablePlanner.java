package dev.dayone.route.sampling;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Chooses how a table is read, after a look at how many rows it has and where its key begins and ends. */
final class TablePlanner {
    private static final int FEWEST_PAGE_ROWS = 200;
    private static final int MOST_PAGE_ROWS = 200_000;
    /** So that a page of the widest tables is no heavier than one of others. */
    private static final int MOST_PAGE_CELLS = 3_000_000;

    private static final long DRAWN_IN_MEMORY = 100_000;
    /** A table of unknown size is taken to have as many rows as its key's range, but no more than this many samples. */
    private static final long MOST_GUESSED = 100;

    private static final double OVERSAMPLE = 1.3;

    private final DiscoveredTable table;
    private final Sample sample;
    private final Limits limits;
    private final long seed;

    TablePlanner(DiscoveredTable table, Sample sample, Limits limits, long seed) {
        this.table = table;
        this.sample = sample;
        this.limits = limits;
        this.seed = seed;
    }

    /** How many rows a table has, counted up to a few, and its key's ends; {@code few}: no more than are asked for. */
    record Bounds(
            boolean few,
            @Nullable BigDecimal first,
            @Nullable BigDecimal last) {}

    /** Looks at the table. {@code one} answers a selection with its only row. */
    Bounds bounds(UnaryOperator<Map<String, Object>> one) {
        Map<String, Object> row = one.apply(Map.of("method", "bounds", "upTo", rows() + 1));
        BigDecimal counted = number(row.get("row_count"));
        return new Bounds(
                counted != null && counted.compareTo(BigDecimal.valueOf(rows())) <= 0,
                number(row.get("min_key")),
                number(row.get("max_key")));
    }

    /** The plan for a table whose pages are not those of linked keys. */
    TablePlan plan(UnaryOperator<Map<String, Object>> one) {
        return switch (sample.method()) {
            case ALL -> all(limits.maxRows(), null, SampleMethod.ALL);
            case LATEST ->
                latest(
                        table.means() == null || table.means().latest() != null
                                ? null
                                : "the source cannot order its rows, so " + firstRows(table.means()));
            case RANDOM, LINKED -> random(bounds(one));
        };
    }

    /** Rows drawn at random, or all where there are no more than are asked for. */
    TablePlan random(Bounds bounds) {
        long rows = rows();
        if (bounds.few()) {
            return all(rows, "the table has no more rows than were asked for, so all were read", SampleMethod.ALL);
        }
        Long approximate = table.info().approximateRows();
        BigDecimal first = bounds.first();
        BigDecimal last = bounds.last();
        if (table.random() == RandomAccess.RANGES && first != null && last != null && fits(first, last)) {
            long range = last.longValue() - first.longValue() + 1;
            long tableRows =
                    Math.max(approximate == null ? Math.min(range, MOST_GUESSED * rows) : approximate, rows + 1);
            WindowPlan windows = new WindowPlan(first.longValue(), last.longValue(), tableRows, rows, seed);
            return new TablePlan(windows, SampleMethod.RANDOM, cut(), rows);
        }
        if (table.random() == RandomAccess.TABLESAMPLE && approximate != null && approximate > 0) {
            double percent = Math.min(100, Math.max(0.0001, 100.0 * rows * OVERSAMPLE / approximate));
            boolean drawn = rows <= DRAWN_IN_MEMORY;
            Map<String, Object> selection = new LinkedHashMap<>(
                    Map.of("method", "tablesample", "percent", percent, "seed", Math.abs(seed % 1_000_000_000L)));
            selection.put("limit", drawn ? limits.maxRows() : rows);
            return new TablePlan(new SinglePlan(selection, rows, drawn, false), SampleMethod.RANDOM, cut(), rows);
        }
        if (table.random() == RandomAccess.SCAN && rows <= DRAWN_IN_MEMORY) {
            SinglePlan drawn = new SinglePlan(Map.of("method", "all", "limit", limits.maxRows()), rows, true, false);
            return new TablePlan(drawn, SampleMethod.RANDOM, cut(), rows);
        }
        if (table.means() != null) {
            return latest("the source draws no rows at random, so " + firstRows(table.means()));
        }
        return latest(
                table.info().key().isEmpty()
                        ? "the table has no key to draw by, so its first rows were read"
                        : "the table's key is no single whole number and the source draws no blocks, so the rows with"
                                + " the highest keys were read");
    }

    private static String firstRows(DiscoveredTable.Means means) {
        return means.latest() == null
                ? "its first rows were read, in an order of its own"
                : "the rows latest by " + means.latest() + " were read";
    }

    /** Every row, for the keys that cannot be asked for: joins are exact if there are no more than {@code most}. */
    TablePlan whole(long most) {
        return all(Math.min(most, limits.maxRows()), null, SampleMethod.ALL);
    }

    private TablePlan latest(@Nullable String note) {
        if (sample.by() == null && table.info().key().isEmpty()) {
            String why = note == null ? "the table has no key to order by, so its first rows were read" : note;
            return all(rows(), why, SampleMethod.ALL);
        }
        Map<String, Object> selection = new LinkedHashMap<>();
        selection.put("method", "latest");
        String by = sample.method() == SampleMethod.LATEST ? sample.by() : null;
        if (by != null) {
            selection.put("by", by);
        }
        PagePlan pages = table.info().key().isEmpty()
                ? new SinglePlan(selection, rows(), false, false)
                : new CursorPlan(selection, rows(), pageRows());
        return new TablePlan(pages, SampleMethod.LATEST, note == null ? cut() : note, expected(rows()));
    }

    private TablePlan all(long rows, @Nullable String note, SampleMethod used) {
        Map<String, Object> selection = Map.of("method", "all");
        PagePlan pages = table.hasCursor()
                ? new CursorPlan(selection, rows, pageRows())
                : new SinglePlan(selection, rows, false, true);
        return new TablePlan(pages, used, note, expected(rows));
    }

    private long expected(long rows) {
        Long approximate = table.info().approximateRows();
        return approximate == null ? -1 : Math.min(rows, approximate);
    }

    private long rows() {
        return Math.min(sample.rows(), limits.maxRows());
    }

    private @Nullable String cut() {
        return sample.rows() > limits.maxRows() ? cutNote(limits.maxRows()) : null;
    }

    static String cutNote(long maxRows) {
        return "the source's limit maxRows ended the sample at " + maxRows + " rows";
    }

    /** About a second's rows: a page is read again when it breaks off. */
    private int pageRows() {
        int narrow = Math.min(
                MOST_PAGE_ROWS,
                MOST_PAGE_CELLS / Math.max(1, table.info().columns().size()));
        return Math.max(FEWEST_PAGE_ROWS, Math.min(narrow, limits.rowsPerSecond()));
    }

    private static boolean fits(BigDecimal first, BigDecimal last) {
        return first.toBigInteger().bitLength() < 63 && last.toBigInteger().bitLength() < 63;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return value instanceof Number ? new BigDecimal(String.valueOf(value)) : null;
    }
}
