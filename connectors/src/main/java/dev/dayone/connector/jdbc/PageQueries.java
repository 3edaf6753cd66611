package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.Row;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a selection and a cursor into one statement. */
final class PageQueries {
    private static final String HIDDEN = "dayone_key_";

    private final Dialect dialect;
    private final TableSpec table;
    private final Map<String, ColumnSpec> byName;
    private final List<String> wanted;
    private final long pageRows;
    private Map<String, String> hidden = Map.of();
    private boolean blocks;

    /** Queries of a table; {@code pageRows}: what a page that another one follows holds at most. */
    PageQueries(Dialect dialect, TableSpec table, @Nullable List<String> wanted, long pageRows) {
        this.dialect = dialect;
        this.table = table;
        this.byName = table.byName();
        this.pageRows = pageRows;
        this.wanted = wanted == null ? List.copyOf(byName.keySet()) : wanted;
    }

    PageQuery query(Map<?, ?> selection, @Nullable List<?> cursor) {
        String method = String.valueOf(selection.get("method"));
        long limit = number(selection.get("limit"), 1_000);
        return switch (method) {
            case "all" -> all(paged(limit), cursor);
            case "latest" -> latest(paged(limit), (String) selection.get("by"), cursor);
            case "ranges" -> ranges((List<?>) required(selection, "ranges"));
            case "tablesample" -> tablesample(selection, limit);
            case "bounds" -> bounds(number(selection.get("upTo"), 1));
            case "keys" ->
                keys(String.valueOf(selection.get("column")), (List<?>) required(selection, "values"), limit);
            default -> throw new IllegalArgumentException("No selection has the method '" + method + "'");
        };
    }

    private long paged(long limit) {
        return table.key().isEmpty() ? limit : Math.min(limit, pageRows);
    }

    private PageQuery all(long limit, @Nullable List<?> cursor) {
        if (table.key().isEmpty()) {
            return PageQuery.stream(dialect.limited(select(Map.of()), limit), List.of());
        }
        Map<String, String> labels = labels(table.key());
        List<Object> values = new ArrayList<>();
        String where = cursor == null ? "" : " WHERE " + beyond(table.key(), ">", cursor, values);
        return new PageQuery(
                dialect.limited(select(labels) + where + " ORDER BY " + order(table.key(), ""), limit),
                values,
                cursorLabels(table.key(), labels),
                List.copyOf(labels.values()),
                null,
                limit,
                false);
    }

    /**
     * The highest keys first, or the rows with the latest {@code by}; those without one come last, by a cursor of their
     * own, for an index serves each of the two orders but not both at once.
     */
    private PageQuery latest(long limit, @Nullable String by, @Nullable List<?> cursor) {
        if (by == null) {
            return descending(limit, table.key(), "", "", cursor);
        }
        String column = dialect.quoted(column(by).name());
        if (cursor != null && cursor.get(0).equals("empty")) {
            List<?> rest = cursor.size() > 1 ? cursor.subList(1, cursor.size()) : null;
            return descending(limit, table.key(), column + " IS NULL", "empty", rest);
        }
        List<String> order = new ArrayList<>(List.of(by));
        table.key().stream().filter(name -> !name.equals(by)).forEach(order::add);
        List<?> rest = cursor == null ? null : cursor.subList(1, cursor.size());
        return descending(limit, order, column + " IS NOT NULL", "set", rest);
    }

    private PageQuery descending(
            long limit, List<String> order, String condition, String head, @Nullable List<?> cursor) {
        Map<String, String> labels = labels(order);
        List<Object> values = new ArrayList<>();
        String where = condition;
        if (cursor != null) {
            where = (where.isEmpty() ? "" : where + " AND ") + "(" + beyond(order, "<", cursor, values) + ")";
        }
        String orderBy = order(order, " DESC");
        boolean paged = !table.key().isEmpty();
        return new PageQuery(
                dialect.limited(
                        select(labels)
                                + (where.isEmpty() ? "" : " WHERE " + where)
                                + (orderBy.isEmpty() ? "" : " ORDER BY " + orderBy),
                        limit),
                values,
                paged ? cursorLabels(order, labels) : List.of(),
                List.copyOf(labels.values()),
                head.isEmpty() || !paged ? null : head,
                limit,
                !paged);
    }

    private PageQuery ranges(List<?> ranges) {
        String key = dialect.quoted(table.key().get(0));
        List<Object> values = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (Object range : ranges) {
            List<?> pair = (List<?>) range;
            conditions.add(key + " BETWEEN ? AND ?");
            values.add(pair.get(0));
            values.add(pair.get(1));
        }
        return PageQuery.stream(select(Map.of()) + " WHERE " + String.join(" OR ", conditions), values);
    }

    private PageQuery tablesample(Map<?, ?> selection, long limit) {
        double percent = ((Number) required(selection, "percent")).doubleValue();
        String from = dialect.drawn(table.from(), BigDecimal.valueOf(percent), number(selection.get("seed"), 0));
        blocks = table.facts().tellsBlocks();
        return PageQuery.stream(dialect.limited(selectFrom(from, Map.of()), limit), List.of());
    }

    private PageQuery keys(String name, List<?> asked, long limit) {
        ColumnSpec column = column(name);
        if (column.keys() == KeyValues.NONE) {
            throw new BadRequestException(
                    ErrorCode.PILOT_INVALID,
                    "Cannot look up keys in column '" + name + "' of '" + table.name() + "': it is binary, and only its"
                            + " length is read, expected a column of numbers or texts. Link by another column.");
        }
        List<Object> values = new ArrayList<>();
        for (Object value : asked) {
            Object fit = column.keys().fit(value);
            if (fit != null) {
                values.add(fit);
            }
        }
        String compared = column.keys() == KeyValues.AS_READ ? column.expression() : dialect.quoted(name);
        String where = values.isEmpty()
                ? "1 = 0"
                : compared + " IN (" + String.join(", ", Collections.nCopies(values.size(), dialect.keyMark(column)))
                        + ")";
        return PageQuery.stream(dialect.limited(select(Map.of()) + " WHERE " + where, limit), values);
    }

