package dev.dayone.connector.jdbc;

import static dev.dayone.connector.TestDatabases.mariadbSource;
import static dev.dayone.connector.TestDatabases.onMariadb;
import static dev.dayone.connector.TestDatabases.onPostgres;
import static dev.dayone.connector.TestDatabases.postgresSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.Probe;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the probe tells an administrator to run takes away what it found, and leaves the account able to read. */
final class RemediesTest {
    @BeforeAll
    static void load() {
        onPostgres(
                "postgres",
                "CREATE DATABASE remedies",
                "CREATE ROLE \"odd \"\"name\" LOGIN CREATEDB CREATEROLE",
                "CREATE ROLE direct LOGIN",
                "CREATE ROLE owning LOGIN",
                "CREATE ROLE chief LOGIN SUPERUSER",
                "CREATE ROLE inner_writers",
                "CREATE ROLE outer_writers IN ROLE inner_writers",
                "CREATE ROLE readers",
                "CREATE ROLE heir",
                "ALTER DATABASE remedies OWNER TO heir",
                "CREATE ROLE many LOGIN");
        onPostgres(
                "remedies",
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                "CREATE SCHEMA \"S \"\"1\"",
                "CREATE SCHEMA bulk",
                "CREATE SEQUENCE numbers",
                "CREATE TABLE \"S \"\"1\".\"T.\"\"x\" (id int PRIMARY KEY, \"c d\" int)",
                "CREATE TABLE plain (id int PRIMARY KEY)",
                "CREATE TABLE owned (id int PRIMARY KEY)",
                "ALTER TABLE owned OWNER TO owning",
                "CREATE VIEW owned_view AS SELECT 1 AS x",
                "ALTER VIEW owned_view OWNER TO owning",
                "CREATE TABLE inherited (id int PRIMARY KEY)",
                "GRANT INSERT ON inherited TO inner_writers",
                "GRANT USAGE ON SCHEMA \"S \"\"1\", bulk TO PUBLIC",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public, \"S \"\"1\" TO direct, \"odd \"\"name\", readers",
                "GRANT readers, outer_writers TO \"odd \"\"name\"",
                "GRANT INSERT, UPDATE, DELETE, TRUNCATE ON \"S \"\"1\".\"T.\"\"x\" TO direct",
                "GRANT UPDATE (\"c d\") ON \"S \"\"1\".\"T.\"\"x\" TO \"odd \"\"name\"",
                "GRANT INSERT ON plain TO direct WITH GRANT OPTION",
                "GRANT ALL ON SEQUENCE numbers TO direct",
                "GRANT CREATE ON SCHEMA public TO direct",
                "GRANT CREATE ON DATABASE remedies TO direct");
        onPostgres(
                "remedies",
                IntStream.range(0, 40)
                        .mapToObj(i -> "CREATE TABLE bulk.t" + i + " (id int)")
                        .toArray(String[]::new));
        onPostgres("remedies", "GRANT ALL ON ALL TABLES IN SCHEMA bulk TO many");
        onMariadb("""
                CREATE DATABASE `rem``edies`; USE `rem``edies`;
                CREATE TABLE t (id int PRIMARY KEY, `c d` int); CREATE TABLE u (id int);
                CREATE USER `odd name`@`%` IDENTIFIED BY 'r'; CREATE USER rall IDENTIFIED BY 'r';
                CREATE USER rglobal IDENTIFIED BY 'r'; CREATE ROLE rinner; CREATE ROLE router;
                GRANT SELECT ON `rem``edies`.* TO `odd name`@`%`;
                GRANT INSERT (`c d`), UPDATE (id, `c d`), DELETE ON `rem``edies`.t TO `odd name`@`%`;
                GRANT CREATE, DROP ON `rem``edies`.* TO `odd name`@`%` WITH GRANT OPTION;
                GRANT INSERT ON `rem``edies`.u TO rinner; GRANT rinner TO router; GRANT router TO `odd name`@`%`;
                GRANT ALL ON `rem``edies`.* TO rall; GRANT ALL ON *.* TO rglobal WITH GRANT OPTION;
                """);
    }

    private static Probe probe(Source source) {
        try (Attached attached = new Attached(source)) {
            return attached.probe();
        }
    }

    private static void reads(Source source, String table) {
        try (Attached attached = new Attached(source)) {
            assertThat(attached.pages(table, Map.of("method", "all"))).isEmpty();
        }
    }

    /** The probe's answer, after whose remedies nothing is left. */
    private static Probe healed(String account) {
        Source source = postgresSource("remedies", account, "any", "schema", "public, S \"1, bulk");
        Probe probe = probe(source);
        assertThat(probe.canWrite()).isTrue();
        onPostgres("remedies", probe.remedies().toArray(String[]::new));
        Probe after = probe(source);
        assertThat(after.writeRights()).isEmpty();
        assertThat(after.canWrite()).isFalse();
        return probe;
    }

    @Test
    void takesGrantsOfAnAccountAway() {
        Probe probe = healed("direct");
        assertThat(probe.remedies())
                .containsExactlyInAnyOrder(
                        "REVOKE CREATE ON DATABASE \"remedies\" FROM \"direct\";",
                        "REVOKE CREATE ON SCHEMA \"public\" FROM \"direct\";",
                        "REVOKE INSERT ON \"public\".\"plain\" FROM \"direct\";",
                        "REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON \"S \"\"1\".\"T.\"\"x\" FROM \"direct\";",
                        "REVOKE UPDATE, USAGE ON SEQUENCE \"public\".\"numbers\" FROM \"direct\";");
        reads(postgresSource("remedies", "direct", "any"), "plain");
    }

