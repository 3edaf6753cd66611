package dev.dayone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
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
    void intervalsOfWindowsHoldTheTruthHoweverBrokenRowsStand() {
        List<Trial> small = WindowTrials.of(SEED).stream()
                .filter(trial -> !trial.name().startsWith("400"))
                .toList();
        List<Tally> windows = Simulation.run(small, SAMPLES, SEED);

        Map<String, List<Tally>> kinds = windows.stream().collect(Collectors.groupingBy(Tally::kind));
        assertThat(kinds).hasSize(21).allSatisfy((kind, trials) -> {
            double known = trials.stream().mapToLong(Tally::known).sum();
            double covered = trials.stream().mapToLong(Tally::covered).sum();
            double samples = (double) trials.size() * SAMPLES;
            if (known > samples / 10) {
                assertThat(covered / known).as(kind).isGreaterThan(0.925);
            } else {
                // The few samples that look good enough for an interval are no fair draw of all.
                assertThat((known - covered) / samples).as(kind).isLessThan(0.025);
            }
            assertThat(trials).allSatisfy(trial -> {
                boolean mixed = kind.contains("half alone");
                assertThat(trial.wrongPass()).as(trial.name()).isLessThan(mixed ? 0.12 : 0.07);
                assertThat(trial.wrongFail()).as(trial.name()).isLessThan(0.07);
            });
        });
    }

    private static double sum(String kind, ToLongFunction<Tally> of) {
        return tallies.stream()
                .filter(tally -> tally.kind().equals(kind))
                .mapToLong(of)
                .sum();
    }
}
