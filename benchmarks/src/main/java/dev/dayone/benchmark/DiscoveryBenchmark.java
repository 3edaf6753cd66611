package dev.dayone.benchmark;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.report.DiscoveredLink;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.UndeclaredLinks;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.route.sampling.SampleListener;
import dev.dayone.route.sampling.Sampler;
import dev.dayone.route.sampling.SamplingRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which of the keys of made-up companies are found, and how much that is found is none. */
@CommandLine.Command(name = "discovery", mixinStandardHelpOptions = true, sortOptions = false)
final class DiscoveryBenchmark implements Callable<Integer> {
    @Option(names = "--tables", description = "Tables of a company.", defaultValue = "60")
    private int tables;

    @Option(names = "--columns", description = "Columns of a table.", defaultValue = "10")
    private int columns;

    @Option(names = "--rows", description = "Rows of the largest table.", defaultValue = "20000")
    private int rows;

    @Option(names = "--companies", description = "So many companies.", defaultValue = "5")
    private int companies;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Option(names = "--wrong", description = "Show what was missed and what was found wrongly.")
    private boolean wrong;

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private int known;
    private int untold;
    private int rightUntold;
    private int right;
    private int proposed;
    private double slowest;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DiscoveryBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("dayone-benchmark");
        try {
            for (int i = 1; i <= companies; i++) {
                search(new Company(tables, columns, rows, i), folder.resolve("company-" + i));
            }
        } finally {
            FileTree.delete(folder);
        }
        figures.put("tables", tables);
        figures.put("columns", tables * columns);
        figures.put("companies", companies);
        figures.put("keys", known);
        figures.put("proposed", proposed);
        figures.put("keys_that_merely_count", untold);
        figures.put("recall", rounded((double) (right - rightUntold) / (known - untold)));
        figures.put("recall_of_all_keys", rounded((double) right / known));
        figures.put("precision", rounded((double) right / proposed));
        figures.put("slowest_search_seconds", rounded(slowest));
        if (json) {
            System.out.println(Json.write(figures));
        } else {
            figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-24s %s%n", name, value));
        }
        return 0;
    }

    private void search(Company company, Path folder) throws Exception {
        PilotFile file = PilotLoader.load(company.write(folder));
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        Snapshot snapshot = Sampler.sample(
                new SamplingRequest(file.pilot(), folder, workspace, "benchmark"), new SampleListener() {});
        UndeclaredLinks.Found found =
                UndeclaredLinks.find(file.pilot(), snapshot, workspace, SparkSettings.USUAL, (step, done, steps) -> {});
        slowest = Math.max(slowest, found.searched().toMillis() / 1000.0);
        Map<String, String> left = new LinkedHashMap<>(company.truth());
        known += left.size();
        untold += company.untold().size();
        proposed += found.links().size();
        for (DiscoveredLink link : found.links()) {
            String from = link.link().from().toString();
            String to = link.link().to().toString();
            if (to.equals(left.get(from))) {
                left.remove(from);
                right++;
                rightUntold += company.untold().contains(from) ? 1 : 0;
            } else if (wrong) {
                System.err.println("wrong: " + from + " -> " + to + ", truly "
                        + company.truth().get(from) + ": " + link.evidence());
            }
        }
        if (wrong) {
            left.forEach((from, to) -> System.err.println(
                    "missed: " + from + " (" + company.distinct(from) + " different) -> " + company.key(to)));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
