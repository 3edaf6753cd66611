package dev.dayone.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.connector.http.Description.Count;
import dev.dayone.connector.http.Description.Fields;
import dev.dayone.connector.http.Description.TableSpec;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a table's columns: from the vendor's catalogue of fields where it has one, from a page of records, or both. */
final class ColumnFinder {
    private static final int MOST_PAGES = 50;

    private final ApiCalls calls;
    private final Map<String, String> values;
    private final TableSpec table;
    private final Map<String, Guess> guesses = new LinkedHashMap<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable Long rows;
    private long asked;

    ColumnFinder(ApiCalls calls, Map<String, String> values, TableSpec table) {
        this.calls = calls;
        this.values = values;
        this.table = table;
    }

    /** What is known of a column so far. */
    private record Guess(String sourceType, @Nullable ColumnType type, ColumnInfo.@Nullable Declared declared) {}

    /** The table as it is now; a table that the account may not read has its key alone. */
    FoundTable.Found find() {
        boolean needsNames = Template.names(
                        String.join(" ", table.all().request().query().values()))
                .contains(Template.COLUMNS);
        try {
            catalogue(needsNames);
            if (!needsNames) {
                page();
            }
            if (table.count() != null) {
                count(table.count());
            }
        } catch (BadRequestException e) {
            if (e.code() != ErrorCode.RIGHT_MISSING && e.code() != ErrorCode.TABLE_UNKNOWN) {
                throw e;
            }
            guesses.clear();
            return found(
                    e.code() == ErrorCode.RIGHT_MISSING
                            ? "give the account or token the right to read it"
                            : "the API answers that nothing is there, check whether the account has that feature");
        }
        return found(null);
    }

    private FoundTable.Found found(@Nullable String remedy) {
        table.shape().types().forEach((name, type) -> {
            Guess guess = guesses.get(name);
            guesses.put(
                    name,
                    guess == null
                            ? new Guess(type.toString(), type, null)
                            : new Guess(guess.sourceType(), type, guess.declared()));
        });
        table.key().forEach(key -> guesses.putIfAbsent(key, new Guess("unknown", null, null)));
        List<ColumnInfo> columns = new ArrayList<>();
        guesses.forEach((name, guess) -> columns.add(new ColumnInfo(
                name,
                guess.sourceType(),
                guess.type() == null ? ColumnType.STRING : guess.type(),
                !table.key().contains(name),
                guess.declared())));
        return new FoundTable.Found(columns, fields, rows, remedy, asked);
    }

    /** Many an account may read records and not how their fields are set up: then a page tells alone. */
    private void catalogue(boolean needed) {
        try {
            if (table.fields() != null) {
                take(table.fields());
            }
        } catch (BadRequestException e) {
            if (needed || (e.code() != ErrorCode.RIGHT_MISSING && e.code() != ErrorCode.TABLE_UNKNOWN)) {
                throw e;
            }
        }
    }

    private void take(Fields catalogue) {
        ListingPages pages = new ListingPages(calls, catalogue.listing(), table.name(), values, new Trail());
        Place place = Place.FIRST;
        for (int page = 0; place != null && page < MOST_PAGES; page++) {
            asked++;
            ListingPages.Records records = pages.page(place);
            records.records().forEach(field -> take(catalogue, field));
            place = records.next();
        }
    }

    private void take(Fields catalogue, JsonNode field) {
        String name = text(field, catalogue.name());
        String[] only = String.valueOf(catalogue.only()).split("=", 2);
        if (name.isEmpty() || (only.length == 2 && !text(field, only[0]).equals(only[1]))) {
            return;
        }
        String column = Template.fill(catalogue.column(), Map.of("name", name));
        String type = text(field, catalogue.type());
        List<String> choices = new ArrayList<>();
        if (catalogue.choices() != null) {
            for (JsonNode choice : JsonAnswer.at(field, catalogue.choices())) {
                String text = JsonAnswer.at(choice, catalogue.choice()).asText();
                if (!text.isEmpty()) {
                    choices.add(text);
                }
            }
        }
        String label = text(field, catalogue.label());
        boolean required = List.of("true", "1").contains(text(field, catalogue.required()));
        fields.put(column, name);
        guesses.put(
                column,
                new Guess(
                        type.isEmpty() ? "unknown" : type,
                        type.isEmpty() ? null : ColumnTypes.named(type, catalogue.types()),
                        new ColumnInfo.Declared(label.isEmpty() ? name : label, required, choices)));
    }

    private static String text(JsonNode field, @Nullable String path) {
        return path == null ? "" : JsonAnswer.at(field, path).asText("");
    }

    private void page() {
        asked++;
        ListingPages.Records page =
                new ListingPages(calls, table.all(), table.name(), values, new Trail()).page(Place.FIRST);
        rows = page.total() == null && page.next() == null
                ? Long.valueOf(page.records().size())
                : page.total();
        Map<String, Guess> catalogued = new LinkedHashMap<>(guesses);
        guesses.clear();
        Flattening flattening = new Flattening(table.shape());
        Map<String, JsonNode> seen = new LinkedHashMap<>();
        for (JsonNode record : page.records()) {
            flattening.flat(record).forEach((name, value) -> {
                seen.merge(name, value, (one, two) -> one.isNull() ? two : one);
                guess(name, value);
            });
        }
        // An object is its fields' columns; it was a column of its own only while no record had one.
        seen.forEach((name, value) -> {
            if (!Flattening.isColumn(name, value)) {
                guesses.remove(name);
            }
        });
        requireKey(page.records().isEmpty() ? null : guesses.keySet());
        catalogued.forEach((name, guess) -> guesses.merge(
                name,
                guess,
                (found, told) -> new Guess(
                        told.sourceType(), told.type() == null ? found.type() : told.type(), told.declared())));
    }

    private void guess(String name, JsonNode value) {
        ColumnType type = ColumnTypes.of(value);
        String word = value.getNodeType().name().toLowerCase(Locale.ROOT);
        Guess before = guesses.get(name);
        if (before == null || before.type() == null) {
            guesses.put(name, new Guess(word, type, null));
        } else if (type != null && !type.equals(before.type())) {
            boolean same = before.sourceType().equals(word);
            guesses.put(name, new Guess(same ? word : "mixed", ColumnTypes.wider(before.type(), type), null));
        }
    }

    private void requireKey(@Nullable Set<String> names) {
        for (String key : table.key()) {
            if (names != null && !names.contains(key)) {
                Outgoing request = calls.request(table.all().request(), values, ApiCalls.Paged.none(table.name()));
                throw calls.failures()
                        .unexpected(
                                request,
                                "its key '" + key + "' is not in the records"
                                        + dev.dayone.pilot.Nearest.hint(key, names) + ", expected it in each",
                                "Correct 'key' in the connector");
            }
        }
    }

    private void count(Count count) {
        asked++;
        Long counted = calls.ask(count.request(), values, table.name()).number(count.at());
        rows = counted == null ? rows : counted;
    }
}
