package dev.dayone.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.app.console.Ago;
import dev.dayone.app.console.Console;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.route.doctor.SourceDiagnosis;
import dev.dayone.route.sampling.SamplingCost;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoctorScreenTest {
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");

    @Test
    void saysWhoAnswersWhatProvesReadingAndWhatSamplingCosts() {
        String screen = screen(diagnosis(probe(false, List.of()), 2), 25);

        assertThat(screen)
                .startsWith("crm (postgresql)\n")
                .contains("  server    PostgreSQL 16.4, time zone Europe/Berlin, 7 ms away\n")
                .contains("  TLS       TLSv1.3\n")
                .contains("  account   'reader' can only read.\n")
                .contains(
                        "  write     refused: read-only transaction (SQL state 25006), on UPDATE t SET a\n            = a\n")
                .contains("  sampling  2 tables, about 4,000 rows in 8 pages, 12 calls, 2 s\n")
                .contains("  TABLE    ROWS (ABOUT)  KEY  TIME COLUMN  CHANGED     SAMPLING\n")
                .contains("  table_1  1,001         id   updated_at   3 days ago  4 pages, 1 s\n");
    }

    @Test
    void theStatementsThatTakeRightsAwayCanBeCopied() {
        String statement =
                "REVOKE INSERT, UPDATE, DELETE ON TABLE public.contacts, public.accounts FROM reader, writers;";
        String screen = screen(
                diagnosis(probe(true, List.of(statement, "REVOKE CREATE ON SCHEMA public FROM reader;")), 1), 25);

        assertThat(screen)
                .contains("  account   'reader' CAN WRITE (INSERT on public.contacts): the safety gate will\n")
                .contains("\n    " + statement + "\n    REVOKE CREATE ON SCHEMA public FROM reader;\n");
    }

    @Test
    void manyTablesDoNotFloodAndNoLineIsWiderThanTheTerminal() {
        String screen = screen(diagnosis(probe(false, List.of()), 300), 25);

        assertThat(screen).contains("  … and 275 more tables: --all shows them, --json has all.\n");
        assertThat(screen.lines().filter(line -> line.startsWith("  table_"))).hasSize(25);
        assertThat(screen.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(screen(diagnosis(probe(false, List.of()), 300), Integer.MAX_VALUE)
                        .lines()
                        .filter(line -> line.startsWith("  table_")))
                .hasSize(300);
    }

    @Test
    void aSourceOutOfReachIsOneLine() {
        SourceDiagnosis gone = new SourceDiagnosis(
                "crm",
                null,
                new SourceUnavailableException(ErrorCode.SOURCE_UNREACHABLE, "Cannot reach 'crm'.", null),
                List.of(),
                List.of(),
                Map.of(),
                SamplingCost.NOTHING);
        assertThat(screen(gone, 25)).isEqualTo("crm (postgresql)\n  SOURCE_UNREACHABLE: Cannot reach 'crm'.\n\n");
    }

    @Test
    void agesAreSaidInTheUnitThatFits() {
        assertThat(Ago.of(NOW.plusSeconds(5), NOW)).isEqualTo("just now");
        assertThat(Ago.of(NOW.minus(Duration.ofMinutes(1)), NOW)).isEqualTo("1 minute ago");
        assertThat(Ago.of(NOW.minus(Duration.ofHours(23)), NOW)).isEqualTo("23 hours ago");
        assertThat(Ago.of(NOW.minus(Duration.ofDays(59)), NOW)).isEqualTo("59 days ago");
        assertThat(Ago.of(NOW.minus(Duration.ofDays(90)), NOW)).isEqualTo("3 months ago");
        assertThat(Ago.of(NOW.minus(Duration.ofDays(800)), NOW)).isEqualTo("2 years ago");
    }

    private static Probe probe(boolean canWrite, List<String> remedies) {
        return new Probe(
                "PostgreSQL",
                "16.4",
                "Europe/Berlin",
                "reader",
                canWrite,
                canWrite ? List.of("INSERT on public.contacts") : List.of(),
                remedies,
                "default_transaction_read_only is on.",
                new Probe.WriteAttempt("UPDATE t SET a = a", true, "read-only transaction (SQL state 25006)"),
                "TLSv1.3",
                7);
    }

    private static SourceDiagnosis diagnosis(Probe probe, int tables) {
        List<TableInfo> infos = new ArrayList<>();
        Map<String, SamplingCost> costs = new LinkedHashMap<>();
        for (int i = 0; i < tables; i++) {
            String name = "table_" + i;
            infos.add(new TableInfo(
                    name,
                    "table",
                    List.of(new ColumnInfo("id", "bigint", ColumnType.BIGINT, false)),
                    List.of("id"),
                    1_000L + i,
                    List.of(),
                    null,
                    "updated_at",
                    NOW.minus(Duration.ofDays(3))));
            costs.put(name, new SamplingCost(4, 6, 2_000, 1));
        }
        return new SourceDiagnosis("crm", probe, null, infos, List.of(), costs, SamplingCost.NOTHING);
    }

    private static String screen(SourceDiagnosis diagnosis, int tables) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new DoctorScreen(new Console(stream, stream, false, 80), NOW, tables).show(diagnosis, "postgresql");
        return out.toString(StandardCharsets.UTF_8);
    }
}