    private PageQuery bounds(long upTo) {
        boolean ranged = table.random() == DiscoveredTable.RandomAccess.RANGES;
        String one = dialect.quoted("one");
        String few = dialect.limited("SELECT 1 AS " + one + " FROM " + table.from(), upTo);
        String counted = "(SELECT count(*) FROM (" + few + ") " + dialect.quoted("few") + ")";
        String ends = ranged ? ", " + end("min") + ", " + end("max") : "";
        String sql = "SELECT " + counted + " AS " + dialect.quoted("row_count") + ends + dialect.withoutTable();
        return PageQuery.row(sql);
    }

    private String end(String function) {
        String key = dialect.quoted(table.key().get(0));
        return "(SELECT " + function + "(" + key + ") FROM " + table.from() + ") AS "
                + dialect.quoted(function + "_key");
    }

    /**
     * {@code (a, b) > (?, ?)}; written out for products that cannot place it in an index, with {@code a >= ?} in front,
     * by which they do.
     */
    private String beyond(List<String> order, String sign, List<?> cursor, List<Object> values) {
        List<String> names = order.stream().map(dialect::quoted).toList();
        List<String> marks =
                order.stream().map(name -> column(name).cursorPlaceholder()).toList();
        if (order.size() == 1) {
            values.add(cursor.get(0));
            return names.get(0) + " " + sign + " " + marks.get(0);
        }
        if (dialect.comparesRowValues()) {
            values.addAll(cursor);
            return "(" + String.join(", ", names) + ") " + sign + " (" + String.join(", ", marks) + ")";
        }
        List<String> steps = new ArrayList<>();
        values.add(cursor.get(0));
        for (int i = 0; i < order.size(); i++) {
            StringBuilder step = new StringBuilder();
            for (int j = 0; j < i; j++) {
                step.append(names.get(j)).append(" = ").append(marks.get(j)).append(" AND ");
                values.add(cursor.get(j));
            }
            values.add(cursor.get(i));
            steps.add(step + names.get(i) + " " + sign + " " + marks.get(i));
        }
        return "(" + names.get(0) + " " + sign + "= " + marks.get(0) + " AND (" + String.join(" OR ", steps) + "))";
    }

    /** By the table's columns: a bare name would mean what the SELECT makes of them, which no index knows. */
    private String order(List<String> columns, String direction) {
        return columns.stream()
                .map(name -> table.from() + "." + dialect.quoted(name) + direction)
                .collect(Collectors.joining(", "));
    }

    private String select(Map<String, String> hidden) {
        return selectFrom(table.from(), hidden);
    }

    private String selectFrom(String from, Map<String, String> hidden) {
        List<String> items = new ArrayList<>();
        for (String name : wanted) {
            items.add(column(name).expression() + " AS " + dialect.quoted(name));
        }
        hidden.forEach((name, label) -> items.add(column(name).cursorExpression() + " AS " + dialect.quoted(label)));
        if (blocks) {
            items.add(dialect.place() + " AS " + dialect.quoted(Row.PLACE));
        }
        if (items.isEmpty()) {
            items.add("1 AS " + dialect.quoted(HIDDEN + "none"));
        }
        return "SELECT " + String.join(", ", items) + " FROM " + from;
    }

    /** Labels for the key columns whose value as read does not do as a cursor. */
    private Map<String, String> labels(List<String> order) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String name : order) {
            ColumnSpec column = column(name);
            if (!wanted.contains(name) || !column.expression().equals(column.cursorExpression())) {
                labels.put(name, HIDDEN + labels.size());
            }
        }
        hidden = labels;
        return labels;
    }

    /** What the last query answers, column by column. */
    List<CopyColumn> answer() {
        List<CopyColumn> answer = new ArrayList<>();
        wanted.forEach(name ->
                answer.add(new CopyColumn(name, column(name).info().type().kind(), false)));
        hidden.forEach((name, label) -> {
            ColumnSpec column = column(name);
            boolean asItIs = column.cursorExpression().equals(dialect.quoted(name));
            answer.add(new CopyColumn(label, asItIs ? column.info().type().kind() : ColumnType.Kind.STRING, true));
        });
        if (blocks) {
            answer.add(new CopyColumn(Row.PLACE, ColumnType.Kind.STRING, true));
        }
        if (answer.isEmpty()) {
            answer.add(new CopyColumn(HIDDEN + "none", ColumnType.Kind.BIGINT, false));
        }
        return answer;
    }

    private static List<String> cursorLabels(List<String> order, Map<String, String> labels) {
        return order.stream().map(name -> labels.getOrDefault(name, name)).toList();
    }

    /** The column of a name. Throws {@link BadRequestException} COLUMN_UNKNOWN. */
    ColumnSpec column(String name) {
        ColumnSpec found = byName.get(name);
        if (found == null) {
            throw new BadRequestException(
                    ErrorCode.COLUMN_UNKNOWN,
                    "Cannot read column '" + name + "' in '" + table.name() + "': there is none of that name"
                            + Nearest.hint(name, byName.keySet()) + ", expected a column of the table."
                            + " Correct the name in the pilot.");
        }
        return found;
    }

    private static Object required(Map<?, ?> selection, String name) {
        return Objects.requireNonNull(selection.get(name), () -> "A selection lacks '" + name + "'");
    }

    private static long number(@Nullable Object value, long otherwise) {
        return value instanceof Number number ? number.longValue() : otherwise;
    }
}
