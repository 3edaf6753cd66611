package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.connector.catalogue.ConnectorCatalogue;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.yaml.PilotLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    Path folder;

    @Test
    void helpNamesEveryCommand() {
        Outcome outcome = Outcome.of("--help");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("demo", "run", "sample", "check", "doctor", "connectors", "report")
                .contains("0 READY");
        assertThat(Outcome.of("run", "--help").out()).contains("PILOT", "--workspace", "--json");
    }

    @Test
    void withoutACommandShowsTheHelp() {
        assertThat(Outcome.of().out()).isEqualTo(Outcome.of("--help").out());
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        Outcome outcome = Outcome.of("chekc");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("COMMAND_INVALID: Cannot run 'dayone': Unmatched argument at index 0: 'chekc',"
                        + " did you mean 'check'? See 'dayone --help'.\n");
    }

    @Test
    void aMissingArgumentIsSaid() {
        Outcome outcome = Outcome.of("run");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("COMMAND_INVALID: Cannot run 'dayone run': Missing required parameter: 'PILOT'."
                        + " See 'dayone run --help'.\n");
    }

    @Test
    void aMissingFileIsSaidOnceWithoutAStackTrace() {
        Path file = folder.resolve("none.yaml");
        Outcome outcome = Outcome.of("run", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("FILE_NOT_FOUND: Cannot read pilot '" + file + "'")
                .hasLineCount(1);
    }

    @Test
    void failuresAreJsonToo() {
        Outcome outcome = Outcome.of("check", folder.resolve("none.yaml").toString(), "--json");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.json().path("error").path("code").asText()).isEqualTo("FILE_NOT_FOUND");
    }

    @Test
    void anUnknownConnectorNamesTheNearest() throws IOException {
        Path file = pilot("postgres");
        Outcome outcome = Outcome.of("run", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("CONNECTOR_UNKNOWN: Cannot find connector 'postgres', did you mean 'postgresql'");
    }

    @Test
    void checkWithoutASnapshotSaysWhatToDo() throws IOException {
        Path file = pilot("postgresql");
        Outcome outcome = Outcome.of("check", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("SNAPSHOT_UNKNOWN: Cannot check pilot 'p': no complete snapshot in '"
                        + folder.resolve(".dayone") + "'. Run 'dayone sample " + file + "' first.\n");
    }

    @Test
    void reportWithoutARunSaysWhatToDo() {
        Outcome outcome = Outcome.of("report", "--workspace", folder.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("RUN_UNKNOWN: Cannot show a report: no finished run in '" + folder + "'.");
    }

    @Test
    void listsConnectorsAndShowsOne() {
        String list = Outcome.of("connectors").out();
        assertThat(list)
                .containsPattern("NAME +KIND +TITLE +TRIED AGAINST\n")
                .containsPattern("postgresql +database +PostgreSQL +PostgreSQL 12, 15, 18\n")
                .containsPattern("sqlserver +database +SQL Server +no live server\n")
                .containsPattern("zendesk +http +Zendesk Support +no live server\n");
        assertThat(list.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(Outcome.of("connectors", "zendesk").out()).contains("Tables: tickets, users, organizations, ");
        assertThat(Outcome.of("connectors", "oracle").out())
                .contains("Tried against: no live server.")
                .containsPattern("Its driver is not shipped: put ojdbc11.jar into '.*drivers'");
        assertThat(Outcome.of("connectors", "h2").out()).contains("path: data/crm.mv.db");
        assertThat(Outcome.of("connectors", "oracle", "--json")
                        .json()
                        .get("triedAgainst")
                        .isNull())
                .isTrue();
        Outcome one = Outcome.of("connectors", "mariadb");
        assertThat(one.exitCode()).isZero();
        assertThat(one.out()).contains("PARAMETER", "password", "connector: mariadb", "{{env:PASSWORD}}");
        assertThat(Outcome.of("connectors", "--json").json().isArray()).isTrue();
        assertThat(Outcome.of("connectors", "mariadbb").err()).contains("did you mean 'mariadb'");
    }

    @Test
    void everyConnectorsSourceIsValidWhenCopied() throws IOException {
        for (JsonNode connector : Outcome.of("connectors", "--json").json()) {
            String name = connector.path("name").asText();
            JsonNode shown = Outcome.of("connectors", name, "--json").json();
            assertThat(shown.path("limits").path("maxRows").asLong()).isPositive();
            Path file = folder.resolve(name + ".yaml");
            Files.writeString(file, "pilot: p\n" + shown.path("pilot").asText());
            Source source = PilotLoader.load(file).pilot().source("my-system");
            assertThat(ConnectorCatalogue.shipped().runnable(source).name()).isEqualTo(name);
        }
    }

    @Test
    void aFaultOfDayoneIsNotShownAsAStackTrace() {
        Outcome outcome = Outcome.of("demo", "--scale", "-1", "--workspace", folder.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("COMMAND_INVALID: Cannot make a company of scale -1.0, expected a number above 0 and up to"
                        + " 100. Leave it out for about 20,000 contacts.\n");
    }

    private Path pilot(String connector) throws IOException {
        Path file = folder.resolve("pilot.yaml");
        Files.writeString(file, "pilot: p\nsources: {crm: {connector: " + connector + "}}\n");
        return file;
    }
}
