package dev.dayone.readiness.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.NumberState;
import dev.dayone.readiness.statistic.ColumnIntervals;
import dev.dayone.readiness.statistic.ColumnWindows;
import dev.dayone.readiness.statistic.Drawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One table, sampled again and again by windows whose rows are alike: what is said to have changed. */
class ResamplingTest {
    private static final int TABLE = 40_000;
    private static final int WINDOW = 20;
    private static final int DRAWN = 100;
    private static final int PAIRS = 200;
    private static final List<String> COLUMNS = List.of("id", "amount", "wait", "kind", "owner", "closed", "flag");

    @Test
    void cleanResamplesAreHardlyEverSaidToHaveChanged() {
        Double[][] table = table(0, 0);
        Random random = new Random(3);
        int said = 0;
        for (int i = 0; i < PAIRS; i++) {
            said += changes(sample(table, random), sample(table, random)).isEmpty() ? 0 : 1;
        }
        assertThat((double) said / PAIRS).isLessThanOrEqualTo(0.05);
    }

    @Test
    void aRealChangeIsFound() {
        Double[][] before = table(0, 0);
        Double[][] after = table(0.6, 0.15);
        Random random = new Random(4);
        int moved = 0;
        int emptier = 0;
        for (int i = 0; i < PAIRS; i++) {
            List<String> changes = changes(sample(before, random), sample(after, random));
            moved += changes.stream().anyMatch(text -> text.startsWith("desk.tickets.wait: mean is")) ? 1 : 0;
            emptier += changes.stream().anyMatch(text -> text.startsWith("desk.tickets.closed: share filled")) ? 1 : 0;
        }
        assertThat(moved).isGreaterThanOrEqualTo(PAIRS * 95 / 100);
        assertThat(emptier).isGreaterThanOrEqualTo(PAIRS * 95 / 100);
    }

    private static List<String> changes(RunReport before, RunReport after) {
        return Comparison.of(RunFacts.of(before), RunFacts.of(after)).changes().stream()
                .map(Change::text)
                .toList();
    }

    /** Rows whose neighbours share something; {@code moved}: deviations of {@code wait}; {@code emptier}: of {@code closed}. */
    private static Double[][] table(double moved, double emptier) {
        Random random = new Random(11);
        Double[][] rows = new Double[TABLE][];
        double like = 0;
        for (int i = 0; i < TABLE; i++) {
            if (i % WINDOW == 0) {
                like = 0.6 * like + 0.8 * random.nextGaussian();
            }
            boolean closed = random.nextDouble() < 1 / (1 + Math.exp(-1.5 - like)) - emptier;
            rows[i] = new Double[] {
                (double) i,
                Math.exp(3 + 1.2 * random.nextGaussian() + 0.3 * like),
                50 + 20 * (0.8 * random.nextGaussian() + 0.6 * like + moved),
                Math.floor(Math.exp(random.nextDouble() * 6)),
                Math.floor(i / 40.0),
                closed ? Double.valueOf(random.nextInt(1_000)) : null,
                random.nextInt(500) == 0 ? 1.0 : 0.0
            };
        }
        return rows;
    }

    private static RunReport sample(Double[][] table, Random random) {
        int[] chosen =
                random.ints(0, TABLE / WINDOW).distinct().limit(DRAWN).sorted().toArray();
        Drawing drawing = Drawing.atRandom(DRAWN * WINDOW, TABLE).inWindows(WINDOW);
        List<ColumnReport> columns = new ArrayList<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            NumberState state = (NumberState) ColumnState.of(ColumnType.DOUBLE, ColumnState.Request.USUAL);
            ColumnWindows windows = new ColumnWindows();
            double[] values = new double[DRAWN * WINDOW];
            int present = 0;
            for (int window = 0; window < DRAWN; window++) {
                int filled = 0;
                for (int row = 0; row < WINDOW; row++) {
                    Double value = table[chosen[window] * WINDOW + row][column];
                    if (value != null) {
                        values[present++] = value;
                        filled++;
                        windows.number(window, value);
                    }
                }
                windows.add(window, WINDOW, filled);
            }
            state.add(values, null, present);
            state.addNulls(values.length - present);
            ColumnProfile profile = state.finish(Reports.FIRST).profile();
            columns.add(new ColumnReport(
                    COLUMNS.get(column),
                    "double",
                    ColumnType.DOUBLE,
                    Visibility.SHOWN,
                    "",
                    profile,
                    ColumnIntervals.of(profile, drawing, windows)));
        }
        RunReport plain = Reports.on("triage", 0).done();
        TableReport tickets = new TableReport(
                (long) TABLE,
                DRAWN * WINDOW,
                false,
                SampleMethod.RANDOM,
                null,
                List.of("id"),
                List.of(),
                null,
                columns);
        return new RunReport(
                RunReport.FORMAT,
                plain.run(),
                plain.pilot(),
                plain.verdict(),
                plain.headline(),
                plain.gates(),
                plain.sources(),
                Map.of(TableRef.parse("desk.tickets"), tickets),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
