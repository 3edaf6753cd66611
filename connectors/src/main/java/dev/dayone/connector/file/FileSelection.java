package dev.dayone.connector.file;

import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.snapshot.ColumnInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers a selection of a file's rows. There is no index, so all but a page from a place on reads the file through. */
final class FileSelection {
    private final FileSource source;
    private final FileTable table;
    private final @Nullable List<String> columns;

    FileSelection(FileSource source, FileTable table, @Nullable List<String> columns) {
        this.source = source;
        this.table = table;
        this.columns = columns;
        if (columns != null) {
            columns.forEach(this::column);
        }
    }

    /** The rows of a selection, or of its page from a cursor on. */
    Object answer(Map<?, ?> selection, @Nullable List<?> cursor) {
        long limit = selection.get("limit") instanceof Number number ? number.longValue() : Long.MAX_VALUE;
        return switch (String.valueOf(selection.get("method"))) {
            case "bounds" ->
                List.of(Map.of(
                        "row_count", count(selection.get("upTo") instanceof Number upTo ? upTo.longValue() : 1)));
            case "keys" ->
                keys(
                        column(String.valueOf(selection.get("column"))),
                        selection.get("values") instanceof List<?> values ? values : List.of(),
                        limit);
            case "latest" ->
                selection.get("by") == null
                        ? page(cursor, limit)
                        : latest(column(String.valueOf(selection.get("by"))), limit);
            case "all" -> page(cursor, limit);
            default -> throw counted();
        };
    }

    private FilePage page(@Nullable List<?> cursor, long limit) {
        if (cursor != null && !table.state().text().equals(cursor.get(1))) {
            throw FileFailures.changed(source.name(), table.file());
        }
        long position = cursor == null ? 0 : ((Number) cursor.get(0)).longValue();
        return new FilePage(source, table, new FilePage.Asked(columns, position, limit, row -> true, true));
    }

    private long count(long upTo) {
        Long known = table.rows();
        if (known != null && known < upTo) {
            return known;
        }
        long count = 0;
        try (FilePage page = new FilePage(source, table, new FilePage.Asked(List.of(), 0, upTo, row -> true, false))) {
            while (page.hasNext()) {
                page.next();
                count++;
            }
        }
        return count;
    }

    private FilePage keys(String column, List<?> values, long limit) {
        Set<String> wanted = new HashSet<>();
        values.forEach(value -> wanted.add(comparable(value)));
        return new FilePage(
                source,
                table,
                new FilePage.Asked(
                        null,
                        0,
                        limit,
                        row -> row.get(column) != null && wanted.contains(comparable(row.get(column))),
                        false));
    }

    /** As many rows as are wanted, with the highest values, highest first; those without one are left out. */
    private List<Map<String, Object>> latest(String column, long limit) {
        Comparator<Map<String, Object>> order = (one, two) -> compare(one.get(column), two.get(column));
        PriorityQueue<Map<String, Object>> highest = new PriorityQueue<>(order);
        try (FilePage page = new FilePage(
                source, table, new FilePage.Asked(null, 0, Long.MAX_VALUE, row -> row.get(column) != null, false))) {
            while (page.hasNext()) {
                highest.add(page.next());
                if (highest.size() > limit) {
                    highest.poll();
                }
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        while (!highest.isEmpty()) {
            rows.add(highest.poll());
        }
        Collections.reverse(rows);
        return rows;
    }

    private static int compare(@Nullable Object one, @Nullable Object two) {
        BigDecimal first = number(one);
        BigDecimal second = number(two);
        return first != null && second != null
                ? first.compareTo(second)
                : String.valueOf(one).compareTo(String.valueOf(two));
    }

    /** Equal for numbers however they are written. */
    private static String comparable(@Nullable Object value) {
        BigDecimal number = number(value);
        return number == null
                ? String.valueOf(value)
                : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() < 40 && text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
    }

    private String column(String name) {
        List<String> known = table.columns().stream().map(ColumnInfo::name).toList();
        if (!known.contains(name)) {
            throw new BadRequestException(
                    ErrorCode.COLUMN_UNKNOWN,
                    "Cannot read column '" + name + "' in '" + table.name() + "': there is none of that name"
                            + Nearest.hint(name, known)
                            + ", expected a column of the file. Correct the name in the pilot.");
        }
        return name;
    }

    private LimitExceededException counted() {
        return new LimitExceededException(
                ErrorCode.LIMIT_EXCEEDED,
                "Cannot count '" + table.name() + "' in '" + source.name()
                        + "': a file is counted by reading all of it,"
                        + " expected a database. Sample it with method 'all', or leave 'pushdown' out for this table.");
    }
}
