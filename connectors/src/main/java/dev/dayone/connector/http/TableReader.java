package dev.dayone.connector.http;

import dev.dayone.connector.http.Description.Count;
import dev.dayone.connector.http.Description.Fields;
import dev.dayone.connector.http.Description.Listing;
import dev.dayone.connector.http.Description.Lookup;
import dev.dayone.connector.http.Description.Pair;
import dev.dayone.connector.http.Description.Request;
import dev.dayone.connector.http.Description.Shape;
import dev.dayone.connector.http.Description.TableSpec;
import dev.dayone.connector.http.JsonAnswer.Amount;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a description, each over what is said of every table. */
final class TableReader {
    private static final String PAGING = "paging";

    private final @Nullable Object everyTable;
    private final @Nullable Object paging;
    private final Set<String> searches;
    private final List<String> problems;

    TableReader(@Nullable Object everyTable, @Nullable Object paging, Set<String> searches, List<String> problems) {
        this.everyTable = everyTable;
        this.paging = paging;
        this.searches = searches;
        this.problems = problems;
    }

    TableSpec table(String name, @Nullable Object own) {
        Object merged = merged(everyTable, own == null ? Map.of() : own);
        Object named = Template.fillOne(merged, "table", name);
        String place = "tables." + name;
        DescriptionNode node = new DescriptionNode(place, named, problems);
        Listing all = listing(node);
        Map<String, Lookup> lookups = new LinkedHashMap<>();
        DescriptionNode keys = node.node("keys");
        if (keys != null) {
            keys.keys().forEach(column -> lookups.put(column, lookup(keys.node(column), all)));
        }
        Listing latest = node.has("latest") ? latest(node, named) : null;
        TableSpec table = new TableSpec(
                name,
                node.texts("key"),
                node.text("time"),
                all,
                latest,
                lookups,
                shape(node),
                fields(node.node("fields")),
                count(node.node("count")));
        node.done();
        return table;
    }

    private Listing latest(DescriptionNode node, Object table) {
        if (!node.has("time")) {
            node.problem("latest", "needs a 'time'");
        }
        DescriptionNode own = new DescriptionNode(node.at("latest"), node.value("latest"), problems);
        List.of("path", "query", "body", "records", PAGING).forEach(own::has);
        own.done();
        Object over = merged(table, node.value("latest"));
        DescriptionNode latest = new DescriptionNode(node.at("latest"), over, problems);
        return listing(latest, own.has(PAGING) ? latest.at(PAGING) : node.at(PAGING));
    }

    private Listing listing(DescriptionNode node) {
        return listing(node, node.at(PAGING));
    }

    private Listing listing(DescriptionNode node, String place) {
        Paging own = node.has(PAGING)
                ? PagingReader.read(node.value(PAGING), place, problems)
                : PagingReader.read(paging, PAGING, problems);
        return new Listing(request(node), node.text("records", ""), own, Amount.MANY);
    }

    private Request request(DescriptionNode node) {
        String path = node.needed("path");
        if (!path.isEmpty() && !path.startsWith("/")) {
            node.problem("path", "does not begin with '/'");
        }
        Object body = node.value("body");
        if (body != null && !searches.contains(path)) {
            node.problem("body", "would send POST to '" + path + "', which 'searches' does not list");
        }
        return new Request(path, node.textMap("query"), body);
    }

    private Lookup lookup(@Nullable DescriptionNode node, Listing all) {
        if (node == null) {
            return new Lookup(all, 1, "");
        }
        Paging paging = node.has(PAGING)
                ? PagingReader.read(node.value(PAGING), node.at(PAGING), problems)
                : all.paging().forLookups();
        Listing listing = new Listing(request(node), node.text("records", all.records()), paging, Amount.ONE_OR_MANY);
        Lookup lookup = new Lookup(listing, node.number("most", 1), node.text("quote", ""));
        node.done();
        return lookup;
    }

    private Shape shape(DescriptionNode node) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        DescriptionNode lists = node.node("pairs");
        if (lists != null) {
            for (String list : lists.keys()) {
                DescriptionNode pair = lists.node(list);
                if (pair != null) {
                    pairs.put(list, new Pair(pair.needed("name"), pair.needed("value")));
                    pair.done();
                }
            }
        }
        return new Shape(node.texts("unwrap"), pairs, types(node, "types"));
    }

    private Map<String, ColumnType> types(DescriptionNode node, String key) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        node.textMap(key).forEach((name, text) -> {
            try {
                types.put(name, ColumnType.parse(text.toLowerCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                node.problem(key + "." + name, "is '" + text + "', which is no type");
            }
        });
        return types;
    }

    private @Nullable Fields fields(@Nullable DescriptionNode node) {
        if (node == null) {
            return null;
        }
        Fields fields = new Fields(
                listing(node),
                node.text("only"),
                node.text("column", "{name}"),
                node.text("name", "name"),
                node.text("label"),
                node.text("type"),
                node.text("required"),
                node.text("choices"),
                node.text("choice", ""),
                types(node, "types"));
        node.done();
        return fields;
    }

    private @Nullable Count count(@Nullable DescriptionNode node) {
        if (node == null) {
            return null;
        }
        Count count = new Count(request(node), node.needed("at"));
        node.done();
        return count;
    }

    /** One over the other: maps are laid over each other, all else takes the place of what was there. */
    private static Object merged(@Nullable Object under, @Nullable Object over) {
        if (!(under instanceof Map<?, ?> below) || !(over instanceof Map<?, ?> above)) {
            return over == null ? (under == null ? Map.of() : under) : over;
        }
        Map<Object, Object> merged = new LinkedHashMap<>(below);
        above.forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else {
                // A kind of paging does not go with another.
                merged.put(key, PAGING.equals(key) ? value : merged(below.get(key), value));
            }
        });
        return merged;
    }
}
