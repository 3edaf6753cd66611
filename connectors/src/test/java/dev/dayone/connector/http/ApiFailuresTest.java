package dev.dayone.connector.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.RunLimits;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything that an API may answer in place of rows ends in a message of its own. */
final class ApiFailuresTest {
    @RegisterExtension
    private static final WireMockExtension API = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final String TABLES = "orders: {path: /orders, records: data, key: id}";

    private static ApiUnderTest shop(String... more) {
        return ApiUnderTest.rest(API.baseUrl(), TABLES, more);
    }

    private static DayoneException failure(String... more) {
        try (ApiUnderTest shop = shop(more)) {
            return failing(source -> source.rows("orders", null), shop);
        }
    }

    private static DayoneException failing(Consumer<ApiUnderTest> asked, ApiUnderTest shop) {
        return Objects.requireNonNull(
                catchThrowableOfType(DayoneException.class, () -> asked.accept(shop)), "Nothing failed");
    }

    private static DayoneException answered(ResponseDefinitionBuilder answer) {
        API.stubFor(get(urlPathEqualTo("/orders")).willReturn(answer));
        return failure();
    }

    private static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    @Test
    void unknownLoginIsRefusedWithTheParametersThatItRestsOn() {
        API.stubFor(any(anyUrl()).willReturn(status(401)));
        DayoneException failure = failure("token", "secret-token");
        assertThat(failure.code()).isEqualTo(ErrorCode.LOGIN_REFUSED);
        assertThat(failure)
                .hasMessage("Cannot log in to 'shop': the API answered 401, expected it to accept the credentials."
                        + " Check the parameters token.");
    }

    @Test
    void statusesThatSomebodyMendsSayWhat() {
        // 403 and 404 make a table unreadable when it is described, and are told when it is read.
        API.stubFor(get(urlPathEqualTo("/orders"))
                .inScenario("rights")
                .whenScenarioStateIs("Started")
                .willReturn(okJson("{\"data\": [{\"id\": 1}]}"))
                .willSetStateTo("taken away"));
        API.stubFor(get(urlPathEqualTo("/orders"))
                .inScenario("rights")
                .whenScenarioStateIs("taken away")
                .willReturn(status(403)));
        DayoneException forbidden = failure();
        assertThat(forbidden.code()).isEqualTo(ErrorCode.RIGHT_MISSING);
        assertThat(forbidden)
                .hasMessage("Cannot read 'orders' in 'shop': the API answered 403 to GET /orders, expected rows."
                        + " Give the account or token the right to read it.");
        DayoneException unprocessable = answered(status(422));
        assertThat(unprocessable.code()).isEqualTo(ErrorCode.ANSWER_UNEXPECTED);
        assertThat(unprocessable)
                .hasMessage("Cannot read 'orders' in 'shop': the API answered 422 to GET /orders, expected 200."
                        + " Compare the connector's path and parameters with the vendor's API page.");
        API.stubFor(get(urlPathEqualTo("/nothing")).willReturn(status(404)));
        try (ApiUnderTest shop = shop("test", "/nothing")) {
            DayoneException missing = failing(ApiUnderTest::probe, shop);
            assertThat(missing.code()).isEqualTo(ErrorCode.TABLE_UNKNOWN);
            assertThat(missing)
                    .hasMessageStartingWith("Cannot read 'the account' in 'shop': the API answered 404 to GET"
                            + " /nothing, expected what stands there. Check the address ('baseUrl'");
        }
    }

    @Test
    void tableThatMayNotBeReadIsListedWithItsKeyAlone() {
        API.stubFor(get(urlPathEqualTo("/orders")).willReturn(status(403)));
        try (ApiUnderTest shop = shop()) {
            assertThat(shop.table("orders").readable()).isFalse();
            assertThat(shop.table("orders").info().columns())
                    .extracting(column -> column.name())
                    .containsExactly("id");
        }
    }