    @Test
    void takesAttributesColumnsAndTheMembershipThatLeadsToAWriterAway() {
        Probe probe = healed("odd \"name");
        assertThat(probe.writeRights())
                .contains("role attribute CREATEDB", "INSERT on public.inherited", "UPDATE (c d) on S \"1.T.\"x");
        assertThat(probe.remedies())
                .containsExactly(
                        "ALTER ROLE \"odd \"\"name\" NOCREATEROLE NOCREATEDB;",
                        "REVOKE \"outer_writers\" FROM \"odd \"\"name\";",
                        "REVOKE UPDATE ON \"S \"\"1\".\"T.\"\"x\" FROM \"odd \"\"name\";");
        reads(postgresSource("remedies", "odd \"name", "any"), "plain");
    }

    @Test
    void givesWhatAnAccountOwnsToTheDatabasesOwnerAndLeavesItReading() {
        assertThat(healed("owning").remedies())
                .containsExactly(
                        "ALTER TABLE \"public\".\"owned\" OWNER TO \"heir\";",
                        "ALTER VIEW \"public\".\"owned_view\" OWNER TO \"heir\";",
                        "GRANT SELECT ON \"public\".\"owned\", \"public\".\"owned_view\" TO \"owning\";");
        reads(postgresSource("remedies", "owning", "any"), "owned");
    }

    @Test
    void takesManyTablesOfASchemaInOneStatement() {
        Probe probe = healed("many");
        assertThat(probe.remedies())
                .containsExactly("REVOKE INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER ON ALL TABLES IN SCHEMA \"bulk\""
                        + " FROM \"many\";");
        assertThat(probe.writeRights()).hasSize(20);
    }

    @Test
    void namesRightsOfEverybody() {
        onPostgres("postgres", "CREATE DATABASE everybody", "CREATE ROLE anybody LOGIN");
        onPostgres(
                "everybody",
                "CREATE TABLE open (id int)",
                "GRANT INSERT ON open TO PUBLIC",
                "GRANT CREATE ON SCHEMA public TO PUBLIC");
        Source source = postgresSource("everybody", "anybody", "any");
        assertThat(probe(source).remedies())
                .containsExactly(
                        "REVOKE CREATE ON SCHEMA \"public\" FROM PUBLIC;",
                        "REVOKE INSERT ON \"public\".\"open\" FROM PUBLIC;");
        onPostgres("everybody", probe(source).remedies().toArray(String[]::new));
        assertThat(probe(source).canWrite()).isFalse();
    }

    @Test
    void takesASuperusersAttribute() {
        assertThat(healed("chief").remedies()).containsExactly("ALTER ROLE \"chief\" NOSUPERUSER;");
    }

    @Test
    void probesThousandsOfTablesAndManyRolesByFewStatements() {
        onPostgres("postgres", "CREATE DATABASE crowd", "CREATE ROLE crowd LOGIN");
        onPostgres(
                "postgres",
                IntStream.range(0, 20)
                        .mapToObj(i -> "CREATE ROLE crowd_" + i + " ROLE crowd")
                        .toArray(String[]::new));
        onPostgres(
                "crowd",
                "DO 'BEGIN FOR i IN 1..2000 LOOP EXECUTE ''CREATE TABLE t'' || i || '' (id int)''; END LOOP; END'");
        onPostgres(
                "crowd",
                IntStream.range(0, 20)
                        .mapToObj(i -> "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO crowd_" + i)
                        .toArray(String[]::new));
        try (Attached crowd = new Attached(postgresSource("crowd", "crowd", "any"))) {
            Probe probe = crowd.probe();
            assertThat(probe.writeRights()).hasSize(20);
            // The twenty memberships, and what everybody may do in a fresh schema.
            assertThat(probe.remedies()).hasSize(21).contains("REVOKE \"crowd_7\" FROM \"crowd\";");
            assertThat(crowd.tables()).hasSize(2_000);
            assertThat(crowd.receipt().statements().stream()
                            .mapToLong(statement -> statement.times())
                            .sum())
                    .isLessThan(40);
        }
    }

    @Test
    void takesGrantsOfAnAccountOfMariadbAway() {
        Source source = mariadbSource("rem`edies", "odd name", "r");
        Probe probe = probe(source);
        assertThat(probe.remedies())
                .contains(
                        "REVOKE `router` FROM `odd name`@`%`;",
                        "REVOKE GRANT OPTION ON `rem``edies`.* FROM `odd name`@`%`;")
                .hasSize(4);
        probe.remedies().forEach(remedy -> onMariadb("USE `rem``edies`; " + remedy));
        assertThat(probe(source).writeRights()).isEmpty();
        assertThat(probe(source).canWrite()).isFalse();
        reads(source, "t");
    }

    @Test
    void leavesAnAccountOfMariadbThatHadAllRightsReading() {
        for (String account : List.of("rall", "rglobal")) {
            Source source = mariadbSource("rem`edies", account, "r");
            probe(source).remedies().forEach(remedy -> onMariadb(remedy));
            assertThat(probe(source).writeRights()).isEmpty();
            reads(source, "t");
        }
    }
}
