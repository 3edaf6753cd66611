package dev.dayone.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.connector.http.Description.Listing;
import dev.dayone.connector.http.JsonAnswer.Amount;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks for the pages of one listing, and finds where the next one begins. Used by one thread. */
final class ListingPages {
    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^,<]*)");
    private static final Pattern TOTAL = Pattern.compile("/(\\d{1,15})\\s*$");

    private final ApiCalls calls;
    private final Listing listing;
    private final Paging paging;
    private final String table;
    private final Map<String, String> values;
    private final Trail trail;

    ListingPages(ApiCalls calls, Listing listing, String table, Map<String, String> values, Trail trail) {
        this.calls = calls;
        this.listing = listing;
        this.paging = listing.paging();
        this.table = table;
        this.values = values;
        this.trail = trail;
    }

    /** One page's records, where the next begins (null: this was the last), and how many records there are in all. */
    record Records(
            List<JsonNode> records,
            @Nullable Place next,
            @Nullable Long total) {}

    /** The page at a place. */
    Records page(Place place) {
        trail.begin(place.at());
        Outgoing request = request(place);
        Answer answer = calls.send(request);
        JsonAnswer json = calls.json(answer, request);
        List<JsonNode> records = json.records(listing.records(), Amount.MANY);
        calls.returned(request, records.size());
        String print = print(records);
        if (!records.isEmpty() && print.equals(place.before())) {
            throw calls.failures()
                    .unexpected(
                            request,
                            "the page holds the same records as the one before it, expected the next ones",
                            "Correct the connector's paging: the API does not heed it");
        }
        Long total = paging.kind() == Paging.Kind.RANGE ? rangeTotal(answer) : json.number(paging.total());
        String next = next(place, answer, json, records.size(), total);
        if (next == null) {
            return new Records(records, null, total);
        }
        if (!trail.add(next)) {
            throw calls.failures()
                    .unexpected(
                            request,
                            "the cursor of the next page is one that was read from already, expected pages to end",
                            "Correct the connector's paging, or report it to the vendor");
        }
        return new Records(records, new Place(next, print), total);
    }

    /** What many pages without a record mean. */
    RuntimeException endless(int empty) {
        return calls.failures()
                .unexpected(
                        request(Place.FIRST),
                        empty + " pages followed each other without a record, expected pages to end",
                        "Correct the connector's paging, or report it to the vendor");
    }

    private Outgoing request(Place place) {
        boolean url = paging.kind() == Paging.Kind.NEXT || paging.kind() == Paging.Kind.LINK;
        if (url && !place.isFirst()) {
            return calls.at(place.at(), listing.request().path(), table);
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        Map<String, String> headers = new HashMap<>();
        if (paging.sizeParameter() != null) {
            asked.put(paging.sizeParameter(), paging.size());
        }
        if (paging.kind() == Paging.Kind.RANGE) {
            range(place, asked, headers);
        } else if (paging.kind().isCounted()) {
            asked.put(paging.parameter(), place.isFirst() ? paging.first() : Long.parseLong(place.at()));
        } else if (!place.isFirst()) {
            asked.put(paging.parameter(), place.at());
        }
        boolean paged = !place.isFirst() && paging.kind().mayExpire();
        return calls.request(listing.request(), values, new ApiCalls.Paged(asked, headers, table, paged));
    }

    private void range(Place place, Map<String, Object> asked, Map<String, String> headers) {
        long from = place.isFirst() ? paging.first() : Long.parseLong(place.at());
        String range = from + "-" + (from + paging.size() - 1);
        if (paging.unit() == null) {
            asked.put(paging.parameter(), range);
        } else {
            headers.put(paging.parameter(), paging.unit() + "=" + range);
        }
    }

    private @Nullable String next(Place place, Answer answer, JsonAnswer json, int records, @Nullable Long total) {
        if (paging.more() != null && !json.says(paging.more())) {
            return null;
        }
        return switch (paging.kind()) {
            case NONE -> null;
            case NEXT, CURSOR -> json.text(paging.at());
            case LINK -> link(answer);
            case PAGE -> counted(place, records, total, 1, paging.size());
            case OFFSET, RANGE -> counted(place, records, total, records, 1);
        };
    }

    /** A page that is not full may be followed by others: some APIs cap its size. Only an empty one or the total ends. */
    private @Nullable String counted(Place place, int records, @Nullable Long total, long step, long unit) {
        long at = place.isFirst() ? paging.first() : Long.parseLong(place.at());
        long seen = (at + step - paging.first()) * unit;
        boolean end = records == 0 || (total != null && seen >= total);
        return end ? null : String.valueOf(at + step);
    }

    private @Nullable String link(Answer answer) {
        for (String header : answer.headers().getOrDefault("link", List.of())) {
            Matcher matcher = LINK.matcher(header);
            while (matcher.find()) {
                String relation =
                        String.valueOf(matcher.group(2)).replace("\"", "").replace(" ", "");
                if (List.of(relation.split(";", -1)).contains("rel=" + paging.at())) {
                    return matcher.group(1);
                }
            }
        }
        return null;
    }

    private static @Nullable Long rangeTotal(Answer answer) {
        String range = answer.header("content-range");
        Matcher matcher = TOTAL.matcher(range == null ? "" : range);
        return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
    }

    /** Tells pages apart without keeping them. */
    private static String print(List<JsonNode> records) {
        return records.isEmpty()
                ? ""
                : UUID.nameUUIDFromBytes(
                                (records.size() + "\n" + records.get(0) + "\n" + records.get(records.size() - 1))
                                        .getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
