package dev.dayone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NullUnmarked
class SimulationTest {
    private static final int SAMPLES = 150;
    private static final long SEED = 7;

    private static List<Tally> tallies;

    @BeforeAll
    static void draw() {
        List<Trial> small = Simulation.trials(SEED).stream()
                .filter(trial ->
                        !trial.name().contains("100000") && !trial.name().startsWith("1900"))
                .toList();
        tallies = Simulation.run(small, SAMPLES, SEED);
    }

    @Test
    void intervalsHoldTheTruthInNinetyFiveOfAHundredSamples() {
        for (String kind : List.of("rate", "mean", "standard deviation")) {
            double known = sum(kind, Tally::known);
            assertThat(sum(kind, Tally::covered) / known).as(kind).isCloseTo(0.95, within(0.02));
        }
    }

    @Test
    void verdictsAreSeldomWrong() {
        assertThat(tallies).hasSizeGreaterThan(100).allSatisfy(tally -> {
            // 2.5 % and three standard errors of so few samples; a mean that a few values carry goes to 5 %.
            assertThat(tally.wrongPass()).as(tally.name()).isLessThan(0.07);
            assertThat(tally.wrongFail()).as(tally.name()).isLessThan(0.07);
            assertThat(tally.meanPass()).as(tally.name()).isLessThan(0.025);
            assertThat(tally.meanFail()).as(tally.name()).isLessThan(0.025);
        });
    }

    @Test
    void rowsThatBreakByTheWindowAreNotTakenForRowsDrawnOneByOne() {
        List<Tally> windows = Simulation.run(Simulation.windows(SEED), SAMPLES, SEED);

        assertThat(windows).hasSize(36).allSatisfy(tally -> {
            // 95 % less three standard errors of so few samples.
            assertThat((double) tally.covered() / tally.known())
                    .as(tally.name())
                    .isGreaterThan(0.89);
            assertThat(tally.wrongPass()).as(tally.name()).isLessThan(0.07);
            assertThat(tally.wrongFail()).as(tally.name()).isLessThan(0.07);
        });
    }

    private static double sum(String kind, ToLongFunction<Tally> of) {
        return tallies.stream()
                .filter(tally -> tally.kind().equals(kind))
                .mapToLong(of)
                .sum();
    }
}
