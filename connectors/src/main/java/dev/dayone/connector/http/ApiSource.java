package dev.dayone.connector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.connector.Learned;
import dev.dayone.connector.http.Description.Listing;
import dev.dayone.connector.http.Description.Lookup;
import dev.dayone.connector.http.Description.TableSpec;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.snapshot.ColumnInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An API while it is attached: its tables, found once, and their pages. Used by one thread. */
final class ApiSource {
    private final String name;
    private final Description description;
    private final Map<String, String> values;
    private final ApiCalls calls;
    private final Learned learned;
    private final Map<String, FoundTable> found = new LinkedHashMap<>();
    private final Map<String, Trail> trails = new HashMap<>();
    private @Nullable DayoneException pending;

    ApiSource(String name, Description description, Map<String, String> values, ApiCalls calls, Learned learned) {
        this.name = name;
        this.description = description;
        this.values = values;
        this.calls = calls;
        this.learned = learned;
    }

    /** What a page is asked for with. */
    record Read(
            String table,
            @Nullable List<String> columns,
            Map<?, ?> selection,
            @Nullable List<?> cursor) {
        String method() {
            return String.valueOf(selection.get("method"));
        }

        long limit() {
            return selection.get("limit") instanceof Number number ? number.longValue() : Long.MAX_VALUE;
        }
    }

    Description description() {
        return description;
    }

    ApiCalls calls() {
        return calls;
    }

    Map<String, String> values() {
        return values;
    }

    /** Every table; those that are not among {@code names} as if nothing was found. */
    List<FoundTable> tables(@Nullable Collection<?> names) {
        List<FoundTable> tables = new ArrayList<>();
        description
                .tables()
                .forEach((table, spec) -> tables.add(
                        names == null || names.contains(table)
                                ? table(table)
                                : new FoundTable(spec, FoundTable.Found.NOTHING)));
        return tables;
    }

    private FoundTable table(String table) {
        FoundTable known = found.get(table);
        if (known == null) {
            TableSpec spec = description.tables().get(table);
            if (spec == null) {
                throw new BadRequestException(
                        ErrorCode.TABLE_UNKNOWN,
                        "Cannot read '" + table + "' in '" + name + "': no such table"
                                + Nearest.hint(table, description.tables().keySet()) + ", expected one of "
                                + String.join(", ", description.tables().keySet()) + ". Correct the name.");
            }
            known = new FoundTable(spec, recalled(spec).orElseGet(() -> asked(spec)));
            found.put(table, known);
        }
        return known;
    }

    private Optional<FoundTable.Found> recalled(TableSpec spec) {
        String text = learned.recall(spec.name());
        try {
            Kept kept = text == null ? null : Json.MAPPER.readValue(text, Kept.class);
            return kept == null || kept.spec() != spec.toString().hashCode()
                    ? Optional.empty()
                    : Optional.of(kept.found());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What may not be read is asked for again the next time: the right may have been given. */
    private FoundTable.Found asked(TableSpec spec) {
        FoundTable.Found fresh = new ColumnFinder(calls, values, spec).find();
        if (fresh.remedy() == null) {
            learned.keep(spec.name(), Json.write(new Kept(spec.toString().hashCode(), fresh)));
        }
        return fresh;
    }

    /** What was found of a table, and a digest of the description that it was found by. */
    private record Kept(int spec, FoundTable.Found found) {}

    /** Rows of a table: a list, or an iterator while they come. */
    Object read(Read read) {
        FoundTable table = table(read.table());
        if (read.method().equals("bounds")) {
            return List.of(bounds(table, read));
        }
        DayoneException told = pending;
        if (told != null) {
            pending = null;
            throw told;
        }
        List<ColumnInfo> columns = table.columns(read.columns());
        Map<String, String> filled = new HashMap<>(values);
        filled.put("columns", table.fieldList(columns));
        Flattening flattening = new Flattening(table.spec().shape());
        CellValues cells = new CellValues(columns);
        Function<JsonNode, Map<String, @Nullable Object>> rows = record -> cells.row(flattening.flat(record));
        return switch (read.method()) {
            case "all" -> page(table, table.spec().all(), read, filled, rows);
            case "latest" -> page(table, latest(table, read), read, filled, rows);
            case "keys" -> new LookupPage(calls, lookup(table, read), keys(read), filled, rows, untilNextPage(table));
            default ->
                throw new LimitExceededException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "Cannot read '" + read.table() + "' in '" + name + "' by '" + read.method()
                                + "': an API answers lists of records alone, expected all, latest or keys. Leave it out.");
        };
    }

    private ApiPage page(
            FoundTable table,
            Listing listing,
            Read read,
            Map<String, String> filled,
            Function<JsonNode, Map<String, @Nullable Object>> rows) {
        Trail trail = trails.computeIfAbsent(read.table() + "\n" + read.method(), unused -> new Trail());
        ListingPages pages = new ListingPages(calls, listing, read.table(), filled, trail);
        return new ApiPage(
                pages, Place.of(read.cursor()), rows, new ApiPage.Ending(read.limit(), untilNextPage(table)));
    }

    /** A table without a key is asked for once: what ends early there would pass for the whole. */
    private @Nullable Consumer<DayoneException> untilNextPage(FoundTable table) {
        return table.spec().key().isEmpty() ? null : failure -> pending = failure;
    }

    private Listing latest(FoundTable table, Read read) {
        Object by = read.selection().get("by");
        Listing latest = table.spec().latest();
        if (by != null && (latest == null || !by.equals(table.spec().time()))) {
            throw new BadRequestException(
                    ErrorCode.COLUMN_UNKNOWN,
                    "Cannot read the latest rows of '" + read.table() + "' in '" + name + "' by '" + by + "': the API "
                            + (latest == null
                                    ? "cannot order its rows"
                                    : "orders by '" + table.spec().time() + "' alone")
                            + ", expected what it can do. Leave out 'by'.");
        }
        return latest == null ? table.spec().all() : latest;
    }

    private Lookup lookup(FoundTable table, Read read) {
        Lookup lookup =
                table.spec().lookups().get(String.valueOf(read.selection().get("column")));
        if (lookup == null) {
            throw new BadRequestException(
                    ErrorCode.COLUMN_UNKNOWN,
                    "Cannot look up rows of '" + read.table() + "' in '" + name + "' by '"
                            + read.selection().get("column") + "': the API does not offer it, expected one of "
                            + table.spec().lookups().keySet() + ". Read the table by another method.");
        }
        return lookup;
    }

    private static LookupPage.Asked keys(Read read) {
        List<String> keys = new ArrayList<>();
        if (read.selection().get("values") instanceof List<?> list) {
            list.forEach(value -> keys.add(String.valueOf(value)));
        }
        return new LookupPage.Asked(
                read.table(), String.valueOf(read.selection().get("column")), keys);
    }

    private static Map<String, Object> bounds(FoundTable table, Read read) {
        Long rows = table.found().rows();
        Object upTo = read.selection().get("upTo");
        if (rows == null) {
            return Map.of();
        }
        return Map.of("row_count", upTo instanceof Number most ? Math.min(rows, most.longValue()) : rows);
    }
}
