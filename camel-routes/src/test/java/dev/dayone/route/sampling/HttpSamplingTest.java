package dev.dayone.route.sampling;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.RunLimits;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** APIs are sampled as databases are: page by page, again where they break off, no further than they may. */
final class HttpSamplingTest {
    private static final TableRef ORDERS = new TableRef("shop", "orders");
    private static final int PAGES = 5;
    private static final int SIZE = 20;

    @RegisterExtension
    private static final WireMockExtension API = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    private Path folder;

    private static String page(int page) {
        String rows = IntStream.range((page - 1) * SIZE, page * SIZE)
                .mapToObj(id -> "{\"id\": " + id + ", \"customer\": " + id % 7 + "}")
                .collect(Collectors.joining(","));
        String next = page == PAGES ? "null" : "\"p" + (page + 1) + "\"";
        return "{\"data\": [" + rows + "], \"next\": " + next + "}";
    }

    private static void orders() {
        API.stubFor(
                get(urlPathEqualTo("/orders")).withQueryParam("after", absent()).willReturn(okJson(page(1))));
        for (int page = 2; page <= PAGES; page++) {
            API.stubFor(get(urlPathEqualTo("/orders"))
                    .withQueryParam("after", equalTo("p" + page))
                    .willReturn(okJson(page(page))));
        }
    }

    private static Limits limits(RunLimits run) {
        return new Limits(1, 5_000, 200_000, Duration.ofSeconds(5), Duration.ofSeconds(2), run, null, 0, 1_000_000);
    }

    private static RunLimits calls(long calls) {
        return new RunLimits(1_000_000, 1L << 40, Duration.ofHours(3), calls, 1);
    }

    private static Source shop(Limits limits, Map<String, TableSelection> tables, String... more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("baseUrl", API.baseUrl());
        parameters.put("tables", "orders: {path: /orders, records: data, key: id}");
        parameters.put("paging", "{cursor: next, parameter: after}");
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return new Source("shop", "rest", new Parameters(parameters), limits, tables, false);
    }

    private static Pilot all(Limits limits, String... more) {
        return Postgres.pilot(shop(limits, Map.of("orders", Postgres.sample(SampleMethod.ALL, 1)), more));
    }

    private static List<Integer> ids(Runs runs, Snapshot snapshot) {
        return runs.rows(snapshot, ORDERS).stream()
                .map(row -> Integer.valueOf(String.valueOf(row.get("id"))))
                .toList();
    }

    private static List<Integer> everyId() {
        return IntStream.range(0, PAGES * SIZE).boxed().toList();
    }

    private static TableManifest manifest(Snapshot snapshot, TableRef table) {
        return Objects.requireNonNull(snapshot.manifest().table(table));
    }

    @Test
    void tableThatTheAccountMayNotReadIsRefusedWithWhatHelps() {
        Pilot pilot = all(limits(calls(100)));
        API.stubFor(get(urlPathEqualTo("/orders")).willReturn(aResponse().withStatus(403)));
        assertThatThrownBy(() -> new Runs(folder, 0).run(pilot))
                .hasMessage("Cannot sample: table 'orders' in 'shop' cannot be read by the account: give the account or"
                        + " token the right to read it. Correct the pilot, or see 'dayone doctor'.");
        API.stubFor(get(urlPathEqualTo("/orders")).willReturn(aResponse().withStatus(404)));
        assertThatThrownBy(() -> new Runs(folder, 0).run(pilot))
                .hasMessage(
                        "Cannot sample: table 'orders' in 'shop' cannot be read by the account: the API answers that"
                                + " nothing is there, check whether the account has that feature. Correct the pilot, or see"
                                + " 'dayone doctor'.");
    }

