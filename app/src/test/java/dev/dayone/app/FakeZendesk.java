package dev.dayone.app;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.dayone.pilot.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A helpdesk that answers as Zendesk does: pages behind cursors, look-ups of many ids, counts, a login, and once "too many
 * requests". Ten of its {@value #TICKETS} tickets were asked by users that are gone.
 */
final class FakeZendesk implements ResponseDefinitionTransformerV2, AutoCloseable {
    static final String EMAIL = "agent@desk.example";
    static final String TOKEN = "planted-t0ken-9c41-zq77";
    static final int TICKETS = 350;
    static final int ORPHANS = 10;
    static final int USERS = 240;
    private static final int REQUESTERS = USERS + ORPHANS;
    private static final long FIRST_USER = 900_000_000L;
    private static final int PAGE = 100;
    private static final Pattern AFTER = Pattern.compile("[?&]page\\[after]=(\\d+)");
    private static final Pattern IDS = Pattern.compile("[?&]ids=([0-9,]+)");

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().extensions(this));
    private final AtomicBoolean tired = new AtomicBoolean();

    FakeZendesk() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
    }

    String url() {
        return server.baseUrl();
    }

    /** The second page of tickets is refused once, with the second to wait for. */
    void tire() {
        tired.set(true);
    }

    boolean isTired() {
        return tired.get();
    }

    static String email(int user) {
        return String.format(Locale.ROOT, "wanda.planted%03d@leak.example", user);
    }

    static String name(int user) {
        return String.format(Locale.ROOT, "Wanda Sorrowful-%03d", user);
    }

    static String subject(int ticket) {
        return String.format(Locale.ROOT, "Invoice missing says customer number %04d", ticket);
    }

    /** What the token is sent as. */
    static String credential() {
        return Base64.getEncoder().encodeToString((EMAIL + "/token:" + TOKEN).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String url = decoded(request.getUrl());
        String path = url.replaceFirst("\\?.*", "");
        if (!("Basic " + credential()).equals(request.getHeader("Authorization"))) {
            return json(401, Json.MAPPER.createObjectNode().put("error", "Couldn't authenticate you"))
                    .build();
        }
        if (path.equals("/api/v2/tickets.json") && AFTER.matcher(url).find() && tired.compareAndSet(true, false)) {
            return json(429, Json.MAPPER.createObjectNode().put("error", "TooManyRequests"))
                    .withHeader("Retry-After", "1")
                    .build();
        }
        return answer(url, path).build();
    }

    private ResponseDefinitionBuilder answer(String url, String path) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        switch (path) {
            case "/api/v2/users/me.json" -> answer.putObject("user").put("email", EMAIL);
            case "/api/v2/tickets/count.json" -> answer.putObject("count").put("value", TICKETS);
            case "/api/v2/users/count.json" -> answer.putObject("count").put("value", USERS);
            case "/api/v2/ticket_fields.json" -> answer.putArray("ticket_fields");
            case "/api/v2/user_fields.json" -> answer.putArray("user_fields");
            case "/api/v2/tickets.json" -> page(answer, "tickets", TICKETS, url);
            case "/api/v2/users.json" -> page(answer, "users", USERS, url);
            case "/api/v2/users/show_many.json" -> lookUp(answer, url);
            default -> {
                return json(404, answer.put("error", "InvalidEndpoint"));
            }
        }
        return json(200, answer);
    }

    private void page(ObjectNode answer, String table, int rows, String url) {
        Matcher after = AFTER.matcher(url);
        int from = after.find() ? Integer.parseInt(after.group(1)) : 0;
        int to = Math.min(from + PAGE, rows);
        ArrayNode records = answer.putArray(table);
        IntStream.range(from, to).forEach(row -> records.add(table.equals("users") ? user(row) : ticket(row)));
        answer.putObject("meta").put("has_more", to < rows);
        answer.putObject("links")
                .put(
                        "next",
                        to == rows
                                ? null
                                : url() + "/api/v2/" + table + ".json?page%5Bsize%5D=100&page%5Bafter%5D=" + to);
    }

    private static void lookUp(ObjectNode answer, String url) {
        Matcher ids = IDS.matcher(url);
        ArrayNode records = answer.putArray("users");
        LongStream asked =
                ids.find() ? Arrays.stream(ids.group(1).split(",")).mapToLong(Long::parseLong) : LongStream.empty();
        asked.map(id -> id - FIRST_USER)
                .filter(user -> user >= 0 && user < USERS)
                .forEach(user -> records.add(user((int) user)));
    }

    private static ObjectNode ticket(int row) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", 1_000 + row)
                .put("requester_id", FIRST_USER + row % REQUESTERS)
                .put("subject", subject(row))
                .put("status", row % 3 == 0 ? "open" : "closed")
                .put("updated_at", String.format(Locale.ROOT, "2026-03-%02dT10:00:00Z", 1 + row % 28));
    }

    private static ObjectNode user(int row) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", FIRST_USER + row)
                .put("name", name(row))
                .put("email", email(row))
                .put("updated_at", String.format(Locale.ROOT, "2026-02-%02dT10:00:00Z", 1 + row % 28));
    }

    private static ResponseDefinitionBuilder json(int status, ObjectNode body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.toString());
    }

    private static String decoded(String url) {
        return URLDecoder.decode(url, StandardCharsets.UTF_8);
    }

    @Override
    public String getName() {
        return "zendesk";
    }

    @Override
    public void close() {
        server.stop();
    }
}