    @Test
    void retryAfterIsUnderstoodAsSecondsAndAsADate() {
        SourceUnavailableException seconds =
                (SourceUnavailableException) answered(status(429).withHeader("Retry-After", "90"));
        assertThat(seconds.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(seconds.retryAfter()).contains(Duration.ofSeconds(90));
        assertThat(seconds)
                .hasMessage("Cannot read 'orders' in 'shop' now: the API answered 429 and asks for 90 s of rest,"
                        + " expected to be let in. Run again later; what was read is kept.");
        String date = ZonedDateTime.now(ZoneOffset.UTC).plusHours(2).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        SourceUnavailableException at =
                (SourceUnavailableException) answered(status(503).withHeader("Retry-After", date));
        assertThat(at.retryAfter().orElseThrow()).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(120));
        SourceUnavailableException reset = (SourceUnavailableException)
                answered(status(403).withHeader("X-RateLimit-Remaining", "0").withHeader("X-RateLimit-Reset", "40"));
        assertThat(reset.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(reset.retryAfter()).contains(Duration.ofSeconds(40));
    }

    @Test
    void spentRateLimitIsHeededBeforeTheApiRefuses() {
        API.stubFor(get(urlPathEqualTo("/orders"))
                .willReturn(okJson("{\"data\": [{\"id\": 1}], \"next\": \"/orders?p=2\"}")
                        .withHeader("X-RateLimit-Limit", "100")
                        .withHeader("X-RateLimit-Remaining", "5")
                        .withHeader("X-RateLimit-Reset", "12")));
        SourceUnavailableException rest = (SourceUnavailableException) failure("paging", "{next: next}");
        assertThat(rest.retryAfter()).contains(Duration.ofSeconds(12));
        assertThat(rest).hasMessageContaining("the API's rate limit has 5 calls left until it begins anew");
    }

    @Test
    void serverFaultsAreRetried() {
        for (int status : new int[] {500, 502, 503, 504, 408}) {
            DayoneException failure = answered(status(status));
            assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_BROKE_OFF);
            assertThat(failure)
                    .hasMessage("Cannot read 'orders' in 'shop': the API answered " + status
                            + " to GET /orders, expected 200. It is asked again.");
        }
    }

    @Test
    void answersThatAreNoJsonAreTold() {
        DayoneException html = answered(aResponse()
                .withHeader("Content-Type", "text/html")
                .withBody("<html><body>Sign in as secret-person</body></html>"));
        assertThat(html.code()).isEqualTo(ErrorCode.ANSWER_UNEXPECTED);
        assertThat(html)
                .hasMessage("Cannot read 'orders' in 'shop': the answer is HTML, expected JSON. A login page or a"
                        + " proxy most likely stands in between: check the address and the credentials.");
        DayoneException cut = answered(okJson("{\"data\": [{\"id\": 1}, {\"id\":"));
        assertThat(cut.code()).isEqualTo(ErrorCode.SOURCE_BROKE_OFF);
        assertThat(cut)
                .hasMessage("Cannot read 'orders' in 'shop': the JSON ends in the middle, expected the whole answer."
                        + " It is asked again.");
        assertThat(answered(okJson("id,name\n1,secret-person")))
                .hasMessageContaining("the answer is no JSON")
                .hasMessageNotContaining("secret-person");
        assertThat(answered(aResponse().withFault(Fault.EMPTY_RESPONSE)).code()).isEqualTo(ErrorCode.SOURCE_BROKE_OFF);
    }

    @Test
    void wrongSelectorNamesWhatTheAnswerHolds() {
        DayoneException failure = answered(okJson("{\"dat\": [{\"id\": 1}], \"meta\": {}, \"secret@x.y\": 1}"));
        assertThat(failure.code()).isEqualTo(ErrorCode.ANSWER_UNEXPECTED);
        assertThat(failure)
                .hasMessage("Cannot read 'orders' in 'shop': 'records: data' finds nothing in the answer, which holds"
                        + " dat, meta, did you mean 'dat', expected a list of records. Correct 'records' in the"
                        + " connector.");
        assertThat(answered(okJson("{\"data\": [{\"uid\": 1}]}")))
                .hasMessageContaining("its key 'id' is not in the records, did you mean 'uid', expected it in each");
    }

