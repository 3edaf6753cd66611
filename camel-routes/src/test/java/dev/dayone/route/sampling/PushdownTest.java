package dev.dayone.route.sampling;

import static dev.dayone.route.sampling.Postgres.pilot;
import static dev.dayone.route.sampling.Postgres.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.RunLimits;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.route.doctor.Doctor;
import dev.dayone.route.doctor.SourceDiagnosis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the source is asked to count, and what doctor says that sampling will cost. */
final class PushdownTest {
    private static final TableRef DEALS = new TableRef("shop", "deals");

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        Postgres.run("postgres", "CREATE DATABASE pushdown");
        Postgres.run(
                "pushdown",
                "CREATE TABLE deals (id int PRIMARY KEY, mail text, a int, b int)",
                "INSERT INTO deals SELECT i, CASE WHEN i > 100 THEN 'm' || i % 5000 END, i / 100, i % 100"
                        + " FROM generate_series(0, 9999) i",
                "ANALYZE");
    }

    private static Pilot deals(SampleMethod method, long rows, long pushdownRows) {
        TableSelection selection =
                new TableSelection(new Sample(method, rows, null), Set.of(), Set.of(), Set.of(), Set.of(), true);
        Limits limits = new Limits(
                1,
                1_000,
                200_000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                RunLimits.DEFAULT,
                null,
                5,
                pushdownRows);
        Source source = Postgres.with(source("pushdown", Map.of("deals", selection)), limits);
        Pilot pilot = pilot(source);
        return new Pilot(
                pilot.name(),
                "",
                null,
                null,
                pilot.sources(),
                null,
                Map.of(),
                Map.of(
                        DEALS,
                        List.of(
                                check("expect_column_values_to_be_unique", Map.of("column", "mail")),
                                check("expect_compound_columns_to_be_unique", Map.of("column_list", List.of("a", "b"))),
                                check("expect_column_values_to_not_be_null", Map.of("column", "a")))),
                List.of(),
                Set.of(),
                null,
                pilot.retention());
    }

    private static Expectation check(String type, Map<String, Object> kwargs) {
        return new Expectation(type, kwargs, Severity.BLOCKER, Map.of());
    }

    private @Nullable Pushdown counted(Pilot pilot) {
        Snapshot snapshot = new Runs(folder, 0).run(pilot);
        return Objects.requireNonNull(snapshot.manifest().table(DEALS)).pushdown();
    }

    @Test
    void sourceCountsRowsKeysAndWhatChecksAskToBeUnique() {
        assertThat(counted(deals(SampleMethod.LATEST, 2_000, 1_000_000)))
                .isEqualTo(new Pushdown(
                        10_000L,
                        List.of(
                                new Pushdown.Distinct(List.of("id"), 10_000, 10_000),
                                new Pushdown.Distinct(List.of("mail"), 9_899, 5_000),
                                new Pushdown.Distinct(List.of("a", "b"), 10_000, 10_000)),
                        null));
    }

    @Test
    void refusalByLimitIsNotedAndFailsNothing() {
        assertThat(counted(deals(SampleMethod.LATEST, 2_000, 500)))
                .isEqualTo(
                        new Pushdown(
                                null,
                                List.of(),
                                "counting would touch more rows, by the source's own estimate, than its limit pushdownRows of 500"));
    }

    @Test
    void tableReadWholeIsNotCounted() {
        assertThat(counted(deals(SampleMethod.ALL, 1, 1_000_000))).isNull();
    }

    @Test
    void doctorTellsTheCallsThatSamplingWillMake() {
        Pilot pilot = deals(SampleMethod.LATEST, 2_000, 1_000_000);
        SourceDiagnosis diagnosis = Doctor.examine(pilot, folder).get(0);
        SamplingCost cost = diagnosis.cost();
        assertThat(cost).isEqualTo(diagnosis.costs().get("deals"));
        assertThat(cost.rows()).isEqualTo(2_000);
        assertThat(cost.seconds()).isBetween(2.0, 3.0);
        Receipt receipt = Objects.requireNonNull(
                        new Runs(folder, 0).run(pilot).manifest().sources().get("shop"))
                .receipt();
        long pages = receipt.statements().stream()
                .filter(statement -> statement.shape().contains(".\"id\" DESC"))
                .mapToLong(Receipt.Statement::times)
                .sum();
        // The first page is short, as a text may be long until one was seen; the last one takes what is left.
        assertThat(pages).isEqualTo(3);
        assertThat(cost.pages()).isEqualTo(pages);
        assertThat(cost.calls()).isEqualTo(cost.pages() + 1);
    }
}
