package dev.dayone.connector.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.Headers;
import dev.dayone.pilot.snapshot.ColumnInfo;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The connector whose tables the pilot gives. */
final class RestKameletTest {
    @RegisterExtension
    private static final WireMockExtension API = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static ApiUnderTest shop(String... more) {
        return ApiUnderTest.rest(API.baseUrl(), """
                customers:
                  path: /customers
                  records: data
                  key: id
                  time: changed_at
                """, more);
    }

    private static void pages() {
        API.stubFor(get(urlPathEqualTo("/customers"))
                .withHeader("Authorization", equalTo("Bearer secret-token"))
                .withQueryParam("after", absent())
                .willReturn(okJson("""
                                {"data": [
                                  {"id": 1, "name": "Ada", "address": {"city": "Ulm", "geo": {"lat": 48.4}}, "tags": ["a"],
                                   "changed_at": "2026-01-02T03:04:05+02:00", "born": "1990-05-06", "vip": true, "score": 7},
                                  {"id": 2, "name": null, "address": null, "tags": [],
                                   "changed_at": "2026-01-03T00:00:00Z", "born": null, "vip": false, "score": 7.5}
                                ], "next": "c2"}""")));
        API.stubFor(get(urlPathEqualTo("/customers"))
                .withQueryParam("after", equalTo("c2"))
                .willReturn(okJson("""
                        {"data": [{"id": 3, "name": 12, "address": {"city": "Bonn"}, "changed_at": "2026-01-04T00:00:00Z"}],
                         "next": null}""")));
    }

    @Test
    void columnsAreFoundFromAPage() {
        pages();
        try (ApiUnderTest shop = shop("token", "secret-token", "paging", "{cursor: next, parameter: after}")) {
            DiscoveredTable table = shop.table("customers");
            assertThat(table.info().columns())
                    .extracting(ColumnInfo::name, column -> column.type().toString())
                    .containsExactly(
                            tuple("id", "bigint"),
                            tuple("name", "string"),
                            tuple("address.city", "string"),
                            tuple("address.geo.lat", "double"),
                            tuple("tags", "string"),
                            tuple("changed_at", "timestamp"),
                            tuple("born", "date"),
                            tuple("vip", "boolean"),
                            tuple("score", "double"));
            assertThat(table.info().key()).containsExactly("id");
            assertThat(table.info().timeColumn()).isEqualTo("changed_at");
        }
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void rowsOfAllPagesComeWithTheColumnsAskedForInTheirOrder() {
        pages();
        try (ApiUnderTest shop = shop("token", "secret-token", "paging", "{cursor: next, parameter: after}")) {
            List<Map<String, Object>> rows =
                    shop.rows("customers", List.of("changed_at", "id", "name", "tags", "address.city"));
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).keySet()).containsExactly("changed_at", "id", "name", "tags", "address.city");
            assertThat(rows.get(0))
                    .containsEntry("changed_at", "2026-01-02T01:04:05Z")
                    .containsEntry("id", 1)
                    .containsEntry("tags", "[\"a\"]")
                    .containsEntry("address.city", "Ulm");
            assertThat(rows.get(1)).containsEntry("name", null).containsEntry("address.city", null);
            assertThat(rows.get(2)).containsEntry("name", "12").containsEntry("tags", null);
            assertThat(shop.receipt().statements())
                    .extracting(statement -> statement.shape() + " " + statement.times() + " " + statement.rows())
                    .containsExactly("GET /customers 2 4", "GET /customers?after=? 1 1");
            assertThat(shop.receipt().quota()).containsEntry("calls", 3L);
        }
    }

    @Test
    void rangesAreAskedForUntilTheTotalThatContentRangeTells() {
        for (int from = 0; from < 5; from += 2) {
            int to = Math.min(from + 1, 4);
            String rows = from == to ? "[{\"id\": 4}]" : "[{\"id\": " + from + "}, {\"id\": " + to + "}]";
            String asked = from + "-" + (from + 1);
            API.stubFor(get(urlPathEqualTo("/headers"))
                    .withHeader("Range", equalTo("items=" + asked))
                    .willReturn(okJson(rows)
                            .withStatus(206)
                            .withHeader("Content-Range", "items " + from + "-" + to + "/5")));
            API.stubFor(get(urlPathEqualTo("/queries"))
                    .withQueryParam("range", equalTo(asked))
                    .willReturn(okJson(rows).withHeader("Content-Range", from + "-" + to + "/5")));
        }
        String tables = """
                headers: {path: /headers, key: id, paging: {range: Range, unit: items, size: 2} }
                queries: {path: /queries, key: id, paging: {range: range, size: 2} }
                """;
        try (ApiUnderTest shop = ApiUnderTest.rest(API.baseUrl(), tables)) {
            assertThat(shop.rows("headers", null)).extracting("id").containsExactly(0, 1, 2, 3, 4);
            assertThat(shop.rows("queries", null)).extracting("id").containsExactly(0, 1, 2, 3, 4);
            assertThat(shop.table("headers").info().approximateRows()).isEqualTo(5);
        }
    }

    @Test
    void kameletRunsInPlainCamelWithPlainParameters() throws Exception {
        pages();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            // Two braces that meet are Camel's own there.
            String uri = "kamelet:rest?baseUrl=RAW(" + API.baseUrl() + ")&token=secret-token"
                    + "&tables=RAW({customers: {path: /customers, records: data, key: id} })"
                    + "&paging=RAW({cursor: next, parameter: after})";
            Object body = camel.createProducerTemplate().requestBodyAndHeader(uri, null, Headers.TABLE, "customers");
            List<Object> ids = new ArrayList<>();
            ((Iterator<?>) body).forEachRemaining(row -> ids.add(((Map<?, ?>) row).get("id")));
            assertThat(ids).containsExactly(1, 2, 3);
        }
    }

    @Test
    void compressedAnswersAreRead() {
        API.stubFor(get(urlPathEqualTo("/customers"))
                .withHeader("Accept-Encoding", com.github.tomakehurst.wiremock.client.WireMock.containing("gzip"))
                .willReturn(okJson("{\"data\": [{\"id\": 1}]}")));
        try (ApiUnderTest shop = shop()) {
            assertThat(shop.rows("customers", List.of("id"))).hasSize(1);
        }
    }

    @Test
    void whoAmIIsAskedWhereTheSourceSaysHow() {
        API.stubFor(get(urlPathEqualTo("/me"))
                .willReturn(aResponse().withStatus(200).withBody("{}")));
        try (ApiUnderTest shop = shop("test", "/me")) {
            assertThat(shop.probe().canWrite()).isNull();
            assertThat(shop.probe().readOnlySession()).isEqualTo("dayone sends this API nothing but GET");
            assertThat(shop.probe().tls()).isEqualTo("none");
        }
        API.verify(3, com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(urlPathEqualTo("/me")));
    }
}
