package dev.dayone.connector.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectorCatalogueTest {
    @TempDir
    private Path folder;

    private static Source source(String connector, Map<String, String> parameters) {
        return new Source("shop", connector, new Parameters(parameters), Limits.DEFAULT, Map.of(), false);
    }

    @Test
    void listsShippedConnectorsWithTheirParameters() {
        ConnectorCatalogue catalogue = ConnectorCatalogue.shipped();
        assertThat(catalogue.connectors()).extracting(Connector::name).containsExactly("mariadb", "postgresql");
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
    void unknownConnectorIsToldWithTheNearest() {
        assertThatThrownBy(() -> ConnectorCatalogue.shipped().connector("postgres"))
                .hasMessage("Cannot find connector 'postgres', did you mean 'postgresql', expected one of mariadb,"
                        + " postgresql. List them with 'dayone connectors'.");
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

    @Test
    void connectorBesideThePilotIsListedButNotRun() throws IOException {
        Files.createDirectory(folder.resolve("connectors"));
        Files.writeString(
                folder.resolve("connectors/crm.kamelet.yaml"),
                "kind: Kamelet\nmetadata: {name: crm}\nspec: {definition: {title: CRM}}\n");
        ConnectorCatalogue catalogue = ConnectorCatalogue.beside(folder);
        assertThat(catalogue.connector("crm").title()).isEqualTo("CRM");
        assertThatThrownBy(() -> catalogue.runnable(source("crm", Map.of())))
                .hasMessageStartingWith("Cannot run connector 'crm' in 'shop': it comes from"
                        + " 'connectors/crm.kamelet.yaml', expected one that comes with dayone.");
    }
}
