package dev.dayone.benchmark;

import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Checks on one table, its profile included, beside DuckDB's SUMMARIZE of the same rows. */
@CommandLine.Command(name = "checks", mixinStandardHelpOptions = true, sortOptions = false)
final class ChecksBenchmark implements Callable<Integer> {
    private static final String DUCKDB = "DuckDB SUMMARIZE";
    private static final String PROFILE = "dayone, no check";
    private static final String TEN = "dayone, 10 checks";
    private static final String FORTY = "dayone, 40 checks";
    private static final String MANY = "dayone, 200 checks";
    private static final String WIDE = "dayone, 500 checks on 300 columns of 1,000 rows";
    private static final int WIDE_COLUMNS = 300;
    private static final int WIDE_ROWS = 1_000;

    @Option(names = "--rows", description = "Rows.", defaultValue = "1000000")
    private long rows;

    @Option(names = "--rounds", description = "Rounds after the warm-up.", defaultValue = "5")
    private int rounds;

    @Option(
            names = "--alone",
            description = "So many checks alone: for a look at where their time goes.",
            defaultValue = "-1")
    private int alone;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ChecksBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("dayone-benchmark");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            Workspace workspace = new Workspace(folder.resolve("workspace"));
            ProfileTable shape = new ProfileTable(workspace, CheckSuite.COLUMNS);
            List<Path> plain = shape.plain(folder.resolve("plain"), 1, rows + 1);
            Path home = folder.resolve("encrypted");
            Snapshot snapshot =
                    shape.snapshot(home, shape.encrypted(home.resolve(ProfileTable.FOLDER), 1, rows + 1), rows);
            ProfileTable wideShape = new ProfileTable(workspace, WIDE_COLUMNS);
            Path wideHome = folder.resolve("wide");
            Snapshot wide = wideShape.snapshot(
                    wideHome, wideShape.encrypted(wideHome.resolve(ProfileTable.FOLDER), 1, WIDE_ROWS + 1L), WIDE_ROWS);
            CheckSuite suite = new CheckSuite(rows);
            if (alone >= 0) {
                Pilot pilot = pilot(folder, suite.yaml(alone));
                Rounds measured = new Rounds().add("alone", () -> check(pilot, snapshot, workspace));
                measured.run(rounds);
                new Figures(measured).withSeconds().print();
                return 0;
            }
            Rounds measured = new Rounds().add(DUCKDB, () -> Duckdb.summarize(duckdb, plain, CheckSuite.COLUMNS));
            for (Map.Entry<String, Integer> size :
                    List.of(Map.entry(PROFILE, 0), Map.entry(TEN, 10), Map.entry(FORTY, 40), Map.entry(MANY, 200))) {
                Pilot pilot = pilot(folder, suite.yaml(size.getValue()));
                measured.add(size.getKey(), () -> check(pilot, snapshot, workspace));
            }
            Pilot onWide = pilot(folder, new CheckSuite(WIDE_ROWS).wide(WIDE_COLUMNS, 500));
            measured.add(WIDE, () -> check(onWide, wide, workspace));
            measured.run(rounds);
            tell(measured);
            return 0;
        } finally {
            FileTree.delete(folder);
        }
    }

    private static Pilot pilot(Path folder, String yaml) throws IOException {
        Path file = Files.createTempDirectory(folder, "pilot").resolve("pilot.yaml");
        Files.writeString(file, yaml);
        return PilotLoader.load(file).pilot();
    }

    private static void check(Pilot pilot, Snapshot snapshot, Workspace workspace) throws IOException {
        Files.deleteIfExists(snapshot.folder().resolve(ProfileTable.FOLDER).resolve("profile.states"));
        List<CheckResult> results = Measurement.measure(pilot, snapshot, workspace, (step, done, total) -> {})
                .checks();
        for (CheckResult result : results) {
            if (result.verdict() != CheckVerdict.PASS) {
                throw new IllegalStateException(result.type() + " " + result.kwargs() + ": " + result.verdict() + ", "
                        + result.observed() + ", " + result.error());
            }
        }
    }

    private void tell(Rounds measured) {
        Figures figures = new Figures(measured)
                .with("rows", rows)
                .with("rounds", rounds)
                .withSeconds()
                .withRatio("ratio_of_40_checks_to_duckdb_summarize", FORTY, DUCKDB)
                .withRatio("ratio_of_200_checks_to_10", MANY, TEN);
        if (json) {
            figures.printJson();
        } else {
            figures.print();
        }
    }
}
