package dev.dayone.connector.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.dayone.connector.DiscoveredTable;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every vendor's connector keeps, on an API shaped after the vendor's own. */
final class VendorContractTest {
    @RegisterExtension
    private static final WireMockExtension API = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static ApiUnderTest attached(String vendor, VendorApi api) {
        return new ApiUnderTest(vendor, api.parameters());
    }

    @ParameterizedTest
    @MethodSource("dev.dayone.connector.http.VendorApi#vendors")
    void keepsTheContract(String vendor) {
        VendorApi api = VendorApi.on(API, vendor);
        String table = api.text("table");
        List<Object> ids = api.values(api.at("ids"));
        try (ApiUnderTest source = attached(vendor, api)) {
            Probe probe = source.probe();
            assertThat(probe.account()).isEqualTo(api.at("account").isNull() ? "unknown" : api.text("account"));
            assertThat(probe.readsOnly()).isTrue();

            DiscoveredTable found = source.table(table);
            assertThat(found.readable()).isTrue();
            Map<String, String> types = new LinkedHashMap<>();
            found.info().columns().forEach(column -> types.put(column.name(), String.valueOf(column.type())));
            api.at("columns").fields().forEachRemaining(column -> assertThat(types)
                    .containsEntry(column.getKey(), column.getValue().asText()));

            List<Map<String, Object>> rows = source.rows(table, null);
            assertThat(keys(api, rows)).isEqualTo(ids);
            assertThat(rows.get(0).keySet()).containsExactlyElementsOf(types.keySet());
            typesAgree(found, rows);
            assertThat(latest(api, source)).isEqualTo(api.values(api.at("latest")));
            Map<String, Object> selection = Map.of(
                    "method",
                    "keys",
                    "column",
                    api.at("keys").path("column").asText(),
                    "values",
                    api.values(api.at("keys").path("values")));
            assertThat(keys(api, source.rows(table, null, selection)))
                    .isEqualTo(api.values(api.at("keys").path("ids")));
            assertThat(source.receipt().statements())
                    .extracting(Receipt.Statement::shape)
                    .noneMatch(shape -> shape.matches(".*/" + ids.get(1) + "(\\.json)?(\\?.*)?")
                            || shape.contains(
                                    Objects.requireNonNull(api.parameters().get(api.secret()))));
        }
        resumesInTheMiddle(vendor, api, ids);
        refusesWrongCredential(vendor, api);
    }

    private static List<Object> keys(VendorApi api, List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> Objects.requireNonNull(row.get(api.text("key"))))
                .toList();
    }

    /** The latest rows first, where the API can; else the test's file names none. */
    private static List<Object> latest(VendorApi api, ApiUnderTest source) {
        return api.at("latest").isNull()
                ? List.of()
                : keys(api, source.rows(api.text("table"), null, Map.of("method", "latest", "limit", 100)));
    }

    private static void typesAgree(DiscoveredTable table, List<Map<String, Object>> rows) {
        for (ColumnInfo column : table.info().columns()) {
            String form =
                    switch (column.type().kind()) {
                        case TIMESTAMP -> "\\d{4}-\\d{2}-\\d{2}[T ].*";
                        case DATE -> "\\d{4}-\\d{2}-\\d{2}";
                        case BIGINT -> "-?\\d+";
                        case DOUBLE, DECIMAL -> "-?\\d+(\\.\\d+)?";
                        case BOOLEAN -> "true|false|0|1";
                        case STRING -> "(?s).*";
                    };
            rows.stream()
                    .map(row -> row.get(column.name()))
                    .filter(Objects::nonNull)
                    .forEach(value ->
                            assertThat(String.valueOf(value)).as(column.name()).matches(form));
        }
    }

    private static void resumesInTheMiddle(String vendor, VendorApi api, List<Object> ids) {
        List<Object> seen = new ArrayList<>();
        List<?> cursor = null;
        do {
            try (ApiUnderTest source = attached(vendor, api)) {
                ApiUnderTest.Rows page =
                        source.page(api.text("table"), null, Map.of("method", "all", "limit", 1), cursor);
                seen.addAll(keys(api, page.rows()));
                cursor = page.next();
            }
        } while (cursor != null);
        assertThat(seen).isEqualTo(ids);
    }

    private static void refusesWrongCredential(String vendor, VendorApi api) {
        Map<String, String> wrong = new LinkedHashMap<>(api.parameters());
        wrong.put(api.secret(), "not-the-secret");
        try (ApiUnderTest source = new ApiUnderTest(vendor, wrong)) {
            assertThatThrownBy(source::probe)
                    .hasMessageStartingWith("Cannot log in to 'shop': the API answered 401, expected it to accept the"
                            + " credentials. Check the parameters ")
                    .hasMessageContaining(api.secret())
                    .hasMessageNotContaining("not-the-secret");
        }
    }

    @Test
    void customFieldsComeWithTheirLabelsAndChoices() {
        VendorApi api = VendorApi.on(API, "redmine");
        try (ApiUnderTest source = attached("redmine", api)) {
            ColumnInfo severity = source.table("issues").info().columns().stream()
                    .filter(column -> column.name().equals("custom_fields.Severity"))
                    .findFirst()
                    .orElseThrow();
            assertThat(severity.declared())
                    .isEqualTo(new ColumnInfo.Declared("Severity", true, List.of("low", "high")));
            assertThat(severity.sourceType()).isEqualTo("list");
        }
    }

    @Test
    void redmineIsAskedForUsersOfEveryStatus() {
        VendorApi api = VendorApi.on(API, "redmine");
        try (ApiUnderTest source = attached("redmine", api)) {
            assertThat(source.rows("users", List.of("id"))).extracting("id").containsExactly(1, 5, 9);
        }
    }

    @Test
    void tablesThatTheApiDoesNotHaveAreListedAndNotReadable() {
        VendorApi api = VendorApi.on(API, "zendesk");
        try (ApiUnderTest source = attached("zendesk", api)) {
            assertThat(source.tables())
                    .extracting(table -> table.info().name(), DiscoveredTable::readable)
                    .contains(
                            org.assertj.core.api.Assertions.tuple("tickets", true),
                            org.assertj.core.api.Assertions.tuple("groups", false));
        }
    }

    @Test
    void whatIsLeftOfTheDaysQuotaIsInTheReceipt() {
        VendorApi api = VendorApi.on(API, "hubspot");
        try (ApiUnderTest source = attached("hubspot", api)) {
            source.probe();
            assertThat(source.receipt().quota())
                    .containsEntry("calls", 1L)
                    .containsEntry("calls of the day left", 249_990L);
        }
    }
}
