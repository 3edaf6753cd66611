package dev.dayone.connector.http;

import dev.dayone.connector.http.Description.Count;
import dev.dayone.connector.http.Description.Fields;
import dev.dayone.connector.http.Description.Listing;
import dev.dayone.connector.http.Description.Lookup;
import dev.dayone.connector.http.Description.Pair;
import dev.dayone.connector.http.Description.Request;
import dev.dayone.connector.http.Description.Shape;
import dev.dayone.connector.http.Description.TableSpec;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a description, each over what is said of every table. */
final class TableReader {
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
        Map<String, Lookup> lookups = new LinkedHashMap<>();
        DescriptionNode keys = node.node("keys");
        if (keys != null) {
            keys.keys().forEach(column -> lookups.put(column, lookup(keys.node(column), node.text("records", ""))));
        }
        Listing all = listing(node);
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
        DescriptionNode own = new DescriptionNode("latest", node.value("latest"), problems);
        List.of("path", "query", "body", "records", "paging").forEach(own::has);
        own.done();
        Object over = merged(table, node.value("latest"));
        DescriptionNode latest = new DescriptionNode("latest", over, problems);
        return listing(latest);
    }

    private Listing listing(DescriptionNode node) {
        Object paging = node.has("paging") ? node.value("paging") : this.paging;
        return new Listing(request(node), node.text("records", ""), PagingReader.read(paging, problems));
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

    private Lookup lookup(@Nullable DescriptionNode node, String records) {
        if (node == null) {
            return new Lookup(new Request("", Map.of(), null), "", 1, "");
        }
        Lookup lookup = new Lookup(
                request(node), node.text("records", records), node.number("most", 1), node.text("quote", ""));
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
        List<Object> keys = new ArrayList<>(above.keySet());
        // A kind of paging does not go with another.
        keys.forEach(
                key -> merged.put(key, "paging".equals(key) ? above.get(key) : merged(below.get(key), above.get(key))));
        return merged;
    }
}
