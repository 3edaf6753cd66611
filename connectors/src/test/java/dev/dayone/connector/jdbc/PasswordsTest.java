package dev.dayone.connector.jdbc;

import static dev.dayone.connector.TestDatabases.mariadbSource;
import static dev.dayone.connector.TestDatabases.onMariadb;
import static dev.dayone.connector.TestDatabases.onPostgres;
import static dev.dayone.connector.TestDatabases.postgresSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.connector.SourceConnection;
import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Source;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is handed over as it is, whatever Camel, URIs or YAML would make of it. */
final class PasswordsTest {
    private static final CamelContext CAMEL = TestDatabases.camel();

    @BeforeAll
    static void postgresAsksForPasswords() throws Exception {
        // The embedded server trusts everyone; a rule in front of it does not trust this role.
        String file = TestDatabases.postgresSetting("hba_file");
        Path rules = Path.of(file);
        java.nio.file.Files.writeString(
                rules, "host all picky all scram-sha-256\n" + java.nio.file.Files.readString(rules));
        onPostgres("postgres", "CREATE ROLE picky LOGIN");
        onPostgres("postgres", "SELECT pg_reload_conf()");
        onMariadb("CREATE DATABASE picky; CREATE USER picky IDENTIFIED BY 'x'; GRANT SELECT ON picky.* TO picky;");
    }

    @AfterAll
    static void stop() {
        CAMEL.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space",
                "a&b%20c+d#e?f=g;h",
                "quote'\"`quote",
                "{{name}} left {{",
                "RAW(secret)",
                "RAW{secret}",
                "#bean:secret",
                "#class:java.lang.String",
                "${bean:secret} $1 \\ back",
                "attached:1:password",
                "pässwörd-密码-🔑",
                "  both ends  ",
            })
    void anyPasswordLogsIn(String password) {
        String quoted = password.replace("'", "''");
        onPostgres("postgres", "ALTER ROLE picky PASSWORD '" + quoted + "'");
        onMariadb("SET PASSWORD FOR picky = PASSWORD('" + quoted.replace("\\", "\\\\") + "');");
        Source[] sources = {postgresSource("postgres", "picky", password), mariadbSource("picky", "picky", password)};
        for (Source source : sources) {
            try (SourceConnection connection = SourceConnection.attach(CAMEL, source, Path.of("."))) {
                assertThat(connection.probe().account()).startsWith("picky");
                assertThat(connection.uri()).doesNotContain(password);
            }
        }
    }
}
