package dev.dayone.benchmark;

import dev.dayone.pilot.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How often intervals hold the truth and verdicts are wrong, over many samples of tables whose truth is known. */
@CommandLine.Command(name = "intervals", mixinStandardHelpOptions = true, sortOptions = false)
final class IntervalBenchmark implements Callable<Integer> {
    @Option(names = "--samples", description = "Samples of each table.", defaultValue = "4000")
    private int samples;

    @Option(names = "--seed", description = "The same seed draws the same samples.", defaultValue = "1")
    private long seed;

    @Option(names = "--all", description = "Every trial, not only each kind's worst.")
    private boolean all;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    private IntervalBenchmark() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IntervalBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        List<Trial> trials = new ArrayList<>(Simulation.trials(seed));
        trials.addAll(WindowTrials.of(seed));
        List<Tally> tallies = Simulation.run(trials, samples, seed);
        Map<String, List<Tally>> kinds = new LinkedHashMap<>();
        tallies.forEach(tally ->
                kinds.computeIfAbsent(tally.kind(), kind -> new ArrayList<>()).add(tally));
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("samples", samples);
            result.put("seed", seed);
            result.put("kinds", kinds.values().stream().map(Summary::of).toList());
            result.put("trials", tallies);
            System.out.println(Json.write(result));
            return 0;
        }
        kinds.values().forEach(kind -> print(Summary.of(kind)));
        if (all) {
            tallies.forEach(IntervalBenchmark::print);
        }
        return 0;
    }

    private static void print(Summary summary) {
        System.out.printf(
                Locale.ENGLISH,
                "%s: %d trials, an interval in %.1f %% of samples, covered in %.2f +- %.2f %% of them; wrong PASS %.2f %%,"
                        + " wrong FAIL %.2f %% (mean); decided %.0f %%%n",
                summary.kind(),
                summary.trials(),
                100 * summary.known(),
                100 * summary.coverage(),
                196 * summary.error(),
                100 * summary.wrongPass(),
                100 * summary.wrongFail(),
                100 * summary.decided());
        summary.worst().forEach((what, tally) -> {
            System.out.print("    " + what + ": ");
            print(tally);
        });
    }

    private static void print(Tally tally) {
        System.out.printf(
                Locale.ENGLISH,
                "%s, %s: interval %.1f %%, covered %.2f %%, wrong PASS %.2f %%, wrong FAIL %.2f %% at the worst claim%n",
                tally.kind(),
                tally.name(),
                100.0 * tally.known() / tally.samples(),
                100 * tally.coverage(),
                100 * tally.wrongPass(),
                100 * tally.wrongFail());
    }

    /**
     * All trials of a kind.
     *
     * @param error of the coverage, by chance of the samples drawn: one standard error
     */
    record Summary(
            String kind,
            int trials,
            double known,
            double coverage,
            double error,
            double wrongPass,
            double wrongFail,
            double decided,
            Map<String, Tally> worst) {
        static Summary of(List<Tally> tallies) {
            List<Tally> known =
                    tallies.stream().filter(tally -> tally.known() > 0).toList();
            double samples = known.stream().mapToDouble(Tally::known).sum();
            double coverage = known.stream().mapToDouble(Tally::covered).sum() / samples;
            Map<String, Tally> worst = new LinkedHashMap<>();
            // A trial with few intervals says little of their coverage.
            worst.put(
                    "least covered",
                    known.stream()
                            .filter(tally -> tally.known() * 2 > tally.samples())
                            .min(Comparator.comparingDouble(Tally::coverage))
                            .orElse(tallies.get(0)));
            worst.put("wrong PASS", highest(tallies, Tally::wrongPass));
            worst.put("wrong FAIL", highest(tallies, Tally::wrongFail));
            return new Summary(
                    tallies.get(0).kind(),
                    tallies.size(),
                    mean(tallies, tally -> (double) tally.known() / tally.samples()),
                    coverage,
                    Math.sqrt(coverage * (1 - coverage) / samples),
                    mean(tallies, Tally::meanPass),
                    mean(tallies, Tally::meanFail),
                    mean(tallies, Tally::decided),
                    worst);
        }

        private static Tally highest(List<Tally> tallies, ToDoubleFunction<Tally> of) {
            return tallies.stream().max(Comparator.comparingDouble(of)).orElseThrow();
        }

        private static double mean(List<Tally> tallies, ToDoubleFunction<Tally> of) {
            return tallies.stream().collect(Collectors.averagingDouble(of));
        }
    }
}
