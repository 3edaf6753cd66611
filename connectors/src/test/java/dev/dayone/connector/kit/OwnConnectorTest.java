package dev.dayone.connector.kit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector for an imaginary API as a user would write it: one file of YAML beside the pilot. */
final class OwnConnectorTest {
    private final WireMockServer api =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final WireMockServer elsewhere =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        api.start();
        elsewhere.start();
        Files.createDirectory(folder.resolve("connectors"));
        try (var yaml = Objects.requireNonNull(getClass().getResourceAsStream("/connectors/parcels.kamelet.yaml"))) {
            Files.copy(yaml, folder.resolve("connectors/parcels.kamelet.yaml"));
        }
        api.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(401)));
        api.stubFor(get(urlPathEqualTo("/me"))
                .withHeader("Authorization", equalTo("Bearer good"))
                .willReturn(okJson("{\"user\": \"reader\"}")));
        for (int page = 1; page <= 4; page++) {
            api.stubFor(get(urlPathEqualTo("/parcels"))
                    .withQueryParam("page", equalTo(String.valueOf(page)))
                    .withHeader("Authorization", equalTo("Bearer good"))
                    .willReturn(okJson(page(page))));
        }
    }

    private static String page(int page) {
        return "{\"data\": ["
                + IntStream.range((page - 1) * 50, Math.min(130, page * 50))
                        .mapToObj(i -> "{\"id\": " + i
                                + ", \"to\": {\"city\": \"Ulm\"}, \"updated_at\": \"2024-02-29T12:00:00Z\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @AfterEach
    void stop() {
        api.stop();
        elsewhere.stop();
    }

    private List<KitResult> kit(String token) {
        Parameters parameters = new Parameters(Map.of("baseUrl", api.baseUrl(), "token", token));
        Source source = new Source("shop", "parcels", parameters, Limits.DEFAULT, Map.of(), false);
        return ConnectorKit.run(TestDatabases::camel, source, folder);
    }

    @Test
    void passesTheKit() {
        List<KitResult> results = kit("good");
        assertThat(results)
                .as(results.toString())
                .allMatch(result -> result.outcome() == KitResult.Outcome.PASSED)
                .hasSize(7);
        assertThat(results.get(2).found()).isEqualTo("130 rows of 1 tables");
        assertThat(api.findAllUnmatchedRequests()).isEmpty();
        assertThat(api.getAllServeEvents())
                .extracting(event -> event.getRequest().getMethod().getName())
                .containsOnly("GET");
    }

    @Test
    void aWrongTokenIsNoAnswerOfTheKit() {
        List<KitResult> results = kit("bad-token-value");
        assertThat(results).hasSize(1);
        assertThat(results.get(0).found()).startsWith("LOGIN_REFUSED").doesNotContain("bad-token-value");
    }

    @Test
    void aRedirectToAnotherHostCarriesNoToken() {
        elsewhere.stubFor(any(anyUrl()).willReturn(okJson(page(1))));
        api.stubFor(get(urlPathEqualTo("/parcels"))
                .atPriority(1)
                .willReturn(temporaryRedirect(elsewhere.baseUrl().replace("127.0.0.1", "localhost") + "/parcels")));
        kit("good");
        assertThat(elsewhere.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl())))
                .extracting(LoggedRequest::getHeaders)
                .noneMatch(headers -> headers.toString().contains("good"));
    }
}
