package dev.dayone.connector.http;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connector's YAML says of an API. Texts may hold places for parameters: see {@link Template}.
 *
 * @param url the base of every path
 * @param auth ways to log in; the first whose parameters are all given is taken, none: without
 * @param test the call that tells who the account is
 * @param searches the paths that may be sent POST: they read
 * @param tables by name, in the order of the file
 */
record Description(
        String product,
        String url,
        List<AuthScheme> auth,
        Map<String, String> headers,
        @Nullable TestCall test,
        Quota quota,
        Set<String> searches,
        Map<String, TableSpec> tables) {
    Description {
        auth = List.copyOf(auth);
        headers = ordered(headers);
        searches = Set.copyOf(searches);
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    private static Map<String, String> ordered(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** How requests are given credentials, with the settings of that kind. */
    record AuthScheme(Kind kind, Map<String, String> settings) {
        /** The kinds, with the settings that each has. */
        enum Kind {
            BASIC,
            BEARER,
            HEADER,
            QUERY,
            OAUTH2,
            /** Without credentials: taken where none of the others' parameters is given. */
            NONE;

            List<String> needed() {
                return switch (this) {
                    case BASIC -> List.of("username", "password");
                    case BEARER -> List.of("token");
                    case HEADER, QUERY -> List.of("name", "value");
                    case OAUTH2 -> List.of("tokenUrl", "clientId", "clientSecret");
                    case NONE -> List.of();
                };
            }

            List<String> optional() {
                return this == OAUTH2 ? List.of("refreshToken", "scope") : List.of();
            }

            String label() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }

        AuthScheme {
            settings = ordered(settings);
        }

        /** The parameters whose values it needs. */
        Set<String> parameters() {
            Set<String> names = new java.util.LinkedHashSet<>();
            kind.needed().forEach(key -> names.addAll(Template.names(settings.getOrDefault(key, ""))));
            return names;
        }
    }

    /** A request without what pages and credentials add; with a body it is POST, else GET. */
    record Request(
            String path,
            Map<String, String> query,
            @Nullable Object body) {
        Request {
            query = ordered(query);
        }
    }

    /** The call that asks who is there; dotted paths into its answer, null: it does not tell. */
    record TestCall(
            Request request,
            @Nullable String account,
            @Nullable String version) {}

    /**
     * The API's budgets: the names of its headers in place of the usual ones, and the calls of a day where it does not
     * tell them.
     *
     * @param usage the header that tells both as {@code 18/5000}
     */
    record Quota(
            @Nullable Long perDay,
            @Nullable String limit,
            @Nullable String remaining,
            @Nullable String usage,
            @Nullable String windowLimit,
            @Nullable String windowRemaining,
            @Nullable String windowReset) {}

    /**
     * One table.
     *
     * @param key its columns; empty: none
     * @param time the column that tells when a row was last changed
     * @param all how its rows are listed
     * @param latest how they are listed by {@code time}, the latest first; null: the API cannot
     * @param lookups how rows are asked for by values of a column
     */
    record TableSpec(
            String name,
            List<String> key,
            @Nullable String time,
            Listing all,
            @Nullable Listing latest,
            Map<String, Lookup> lookups,
            Shape shape,
            @Nullable Fields fields,
            @Nullable Count count) {
        TableSpec {
            key = List.copyOf(key);
            lookups = Collections.unmodifiableMap(new LinkedHashMap<>(lookups));
        }

        /** How many keys of each column that rows are looked up by go into a call. */
        Map<String, Integer> callKeys() {
            Map<String, Integer> keys = new LinkedHashMap<>();
            lookups.forEach((column, lookup) -> keys.put(column, lookup.most()));
            return keys;
        }
    }

    /** A list of records, page by page; {@code records} is the dotted path to them, empty: the answer is the list. */
    record Listing(Request request, String records, Paging paging, JsonAnswer.Amount amount) {}

    /**
     * Records by some keys; {@code {keys}} stands for them, parted by commas.
     *
     * @param most keys in one call
     * @param quote put around each key, with a backslash before it inside one; empty: none, and no key may hold a comma
     */
    record Lookup(Listing listing, int most, String quote) {}

    /** The call that tells how many records there are, and the dotted path to the number. */
    record Count(Request request, String at) {}

    /**
     * How records become rows.
     *
     * @param unwrap objects whose fields stand as if they were the record's own
     * @param pairs lists of pairs that become columns {@code list.name}
     * @param types of columns whose values do not tell
     */
    record Shape(List<String> unwrap, Map<String, Pair> pairs, Map<String, ColumnType> types) {
        Shape {
            unwrap = List.copyOf(unwrap);
            pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
            types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        }
    }

    /** The names of a pair's two fields. */
    record Pair(String name, String value) {}

    /**
     * The catalogue of a table's fields: dotted paths into each of its records.
     *
     * @param only the field and the value that a record must have to be taken, as {@code field=value}; null: all are
     * @param column the column's name, with {@code {name}} in it
     * @param choice the path of a choice's value in the list at {@code choices}; empty: the list holds them
     * @param types the API's types by name, where they are not understood by themselves
     */
    record Fields(
            Listing listing,
            @Nullable String only,
            String column,
            String name,
            @Nullable String label,
            @Nullable String type,
            @Nullable String required,
            @Nullable String choices,
            String choice,
            Map<String, ColumnType> types) {
        Fields {
            types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        }
    }
}
