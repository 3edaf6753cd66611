package dev.dayone.connector.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ConnectorCatalogueTest {
    private static Source source(String connector, Map<String, String> parameters) {
        return new Source("shop", connector, new Parameters(parameters), Limits.DEFAULT, Map.of(), false);
    }

    @Test
    void listsShippedConnectorsWithTheirParameters() {
        ConnectorCatalogue catalogue = ConnectorCatalogue.shipped();
        assertThat(catalogue.connectors())
                .extracting(Connector::name)
                .containsExactlyElementsOf(ConnectorCatalogue.SHIPPED)
                .contains("h2", "mariadb", "oracle", "postgresql", "sqlite", "sqlserver");
        Connector postgresql = catalogue.connector("postgresql");
        assertThat(postgresql.kind()).isEqualTo("database");
        assertThat(postgresql.parameters().keySet())
                .containsExactly("host", "port", "database", "schema", "username", "password", "tls");
        Connector.Parameter password =
                Objects.requireNonNull(postgresql.parameters().get("password"));
        assertThat(password.secret()).isTrue();
        assertThat(password.required()).isTrue();
        assertThat(Objects.requireNonNull(postgresql.parameters().get("username"))
                        .secret())
                .isFalse();
        assertThat(Objects.requireNonNull(postgresql.parameters().get("port")).defaultValue())
                .isEqualTo("5432");
    }

    @Test
    void everyKameletIsListed() throws Exception {
        java.net.URL folder = Objects.requireNonNull(ConnectorCatalogue.class.getResource("/kamelets"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()).replace(".kamelet.yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(ConnectorCatalogue.SHIPPED);
        }
    }

    @Test
    void saysWhatAConnectorWasTriedAgainst() {
        ConnectorCatalogue catalogue = ConnectorCatalogue.shipped();
        assertThat(catalogue.connector("mariadb").triedAgainst()).startsWith("MariaDB 11.4");
        assertThat(catalogue.connector("sqlserver").triedAgainst()).isNull();
        assertThat(catalogue.connector("sqlserver").driver()).isNull();
        assertThat(catalogue.connector("oracle").triedAgainst()).isNull();
        assertThat(catalogue.connector("oracle").driver()).isEqualTo("ojdbc11.jar");
        assertThat(Objects.requireNonNull(
                                catalogue.connector("sqlite").parameters().get("path"))
                        .file())
                .isTrue();
    }

    @Test
    void unknownConnectorIsToldWithTheNearest() {
        assertThatThrownBy(() -> ConnectorCatalogue.shipped().connector("postgres"))
                .hasMessage("Cannot find connector 'postgres', did you mean 'postgresql', expected one of "
                        + String.join(", ", ConnectorCatalogue.SHIPPED) + ". List them with 'dayone connectors'.");
    }

    @Test
    void wrongParametersAreToldAtOnceWithoutValues() {
        Source source = source("postgresql", Map.of("hots", "secret-value", "port", "none"));
        assertThatThrownBy(() -> ConnectorCatalogue.shipped().runnable(source))
                .hasMessageContaining("unknown parameter 'hots', did you mean 'host'")
                .hasMessageContaining("parameter 'port' is not a whole number")
                .hasMessageContaining("parameter 'password' is missing")
                .hasMessageNotContaining("secret-value");
    }
}
