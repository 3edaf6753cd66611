package dev.dayone.route.sampling;

import static dev.dayone.route.sampling.Postgres.pilot;
import static dev.dayone.route.sampling.Postgres.sample;
import static dev.dayone.route.sampling.Postgres.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.route.doctor.Doctor;
import dev.dayone.route.doctor.SourceDiagnosis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OddTablesTest {
    private static final String ODD = "Odd \"table\" `ü` 表 {x}; DROP";

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        String wide = IntStream.range(0, 320)
                .mapToObj(i -> "c" + i + " int DEFAULT " + i)
                .collect(Collectors.joining(", "));
        Postgres.run("postgres", "CREATE DATABASE odd");
        Postgres.run(
                "odd",
                "CREATE TABLE \"" + ODD.replace("\"", "\"\"")
                        + "\" (\"select\" int PRIMARY KEY, \"a b\" text, \"A B\" text, \"q\"\"`'.:?x\" text, \"名前\" text)",
                "INSERT INTO \"" + ODD.replace("\"", "\"\"") + "\" VALUES (1, 'lower', 'upper', 'quote', '山田')",
                "CREATE TABLE wide (id int PRIMARY KEY, " + wide + ")",
                "INSERT INTO wide (id) SELECT generate_series(1, 10)",
                "CREATE TYPE mood AS ENUM ('sad', 'glad')",
                "CREATE TABLE types (id uuid PRIMARY KEY, n numeric, ts timestamptz, d date, j jsonb, e mood, arr int[], iv interval, m money, bin bytea, ip inet, b1 bit(1), b8 bit(8), f float4, long_text text, big numeric(50,3))",
                "INSERT INTO types VALUES ('00000000-0000-0000-0000-000000000001', 'NaN', 'infinity', '0044-03-15 BC', '{\"a\": 1}', 'glad', '{1,2}', '1 day 2 hours', '12.50', '\\x010203', '10.0.0.1', B'1', B'00000101', 0.1, repeat('x', 1000005), 1.5)",
                "CREATE TABLE parts (id int, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day)",
                "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
                "INSERT INTO parts SELECT i, '2024-05-05' FROM generate_series(1, 50) i",
                "CREATE SCHEMA side",
                "CREATE TABLE side.other (id int PRIMARY KEY)",
                "ANALYZE");
    }

    private Snapshot sampled(Pilot pilot) {
        SamplingRequest.Settings settings =
                new SamplingRequest.Settings(new RetryPolicy(0, Duration.ofMillis(1)), 1, new Cancellation());
        return Sampler.sample(
                new SamplingRequest(pilot, folder, new Workspace(folder.resolve("work")), "test", settings),
                new SampleListener() {});
    }

    private Map<String, @Nullable Object> row(Snapshot snapshot, String table) {
        return SnapshotRows.read(new Workspace(folder.resolve("work")), snapshot, new TableRef("shop", table))
                .get(0);
    }

    @Test
    void everyTableOfEverySchemaIsReadWhenNoneIsNamed() {
        Snapshot snapshot = sampled(pilot(source("odd", Map.of(), "schema", "*")));
        assertThat(snapshot.manifest().tables().keySet())
                .extracting(TableRef::table)
                .containsExactlyInAnyOrder(ODD, "wide", "types", "parts", "side.other");
        assertThat(row(snapshot, ODD))
                .containsEntry("a b", "lower")
                .containsEntry("A B", "upper")
                .containsEntry("q\"`'.:?x", "quote")
                .containsEntry("名前", "山田");
        assertThat(row(snapshot, "wide")).hasSize(321).containsEntry("c319", "319");
    }

    @Test
    void typesAreKeptAsTheirNearestKind() {
        Snapshot snapshot = sampled(pilot(source("odd", Map.of("types", sample(SampleMethod.ALL, 1)))));
        Map<String, @Nullable Object> row = row(snapshot, "types");
        assertThat(row)
                .containsEntry("id", "00000000-0000-0000-0000-000000000001")
                .containsEntry("n", null)
                .containsEntry("ts", null)
                .containsEntry("d", null)
                .containsEntry("j", "{\"a\": 1}")
                .containsEntry("e", "glad")
                .containsEntry("arr", "{1,2}")
                .containsEntry("iv", "1 day 02:00:00")
                .containsEntry("bin", "3")
                .containsEntry("ip", "10.0.0.1/32")
                .containsEntry("b1", "true")
                .containsEntry("b8", "00000101")
                .containsEntry("f", "0.1")
                .containsEntry("big", "1.5");
        assertThat(String.valueOf(row.get("long_text"))).hasSize(1_000_000);
        assertThat(Objects.requireNonNull(snapshot.manifest().table(new TableRef("shop", "types")))
                        .alterations())
                .containsExactly(
                        new Alteration("n", "out of range", 1),
                        new Alteration("ts", "out of range", 1),
                        new Alteration("d", "out of range", 1),
                        new Alteration("long_text", "text cut", 1));
    }

    @Test
    void doctorNamesProblemsAndUnreachableSources() {
        Pilot pilot = pilot(source("odd", Map.of("typs", sample(SampleMethod.ALL, 1))));
        SourceDiagnosis diagnosis = Doctor.examine(pilot, folder).get(0);
        assertThat(Objects.requireNonNull(diagnosis.probe()).writeRights()).contains("superuser");
        assertThat(diagnosis.tables()).extracting("name").contains("wide").doesNotContain("parts_1");
        assertThat(diagnosis.problems())
                .extracting("text")
                .containsExactly("table 'typs' is not in 'shop', did you mean 'types'");
        SourceDiagnosis away =
                Doctor.examine(pilot(source("none", Map.of())), folder).get(0);
        assertThat(Objects.requireNonNull(away.failure()).line())
                .startsWith("DATABASE_UNKNOWN: Cannot open database 'none' in 'shop': the server at localhost:");
    }

    @Test
    void viewThatWritesIsRefusedByTheServerThoughTheAccountMay() {
        Postgres.run(
                "odd",
                "CREATE FUNCTION sneaky() RETURNS int LANGUAGE sql AS 'DELETE FROM wide RETURNING id'",
                "CREATE VIEW bad AS SELECT sneaky() AS id");
        try {
            List<String> codes = List.of("STATEMENT_REFUSED");
            assertThatThrownBy(() -> sampled(pilot(source("odd", Map.of("bad", sample(SampleMethod.ALL, 1))))))
                    .isInstanceOfSatisfying(DayoneException.class, e -> assertThat(codes)
                            .contains(e.code().name()));
        } finally {
            Postgres.run("odd", "DROP VIEW bad", "DROP FUNCTION sneaky()");
        }
    }
}
