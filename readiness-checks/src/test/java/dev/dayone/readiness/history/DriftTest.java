package dev.dayone.readiness.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.History;
import dev.dayone.pilot.History.Incident;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.snapshot.Workspace;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftTest {
    private static final int TABLES = 20;

    @TempDir
    Path folder;

    @Test
    void cleanRunsRaiseHardlyAnyAlarm() {
        int alarms = 0;
        int judged = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<List<Measure>> runs = new ArrayList<>();
            for (int run = 0; run < 30; run++) {
                List<Measure> now = run(random, run);
                if (run >= 7) {
                    judged++;
                    alarms += drift(runs, now).isEmpty() ? 0 : 1;
                }
                runs.add(now);
            }
        }
        assertThat(judged).isEqualTo(40 * 23);
        assertThat((double) alarms / judged).isLessThanOrEqualTo(0.02);
    }

    @Test
    void everyJumpIsFound() {
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<List<Measure>> runs = new ArrayList<>();
            for (int run = 0; run < 30; run++) {
                runs.add(run(random, run));
            }
            List<Measure> now = new ArrayList<>(run(random, 30));
            now.set(1, share("t0.c", 0.70, 2000));
            List<Finding> drifted = drift(runs, now);
            assertThat(drifted)
                    .allSatisfy(finding -> assertThat(finding.place()).isEqualTo("t0.c"));
            found += drifted.size();
        }
        assertThat(found).isEqualTo(20);
    }

    @Test
    void saysNothingBelowTheLeastNumberOfRuns() {
        List<List<Measure>> runs = constant(6);
        List<Measure> now = List.of(exact("t", Quantity.ROWS, 10));
        assertThat(drift(runs, now)).isEmpty();
        assertThat(drift(constant(7), now)).hasSize(1);
    }

    @Test
    void whatIsTooLittleToMatterIsNoDrift() {
        List<List<Measure>> runs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            runs.add(List.of(exact("t.c", Quantity.COMPLETENESS, 1), exact("t", Quantity.ROWS, 1000)));
        }
        assertThat(drift(runs, List.of(exact("t.c", Quantity.COMPLETENESS, 0.995), exact("t", Quantity.ROWS, 1090))))
                .isEmpty();
        assertThat(drift(runs, List.of(exact("t.c", Quantity.COMPLETENESS, 0.985), exact("t", Quantity.ROWS, 1200))))
                .hasSize(2);
    }

    @Test
    void whatSamplingExplainsIsNoDrift() {
        List<List<Measure>> runs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            runs.add(List.of(share("t.c", 0.95, 20_000)));
        }
        assertThat(drift(runs, List.of(share("t.c", 0.90, 60)))).isEmpty();
        assertThat(drift(runs, List.of(share("t.c", 0.90, 20_000)))).hasSize(1);
    }

    @Test
    void aTableThatGrowsSteadilyIsAsItWas() {
        List<List<Measure>> runs = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            List<Measure> now = List.of(exact("t", Quantity.ROWS, 1000 + 100.0 * i));
            assertThat(drift(runs, now)).isEmpty();
            runs.add(now);
        }
        assertThat(drift(runs, List.of(exact("t", Quantity.ROWS, 1700))))
                .as("half of the day before, though it was so once")
                .hasSize(1);
    }

    @Test
    void anIncidentThatIsLeftOutDoesNotPoison() {
        Incident incident = new Incident(LocalDate.of(2026, 1, 4), LocalDate.of(2026, 1, 5), "a load broke off");
        assertThat(afterAnIncident(List.of())).isEmpty();
        assertThat(afterAnIncident(List.of(incident))).extracting(Finding::kind).containsExactly("drift");
    }

    private List<Finding> afterAnIncident(List<Incident> incidents) {
        History settings = new History(new Parameters(Map.of()), incidents, 7);
        Workspace workspace = new Workspace(folder.resolve("w" + incidents.size()));
        RunReport last = null;
        for (int day = 0; day < 11; day++) {
            boolean broken = day == 3 || day == 4;
            long nulls = broken ? 900 : day == 10 ? 250 : 20 + day % 3;
            try (RunHistory history = RunHistory.open(HistoryPlace.in(workspace))) {
                last = history.remember(
                        Reports.on("triage", day).rows(1000, nulls).done(), settings, workspace, all -> all);
            }
        }
        return last == null ? List.of() : last.findings();
    }

    /** All on one weekday: days are not told apart. */
    private static List<Finding> drift(List<List<Measure>> runs, List<Measure> now) {
        List<Drift.Day> days =
                runs.stream().map(run -> new Drift.Day(DayOfWeek.MONDAY, run)).toList();
        return new Drift(days, 7).of(new Drift.Day(DayOfWeek.MONDAY, now));
    }

    private static List<Measure> run(Random random, int day) {
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            measures.add(exact("t" + i, Quantity.ROWS, Math.rint(5000 + 20 * day + 100 * random.nextGaussian())));
            int hits = 0;
            for (int row = 0; row < 2000; row++) {
                hits += random.nextDouble() < 0.95 ? 1 : 0;
            }
            measures.add(share("t" + i + ".c", hits / 2000.0, 2000));
            double mean = 50 + random.nextGaussian() * 20 / Math.sqrt(2000);
            measures.add(
                    new Measure("t" + i + ".n", Quantity.MEAN, mean, new Interval(mean - 0.88, mean + 0.88), 2000));
        }
        return measures;
    }

    private static List<List<Measure>> constant(int runs) {
        List<List<Measure>> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            all.add(List.of(exact("t", Quantity.ROWS, 1000)));
        }
        return all;
    }

    private static Measure exact(String place, Quantity quantity, double value) {
        return new Measure(place, quantity, value, new Interval(value, value), 1000);
    }

    private static Measure share(String place, double value, long rows) {
        double half = 1.96 * Math.sqrt(value * (1 - value) / rows);
        return new Measure(place, Quantity.COMPLETENESS, value, new Interval(value - half, value + half), rows);
    }
}
