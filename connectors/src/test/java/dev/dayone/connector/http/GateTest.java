package dev.dayone.connector.http;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.permanentRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.dayone.connector.guard.StatementLog;
import dev.dayone.pilot.RunLimits;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing leaves but reads, and credentials go home alone. */
final class GateTest {
    private static final String ORDERS = "orders: {path: /orders, records: data, key: id}";
    private static final String ROWS = "{\"data\": [{\"id\": 1}]}";

    @RegisterExtension
    private static final WireMockExtension API = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().dynamicHttpsPort())
            .build();

    @RegisterExtension
    private static final WireMockExtension ELSEWHERE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static String home() {
        return "http://localhost:" + API.getPort();
    }

    @Test
    void redirectsAtHomeAreFollowedWithCredentials() {
        API.stubFor(get(urlPathEqualTo("/orders")).willReturn(permanentRedirect("/moved")));
        API.stubFor(get(urlPathEqualTo("/moved"))
                .withHeader("Authorization", equalTo("Bearer secret"))
                .willReturn(okJson(ROWS)));
        try (ApiUnderTest shop = ApiUnderTest.rest(home(), ORDERS, "token", "secret")) {
            assertThat(shop.rows("orders", null)).hasSize(1);
        }
    }

    @Test
    void redirectsToAnotherHostCarryNoCredentials() {
        ELSEWHERE.stubFor(get(urlPathEqualTo("/there")).willReturn(okJson(ROWS)));
        API.stubFor(get(urlPathEqualTo("/orders")).willReturn(temporaryRedirect(ELSEWHERE.baseUrl() + "/there")));
        String[][] credentials = {
            {"token", "secret"},
            {"apiKey", "secret", "apiKeyHeader", "X-Api-Key"},
            {"apiKey", "secret", "apiKeyQuery", "api_key"},
            {"username", "reader", "password", "secret"}
        };
        for (String[] parameters : credentials) {
            try (ApiUnderTest shop = ApiUnderTest.rest(home(), ORDERS, parameters)) {
                assertThat(shop.rows("orders", null)).hasSize(1);
            }
        }
        ELSEWHERE.verify(
                8,
                getRequestedFor(urlPathEqualTo("/there"))
                        .withHeader("Authorization", absent())
                        .withHeader("X-Api-Key", absent())
                        .withHeader("Cookie", absent())
                        .withQueryParam("api_key", absent()));
        ELSEWHERE.verify(8, anyRequestedFor(anyUrl()));
    }

    @Test
    void endlessRedirectsEndAtFive() {
        API.stubFor(get(urlPathEqualTo("/orders")).willReturn(temporaryRedirect("/orders")));
        try (ApiUnderTest shop = ApiUnderTest.rest(home(), ORDERS)) {
            assertThatThrownBy(() -> shop.rows("orders", null))
                    .hasMessage("Cannot read 'orders' in 'shop': it was redirected more than 5 times, expected an"
                            + " answer. Correct the connector or the source's address.");
        }
        API.verify(6, getRequestedFor(urlPathEqualTo("/orders")));
    }

    @Test
    void redirectsFromHttpsToHttpAreRefused() {
        URI base = URI.create("https://api.example");
        StatementLog log = new StatementLog();
        HttpFailures failures = new HttpFailures("shop", "https://api.example:443", Set.of());
        CallBudget budget = new CallBudget(
                RunLimits.DEFAULT, new Description.Quota(null, null, null, null, null, null, null), "shop", log);
        Downgrading wire = new Downgrading();
        try (HttpGate gate = new HttpGate(
                wire,
                new HttpGate.Rules(base, Set.of(), failures),
                Objects.requireNonNull(Credentials.of(List.of(), Map.of())),
                budget,
                log)) {
            Outgoing request = new Outgoing(base.resolve("/orders"), "/orders", Map.of(), null, "orders", false);
            assertThatThrownBy(() -> gate.send(request))
                    .hasMessage("Cannot read 'orders' in 'shop': it was redirected from https to"
                            + " http://api.example:443, expected to stay encrypted. Correct the connector or the"
                            + " source's address.");
        }
        assertThat(wire.sent).isEqualTo(1);
    }

    /** A server that sends everybody from https to http. */
    private static final class Downgrading implements Wire {
        private int sent;

        @Override
        public Answer send(URI uri, Map<String, String> headers, @Nullable String body) {
            sent++;
            return new Answer(
                    uri, 302, Map.of("location", List.of("http://api.example:443/orders")), ByteBuffer.allocate(0));
        }

        @Override
        public String tls() {
            return "TLSv1.3";
        }

        @Override
        public void close() {}
    }

    @Test
    void certificatesThatNobodyTrustsAreRefused() {
        String https = "https://localhost:" + API.getHttpsPort();
        try (ApiUnderTest shop = ApiUnderTest.rest(https, ORDERS, "token", "secret")) {
            assertThatThrownBy(() -> shop.rows("orders", null))
                    .hasMessageStartingWith("Cannot read 'orders' in 'shop': the TLS certificate of " + https
                            + " could not be verified, expected one that Java trusts.");
        }
        API.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void linkToAnotherHostIsRefused() {
        API.stubFor(get(urlPathEqualTo("/orders"))
                .willReturn(okJson("{\"data\": [{\"id\": 1}], \"next\": \"" + ELSEWHERE.baseUrl() + "/orders\"}")));
        try (ApiUnderTest shop = ApiUnderTest.rest(home(), ORDERS, "paging", "{next: next}", "token", "s")) {
            assertThatThrownBy(() -> shop.rows("orders", null))
                    .hasMessage("Cannot read 'orders' in 'shop': the request would go to "
                            + ELSEWHERE.baseUrl() + ", expected " + home()
                            + ", where the credentials are for. Correct the connector or the source's address.");
        }
        ELSEWHERE.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void postToAPathThatIsNoSearchIsNotSent() {
        String tables = "orders: {path: /orders, key: id, body: {delete: all} }";
        try (ApiUnderTest shop = ApiUnderTest.rest(home(), tables)) {
            assertThatThrownBy(() -> shop.rows("orders", null))
                    .hasMessage("Cannot read the description of 'shop': 'tables.orders.body' would send POST to"
                            + " '/orders', which 'searches' does not list, expected what docs/connectors-http.md"
                            + " lists. Correct the connector's YAML.");
        }
        API.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void secretsOfAClientDoNotGoToATokenUrlThatIsNoneOrNotEncrypted() {
        Map<String, String> refusals = Map.of(
                "not a url", "'tokenUrl' is no URL, expected one",
                "ftp://localhost/token", "'tokenUrl' is no web address, expected https",
                "http://localhost/token", "'tokenUrl' is not encrypted, expected https as of the API");
        refusals.forEach((tokenUrl, found) -> {
            try (ApiUnderTest shop = ApiUnderTest.rest(
                    "https://localhost:" + API.getHttpsPort(),
                    ORDERS,
                    "tokenUrl",
                    tokenUrl,
                    "clientId",
                    "c",
                    "clientSecret",
                    "hidden-s")) {
                assertThatThrownBy(() -> shop.rows("orders", null))
                        .hasMessage("Cannot read 'a token' in 'shop': " + found
                                + ". Correct the connector or the source's address.");
            }
        });
    }

    @Test
    void tokenIsHadOnceAndAnewWhenItIsRefused() {
        API.stubFor(post(urlPathEqualTo("/oauth/token"))
                .withFormParam("grant_type", equalTo("refresh_token"))
                .withFormParam("refresh_token", equalTo("r1"))
                .willReturn(okJson("{\"access_token\": \"t1\", \"refresh_token\": \"r2\"}")));
        API.stubFor(post(urlPathEqualTo("/oauth/token"))
                .withFormParam("refresh_token", equalTo("r2"))
                .willReturn(okJson("{\"access_token\": \"t2\"}")));
        API.stubFor(any(urlPathEqualTo("/orders")).atPriority(9).willReturn(unauthorized()));
        API.stubFor(get(urlPathEqualTo("/orders"))
                .withHeader("Authorization", equalTo("Bearer t2"))
                .willReturn(okJson(ROWS)));
        try (ApiUnderTest shop = ApiUnderTest.rest(
                home(),
                ORDERS,
                "tokenUrl",
                "/oauth/token",
                "clientId",
                "c",
                "clientSecret",
                "s",
                "refreshToken",
                "r1")) {
            assertThat(shop.rows("orders", null)).hasSize(1);
            assertThat(shop.receipt().statements())
                    .extracting(statement -> statement.shape() + " " + statement.times())
                    .containsExactly("POST /oauth/token 2", "GET /orders 3");
        }
    }
}
