package dev.dayone.connector.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.dayone.connector.catalogue.Connector;
import dev.dayone.connector.catalogue.ConnectorCatalogue;
import dev.dayone.pilot.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A vendor's API as a file has it: calls with answers shaped after the vendor's description. All else is 404, or 401. */
final class VendorApi {
    private static final int LEAST = 10;

    private final JsonNode file;
    private final String base;

    private VendorApi(JsonNode file, String base) {
        this.file = file;
        this.base = base;
    }

    /** Every connector for an HTTP system that comes with dayone: a new one has to keep the contract too. */
    static List<String> vendors() {
        return ConnectorCatalogue.shipped().connectors().stream()
                .filter(connector -> connector.kind().equals("http"))
                .map(Connector::name)
                .toList();
    }

    static VendorApi on(WireMockExtension server, String vendor) {
        try (InputStream in = VendorApi.class.getResourceAsStream("/http/" + vendor + ".json")) {
            String text = new String(Objects.requireNonNull(in, vendor).readAllBytes(), StandardCharsets.UTF_8);
            VendorApi api =
                    new VendorApi(Json.MAPPER.readTree(text.replace("{{base}}", server.baseUrl())), server.baseUrl());
            api.stub(server);
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stub(WireMockExtension server) {
        server.stubFor(any(anyUrl()).atPriority(LEAST).willReturn(aResponse().withStatus(401)));
        server.stubFor(authorised(any(anyUrl()))
                .atPriority(LEAST - 1)
                .willReturn(aResponse().withStatus(404)));
        if (file.has("token")) {
            server.stubFor(post(urlPathEqualTo(file.path("token").asText()))
                    .withFormParam("grant_type", equalTo("client_credentials"))
                    .withFormParam(
                            "client_secret",
                            equalTo(file.path("parameters").path(secret()).asText()))
                    .willReturn(okJson("{\"access_token\": \"sf-access\", \"token_type\": \"Bearer\"}")));
        }
        int priority = 1;
        for (JsonNode call : file.path("calls")) {
            server.stubFor(
                    mapping(call).atPriority(priority + call.path("query").size() == 0 ? 2 : 1));
        }
    }

    private MappingBuilder mapping(JsonNode call) {
        var path = urlPathEqualTo(call.path("path").asText());
        MappingBuilder mapping = authorised(call.has("body") ? post(path) : get(path));
        call.path("query")
                .fields()
                .forEachRemaining(field -> mapping.withQueryParam(
                        field.getKey(), equalTo(field.getValue().asText())));
        call.path("absent").forEach(name -> mapping.withQueryParam(name.asText(), absent()));
        if (call.has("body")) {
            mapping.withRequestBody(equalToJson(call.path("body").toString()));
        }
        ResponseDefinitionBuilder answer = okJson(call.path("answer").toString());
        call.path("headers")
                .fields()
                .forEachRemaining(field ->
                        answer.withHeader(field.getKey(), field.getValue().asText()));
        return mapping.willReturn(answer);
    }

    private MappingBuilder authorised(MappingBuilder mapping) {
        return mapping.withHeader(
                file.path("auth").path(0).asText(),
                equalTo(file.path("auth").path(1).asText()));
    }

    String secret() {
        return file.path("secret").asText();
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        file.path("parameters")
                .fields()
                .forEachRemaining(
                        field -> parameters.put(field.getKey(), field.getValue().asText()));
        parameters.put("baseUrl", base);
        return parameters;
    }

    JsonNode at(String name) {
        return file.path(name);
    }

    String text(String name) {
        return file.path(name).asText();
    }

    List<Object> values(JsonNode list) {
        List<Object> values = new ArrayList<>();
        list.forEach(value -> values.add(value.isNumber() ? value.numberValue() : value.asText()));
        return values;
    }
}
