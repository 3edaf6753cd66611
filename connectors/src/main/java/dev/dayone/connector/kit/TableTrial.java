package dev.dayone.connector.kit;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One table under trial: of each row no more is held than a hash. Used by one thread. */
final class TableTrial {
    static final int MOST_ROWS = 20_000;
    private static final int PAGES = 3;
    private static final int MOST_PAGES = 20_000;

    private final DiscoveredTable table;
    private final KitSource attached;
    private final Supplier<KitSource> anew;
    private final Map<String, ColumnInfo> columns = new HashMap<>();
    private final List<Integer> hashes = new ArrayList<>();
    private final Map<String, String> misfits = new TreeMap<>();
    private boolean capped;

    TableTrial(DiscoveredTable table, KitSource attached, Supplier<KitSource> anew) {
        this.table = table;
        this.attached = attached;
        this.anew = anew;
        table.info().columns().forEach(column -> columns.put(column.name(), column));
    }

    /** Reads to the end, or as far as a trial goes. */
    void read() {
        List<?> cursor = null;
        int pages = 0;
        do {
            cursor = attached.page(table.info().name(), MOST_ROWS, cursor, this::take);
            pages++;
        } while (cursor != null && hashes.size() < MOST_ROWS && pages < MOST_PAGES);
        capped = cursor != null;
    }

    private void take(Map<?, ?> row) {
        if (hashes.size() < MOST_ROWS) {
            hashes.add(hash(row));
        }
        row.forEach((name, value) -> {
            ColumnInfo column = columns.get(String.valueOf(name));
            if (column == null) {
                misfits.put(String.valueOf(name), "stands in rows, but not among the columns");
            } else if (value != null && !fits(value, column.type())) {
                misfits.put(column.name(), "holds other values than " + column.type());
            }
        });
    }

    /** By texts: drivers hand out arrays and numbers that differ as objects. */
    private static int hash(Map<?, ?> row) {
        Map<String, String> texts = new TreeMap<>();
        row.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return texts.hashCode();
    }

    long rows() {
        return hashes.size();
    }

    boolean isCapped() {
        return capped;
    }

    /** The rows again in pages of a third, each from a source that is attached for it alone. */
    KitResult resumed() {
        String name = table.info().name();
        if (!table.hasCursor()) {
            return KitResult.skipped("resumes", "'" + name + "' has no key to go on by");
        }
        if (hashes.size() < 2) {
            return KitResult.skipped("resumes", "'" + name + "' has fewer than 2 rows");
        }
        long limit = Math.max(1, (hashes.size() + PAGES - 1) / PAGES);
        List<Integer> again = new ArrayList<>();
        @Nullable List<?> cursor = null;
        int pages = 0;
        do {
            try (KitSource fresh = anew.get()) {
                cursor = fresh.page(name, limit, cursor, row -> again.add(hash(row)));
            }
            pages++;
        } while (cursor != null && again.size() < hashes.size() && pages < MOST_PAGES);
        List<Integer> before = new ArrayList<>(hashes);
        List<Integer> after =
                new ArrayList<>(again.subList(0, Math.min(again.size(), capped ? hashes.size() : again.size())));
        Collections.sort(before);
        Collections.sort(after);
        return before.equals(after)
                ? KitResult.passed(
                        "resumes", "'" + name + "' gave the same " + before.size() + " rows in " + pages + " pages")
                : KitResult.failed(
                        "resumes",
                        "'" + name + "' gave " + before.size() + " rows at once, and " + after.size()
                                + " or others page by page");
    }

    KitResult types() {
        String name = table.info().name();
        return misfits.isEmpty()
                ? KitResult.passed("types", "every value is of its column's type")
                : KitResult.failed("types", "'" + name + "': " + misfits);
    }

    private static boolean fits(Object value, ColumnType type) {
        String text = String.valueOf(value);
        return switch (type.kind()) {
            case STRING -> value instanceof String || value instanceof Number || value instanceof Boolean;
            case BOOLEAN -> value instanceof Boolean || text.matches("(?i)[01tf]|true|false|yes|no|y|n");
            case BIGINT, DOUBLE, DECIMAL -> value instanceof Number || isNumber(text);
            case DATE, TIMESTAMP -> text.matches("[+-]?\\d{4,}-\\d{2}-\\d{2}.*|-?infinity");
        };
    }

    private static boolean isNumber(String text) {
        try {
            return text.length() < 1_000 && new BigDecimal(text.strip()).precision() > 0;
        } catch (NumberFormatException e) {
            return List.of("NaN", "Infinity", "-Infinity").contains(text);
        }
    }
}
