package dev.dayone.connector.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.dayone.connector.TestDatabases;
import dev.dayone.connector.kit.ConnectorKit;
import dev.dayone.connector.kit.KitResult;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit on every shipped connector for an HTTP system. */
final class VendorKitTest {
    @RegisterExtension
    private static final WireMockExtension API = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dayone.connector.http.VendorApi#vendors")
    void passesTheKit(String vendor) {
        VendorApi api = VendorApi.on(API, vendor);
        Source source = new Source("shop", vendor, new Parameters(api.parameters()), Limits.DEFAULT, Map.of(), false);
        List<KitResult> results = ConnectorKit.run(TestDatabases::camel, source, folder);
        assertThat(results)
                .as(results.toString())
                .hasSize(7)
                .allMatch(result -> result.outcome() == KitResult.Outcome.PASSED);
        assertThat(results.get(3).found()).as("several pages").matches(".* rows in [2-9] pages");
    }
}