    @Test
    void everyPageOfAnApiIsInTheSnapshotAndItsCallsInTheReceipt() {
        orders();
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(all(limits(calls(100))));
        assertThat(ids(runs, snapshot)).isEqualTo(everyId());
        assertThat(manifest(snapshot, ORDERS).whole()).isTrue();
        Receipt receipt = Objects.requireNonNull(snapshot.manifest().sources().get("shop"))
                .receipt();
        // The first page tells the columns, and is read again for its rows.
        assertThat(receipt.quota()).containsEntry("calls", (long) PAGES + 1);
        assertThat(receipt.statements())
                .extracting(Receipt.Statement::shape, Receipt.Statement::times)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("GET /orders", 2L),
                        org.assertj.core.api.Assertions.tuple("GET /orders?after=?", (long) PAGES - 1));
    }

    @Test
    void budgetOfCallsEndsTheRunAndTheNextGoesOnBehindTheLastPage() {
        orders();
        Runs runs = new Runs(folder, 0);
        Pilot pilot = all(limits(calls(2)));
        for (int run = 0; run < 2; run++) {
            DayoneException failure = catchThrowableOfType(DayoneException.class, () -> runs.run(pilot));
            assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
            assertThat(failure)
                    .hasMessageStartingWith("Cannot read 'shop' any further in this run: its limit 'runCalls of 2' is"
                            + " reached, expected to stop there. What was read is kept: run again to go on, or raise"
                            + " 'runCalls' in the source's limits.")
                    .hasMessageContaining("In part: shop.orders");
        }
        Snapshot snapshot = runs.run(pilot);
        assertThat(ids(runs, snapshot)).isEqualTo(everyId());
        API.verify(1, getRequestedFor(urlPathEqualTo("/orders")).withQueryParam("after", equalTo("p3")));
        assertThat(Objects.requireNonNull(snapshot.manifest().sources().get("shop"))
                        .receipt()
                        .quota())
                .containsEntry("calls", PAGES + 1L);
        assertThat(snapshot.folder().resolve("shop/learned.sealed")).doesNotExist();
    }

    @Test
    void budgetThatEndsBeforeTheTablesAreKnownGetsOnAllTheSame() {
        orders();
        for (String table : List.of("customers", "carts", "coupons")) {
            API.stubFor(get(urlPathEqualTo("/" + table)).willReturn(okJson("{\"data\": [{\"id\": 1}]}")));
        }
        Pilot pilot = Postgres.pilot(shop(
                limits(calls(1)),
                Map.of("orders", Postgres.sample(SampleMethod.ALL, 1), "carts", Postgres.sample(SampleMethod.ALL, 1)),
                "tables",
                Stream.of("orders", "customers", "carts", "coupons")
                        .map(name -> name + ": {path: /" + name + ", records: data, key: id}")
                        .collect(Collectors.joining("\n"))));
        Runs runs = new Runs(folder, 0);
        int calls = PAGES + 1 + 2;
        for (int run = 1; run < calls; run++) {
            DayoneException failure = catchThrowableOfType(DayoneException.class, () -> runs.run(pilot));
            assertThat(failure).as("run " + run).hasMessageContaining("'runCalls of 1' is reached");
        }
        Snapshot snapshot = runs.run(pilot);
        assertThat(ids(runs, snapshot)).isEqualTo(everyId());
        assertThat(Objects.requireNonNull(snapshot.manifest().sources().get("shop"))
                        .receipt()
                        .quota())
                .containsEntry("calls", (long) calls);
        API.verify(0, getRequestedFor(urlPathEqualTo("/customers")));
        API.verify(0, getRequestedFor(urlPathEqualTo("/coupons")));
    }

    @Test
    void apiThatAsksForRestIsLeftAloneAndNoPageIsLostOrAskedTwice() {
        orders();
        API.stubFor(get(urlPathEqualTo("/orders"))
                .withQueryParam("after", equalTo("p3"))
                .inScenario("rest")
                .whenScenarioStateIs(com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "37"))
                .willSetStateTo("rested"));
        Runs runs = new Runs(folder, 1);
        Snapshot snapshot = runs.run(all(limits(calls(100))));
        assertThat(runs.time.pauses()).contains(Duration.ofSeconds(37));
        assertThat(ids(runs, snapshot)).isEqualTo(everyId());
        API.verify(1, getRequestedFor(urlPathEqualTo("/orders")).withQueryParam("after", equalTo("p2")));
        API.verify(2, getRequestedFor(urlPathEqualTo("/orders")).withQueryParam("after", equalTo("p3")));
    }

    @Test
    void connectionThatBreaksOffEndsTheRunWithWhatWasReadAndTheNextGoesOn() {
        orders();
        API.stubFor(get(urlPathEqualTo("/orders"))
                .withQueryParam("after", equalTo("p4"))
                .willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        Runs runs = new Runs(folder, 1);
        Pilot pilot = all(limits(calls(100)));
        assertThatThrownBy(() -> runs.run(pilot))
                .hasMessageStartingWith("Cannot read 'orders' in 'shop': the connection to http://localhost:")
                .hasMessageContaining("broke off")
                .hasMessageContaining("In part: shop.orders");
        orders();
        Snapshot snapshot = runs.run(pilot);
        assertThat(ids(runs, snapshot)).isEqualTo(everyId());
        API.verify(1, getRequestedFor(urlPathEqualTo("/orders")).withQueryParam("after", equalTo("p3")));
    }

    @Test
    void cursorThatExpiredHasTheTableBegunAfresh() {
        orders();
        API.stubFor(get(urlPathEqualTo("/orders"))
                .withQueryParam("after", equalTo("p3"))
                .inScenario("expired")
                .whenScenarioStateIs(com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED)
                .willReturn(aResponse().withStatus(410))
                .willSetStateTo("afresh"));
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(all(limits(calls(100))));
        assertThat(ids(runs, snapshot)).isEqualTo(everyId());
        assertThat(manifest(snapshot, ORDERS).note())
                .isEqualTo("it was begun afresh, as the source does not know its place in the table any more");
    }

    @Test
    void tableWithoutAKeyThatBreaksOffIsNotTakenForWhole() {
        orders();
        API.stubFor(get(urlPathEqualTo("/orders"))
                .withQueryParam("after", equalTo("p3"))
                .willReturn(aResponse().withStatus(500)));
        Runs runs = new Runs(folder, 0);
        Pilot pilot = all(limits(calls(100)), "tables", "orders: {path: /orders, records: data}");
        assertThatThrownBy(() -> runs.run(pilot)).hasMessageContaining("the API answered 500 to GET /orders?after=?");
        orders();
        assertThat(ids(runs, runs.run(pilot))).isEqualTo(everyId());
    }

    @Test
    void keysAreLookedUpWhereTheApiOffersItElseTheWholeTableIsRead() {
        orders();
        String rows =
                IntStream.range(0, 9).mapToObj(id -> "{\"id\": " + id + "}").collect(Collectors.joining(","));
        API.stubFor(get(urlPathEqualTo("/customers"))
                .withQueryParam("ids", absent())
                .willReturn(okJson("{\"data\": [" + rows + "], \"next\": \"more\"}")));
        API.stubFor(get(urlPathEqualTo("/customers"))
                .withQueryParam("after", equalTo("more"))
                .willReturn(okJson("{\"data\": [{\"id\": 9}], \"next\": null}")));
        API.stubFor(get(urlPathEqualTo("/customers"))
                .withQueryParam("ids", equalTo("0,1,2,3,4"))
                .willReturn(okJson("{\"data\": [{\"id\": 0}, {\"id\": 1}, {\"id\": 2}, {\"id\": 3}, {\"id\": 4}]}")));
        API.stubFor(get(urlPathEqualTo("/customers"))
                .withQueryParam("ids", equalTo("5,6"))
                .willReturn(okJson("{\"data\": [{\"id\": 5}, {\"id\": 6}]}")));
        String keys = ", keys: {id: {path: /customers, query: {ids: \"{keys}\"}, most: 5} }";
        TableManifest looked = linked(keys, "with");
        assertThat(looked.used()).isEqualTo(SampleMethod.LINKED);
        assertThat(looked.sampledRows()).isEqualTo(7);
        assertThat(looked.isWholeFor(new ColumnRef("shop", "orders", "customer"), "id"))
                .isTrue();
        TableManifest read = linked("", "without");
        assertThat(read.used()).isEqualTo(SampleMethod.ALL);
        assertThat(read.sampledRows()).isEqualTo(10);
        assertThat(read.whole()).isTrue();
        assertThat(read.note())
                .isEqualTo("the source cannot look up rows by id, so the keys of shop.orders.customer were not asked"
                        + " for; its rows were read in their own order");
    }

    private TableManifest linked(String keys, String name) {
        String tables = "orders: {path: /orders, records: data, key: id}\n"
                + "customers: {path: /customers, records: data, key: id" + keys + "}";
        Pilot pilot = Postgres.pilot(
                shop(limits(calls(100)), Map.of("orders", Postgres.sample(SampleMethod.ALL, 1)), "tables", tables));
        Flow flow = new Flow(
                ORDERS,
                List.of(new Link(
                        new ColumnRef("shop", "orders", "customer"),
                        new ColumnRef("shop", "customers", "id"),
                        1,
                        false)));
        Snapshot snapshot = new Runs(folder.resolve(name), 0).run(Runs.with(pilot, flow));
        return manifest(snapshot, new TableRef("shop", "customers"));
    }

    @Test
    void lookupsThatBreakOffGoOnBehindTheLastKeysThatWereAnswered() {
        orders();
        API.stubFor(get(urlPathEqualTo("/customers"))
                .withQueryParam("ids", absent())
                .willReturn(okJson("{\"data\": [{\"id\": 0}]}")));
        Map<String, String> answers = Map.of("0,1", "0", "2,3", "2", "4,5", "5", "6", "6");
        answers.forEach((keys, id) -> API.stubFor(get(urlPathEqualTo("/customers"))
                .withQueryParam("ids", equalTo(keys))
                .willReturn(okJson("{\"data\": [{\"id\": " + id + "}]}"))));
        API.stubFor(get(urlPathEqualTo("/customers"))
                .withQueryParam("ids", equalTo("4,5"))
                .willReturn(aResponse().withStatus(500)));
        String keys = ", keys: {id: {path: /customers, query: {ids: \"{keys}\"}, most: 2} }"
                + ", count: {path: /count, at: value}";
        API.stubFor(get(urlPathEqualTo("/count")).willReturn(okJson("{\"value\": 100000}")));

        assertThatThrownBy(() -> linked(keys, "broken"))
                .hasMessageContaining("the API answered 500")
                .hasMessageContaining("In part: shop.customers");
        assertThatThrownBy(() -> linked(keys, "broken")).hasMessageContaining("In part: shop.customers");
        API.stubFor(get(urlPathEqualTo("/customers"))
                .withQueryParam("ids", equalTo("4,5"))
                .willReturn(okJson("{\"data\": [{\"id\": 4}]}")));
        TableManifest customers = linked(keys, "broken");

        assertThat(customers.sampledRows()).isEqualTo(4);
        assertThat(customers.isWholeFor(new ColumnRef("shop", "orders", "customer"), "id"))
                .isTrue();
        API.verify(1, getRequestedFor(urlPathEqualTo("/customers")).withQueryParam("ids", equalTo("0,1")));
        API.verify(1, getRequestedFor(urlPathEqualTo("/customers")).withQueryParam("ids", equalTo("2,3")));
        API.verify(3, getRequestedFor(urlPathEqualTo("/customers")).withQueryParam("ids", equalTo("4,5")));
    }

    @Test
    void randomRowsOfAnApiAreItsLatestOnesAndTheManifestSaysSo() {
        API.stubFor(get(urlPathEqualTo("/orders")).willReturn(okJson(page(1))));
        API.stubFor(get(urlPathEqualTo("/orders"))
                .withQueryParam("sort", equalTo("-at"))
                .willReturn(okJson(page(4))));
        Pilot pilot = Postgres.pilot(shop(
                limits(calls(100)),
                Map.of("orders", Postgres.sample(SampleMethod.RANDOM, 10)),
                "tables",
                "orders: {path: /orders, records: data, key: id, time: id, latest: {query: {sort: -at} } }"));
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(pilot);
        assertThat(ids(runs, snapshot))
                .isEqualTo(IntStream.range(60, 70).boxed().toList());
        assertThat(manifest(snapshot, ORDERS).used()).isEqualTo(SampleMethod.LATEST);
        assertThat(manifest(snapshot, ORDERS).note())
                .isEqualTo("the source draws no rows at random, so the rows latest by id were read");
    }
}