    @Test
    void cursorsThatGoInACircleAndPagesThatRepeatAreSeen() {
        for (String[] hop : new String[][] {{null, "b"}, {"b", "c"}, {"c", "b"}}) {
            API.stubFor(get(urlPathEqualTo("/orders"))
                    .withQueryParam("c", hop[0] == null ? absent() : equalTo(hop[0]))
                    .willReturn(okJson("{\"data\": [{\"id\": \"" + hop[0] + "\"}], \"next\": \"" + hop[1] + "\"}")));
        }
        assertThat(failure("paging", "{cursor: next, parameter: c}"))
                .hasMessage("Cannot read 'orders' in 'shop': the cursor of the next page is one that was read from"
                        + " already, expected pages to end. Correct the connector's paging, or report it to the"
                        + " vendor.");
        API.stubFor(get(urlPathEqualTo("/orders")).willReturn(okJson("{\"data\": [{\"id\": 1}, {\"id\": 2}]}")));
        assertThat(failure("paging", "{page: p}"))
                .hasMessage("Cannot read 'orders' in 'shop': the page holds the same records as the one before it,"
                        + " expected the next ones. Correct the connector's paging: the API does not heed it.");
    }

    @Test
    void cursorThatExpiredIsAFailureOfItsOwn() {
        API.stubFor(get(urlPathEqualTo("/orders"))
                .withQueryParam("c", absent())
                .willReturn(okJson("{\"data\": [{\"id\": 1}], \"next\": \"b\"}")));
        API.stubFor(
                get(urlPathEqualTo("/orders")).withQueryParam("c", equalTo("b")).willReturn(status(400)));
        DayoneException failure = failure("paging", "{cursor: next, parameter: c}");
        assertThat(failure.code()).isEqualTo(ErrorCode.CURSOR_EXPIRED);
        assertThat(failure)
                .hasMessage("Cannot go on reading 'orders' in 'shop': the API answered 400 to the cursor of the next"
                        + " page, expected that page. Run again: the table is begun afresh.");
    }

    @Test
    void callThatTakesTooLongNamesTheLimit() {
        Map<String, String> parameters = Map.of("baseUrl", API.baseUrl(), "tables", TABLES);
        Limits limits = new Limits(
                1,
                5_000,
                200_000,
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                RunLimits.DEFAULT,
                null,
                5,
                1_000_000);
        ResponseDefinitionBuilder silent = okJson("{\"data\": []}").withFixedDelay(5_000);
        ResponseDefinitionBuilder slow = okJson("{\"data\": [ ]}".repeat(20)).withChunkedDribbleDelay(20, 5_000);
        for (ResponseDefinitionBuilder answer : List.of(silent, slow)) {
            API.stubFor(get(urlPathEqualTo("/orders")).willReturn(answer));
            try (ApiUnderTest shop = new ApiUnderTest("rest", parameters, limits)) {
                DayoneException failure = failing(source -> source.rows("orders", null), shop);
                assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_TIMED_OUT);
                assertThat(failure)
                        .hasMessage("Cannot read 'orders' in 'shop': no whole answer to GET /orders in time, expected"
                                + " one. Raise 'statementTimeout' in the source's limits, or give the connector's"
                                + " paging a smaller 'size'.");
            }
        }
    }

    @Test
    void nobodyAtTheAddressIsToldWithoutItsPath() {
        try (ApiUnderTest shop = ApiUnderTest.rest("http://localhost:1/hidden", TABLES)) {
            assertThat(failing(source -> source.rows("orders", null), shop))
                    .hasMessage("Cannot reach 'shop' at http://localhost:1: nothing listens there, expected an API"
                            + " there. Check the address, the network and the API.");
        }
    }

    @Test
    void shareOfTheDaysQuotaEndsTheRun() {
        API.stubFor(
                any(anyUrl()).willReturn(okJson("{\"results\": []}").withHeader("X-HubSpot-RateLimit-Daily", "40")));
        RunLimits run = new RunLimits(100, 100, Duration.ofHours(1), 1_000, 0.05);
        try (ApiUnderTest shop =
                new ApiUnderTest("hubspot", Map.of("baseUrl", API.baseUrl(), "accessToken", "token"), run)) {
            DayoneException failure = failing(ApiUnderTest::tables, shop);
            assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
            assertThat(failure)
                    .hasMessage("Cannot read 'shop' any further in this run: its limit 'quotaShare of 0.05 of 40"
                            + " calls a day' is reached, expected to stop there. What was read is kept: run again to"
                            + " go on, or raise 'quotaShare' in the source's limits.");
        }
        API.verify(2, anyRequestedFor(anyUrl()));
    }
}
