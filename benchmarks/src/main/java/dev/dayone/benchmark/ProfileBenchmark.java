package dev.dayone.benchmark;

import com.amazon.deequ.profiles.ColumnProfilerRunner;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.engine.ColumnarProfiler;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The profile of a table, beside DuckDB's SUMMARIZE of the same files and Deequ's own profiler. */
@CommandLine.Command(name = "profile", mixinStandardHelpOptions = true, sortOptions = false)
final class ProfileBenchmark implements Callable<Integer> {
    private static final String ALL = "dayone, all statistics";
    private static final String SAME = "dayone, SUMMARIZE's statistics";
    private static final String ENCRYPTED = "dayone, all statistics, encrypted";
    private static final String FIRST = "dayone check, first run, states kept";
    private static final String AGAIN = "dayone check, a hundredth of the rows more";
    private static final String FEWER = "dayone, all statistics, as many rows as Deequ";
    private static final String DUCKDB = "DuckDB SUMMARIZE";
    private static final String DEEQU = "Deequ ColumnProfilerRunner";
    private static final int MOST_FOR_DEEQU = 1_000_000;

    @Option(names = "--rows", description = "Rows.", defaultValue = "1000000")
    private long rows;

    @Option(names = "--columns", description = "Columns.", defaultValue = "12")
    private int columns;

    @Option(names = "--rounds", description = "Rounds after the warm-up.", defaultValue = "5")
    private int rounds;

    @Option(names = "--without-deequ", description = "Leave out Deequ, which takes minutes.")
    private boolean withoutDeequ;

    @Option(names = "--alone", description = "dayone alone: for a look at its memory.")
    private boolean alone;

    @Option(
            names = "--check-only",
            description = "Of dayone what check does alone, which reads wide tables in its own way.")
    private boolean checkOnly;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    private long fewerRows;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ProfileBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("dayone-benchmark");
        try (Connection duckdb = alone ? null : DriverManager.getConnection("jdbc:duckdb:")) {
            ProfileTable shape = new ProfileTable(new Workspace(folder.resolve("workspace")), columns);
            List<Path> encrypted =
                    shape.encrypted(folder.resolve("encrypted").resolve(ProfileTable.FOLDER), 1, rows + 1);
            Rounds measured = new Rounds();
            if (duckdb != null) {
                List<Path> plain = shape.plain(folder.resolve("plain"), 1, rows + 1);
                compare(measured, shape, plain, duckdb);
            }
            if (!checkOnly) {
                measured.add(ENCRYPTED, () -> profile(shape.table(encrypted), rows));
            }
            nightly(measured, shape, encrypted, folder);
            measured.run(rounds);
            tell(measured);
            return 0;
        } finally {
            FileTree.delete(folder);
        }
    }

    /** The table as it was yesterday; then with one row in a hundred more, of which alone nothing is known. */
    private void nightly(Rounds measured, ProfileTable shape, List<Path> files, Path folder) throws IOException {
        Path home = folder.resolve("encrypted");
        Path table = home.resolve(ProfileTable.FOLDER);
        long more = Math.max(1, rows / 100);
        List<Path> today = new ArrayList<>(files);
        for (Path added : shape.encrypted(folder.resolve("added"), rows + 1, rows + more + 1)) {
            today.add(Files.move(added, table.resolve(added.getFileName())));
        }
        Path states = table.resolve("profile.states");
        Path kept = folder.resolve("kept.states");
        measured.add(FIRST, () -> {
            Files.deleteIfExists(states);
            check(shape.profileKept(home, files), rows);
            Files.copy(states, kept, StandardCopyOption.REPLACE_EXISTING);
        });
        measured.add(AGAIN, () -> {
            Files.copy(kept, states, StandardCopyOption.REPLACE_EXISTING);
            check(shape.profileKept(home, today), rows + more);
        });
    }

    private void compare(Rounds measured, ProfileTable shape, List<Path> plain, Connection duckdb) {
        List<Path> fewer = plain.subList(0, Math.min(plain.size(), MOST_FOR_DEEQU / ProfileTable.ROWS_A_FILE));
        measured.add(DUCKDB, () -> Duckdb.summarize(duckdb, plain, columns));
        if (checkOnly) {
            return;
        }
        measured.add(SAME, () -> check(ColumnarProfiler.summarize(shape.table(plain)), rows))
                .add(ALL, () -> profile(shape.table(plain), rows));
        if (withoutDeequ) {
            return;
        }
        fewerRows = shape.table(fewer).rows().count();
        measured.add(FEWER, () -> profile(shape.table(fewer), fewerRows)).add(DEEQU, () -> new ColumnProfilerRunner()
                .onData(shape.table(fewer).rows())
                .run());
    }

    private static void profile(SnapshotTable table, long expected) {
        check(ColumnarProfiler.profile(table, Set.of()), expected);
    }

    private static void check(List<ProfiledColumn> columns, long expected) {
        long seen = columns.get(0).profile().rows();
        if (seen != expected) {
            throw new IllegalStateException(seen + " rows profiled, expected " + expected);
        }
    }

    private void tell(Rounds measured) {
        Figures figures = new Figures(measured)
                .with("rows", rows)
                .with("columns", columns)
                .with("rounds", rounds)
                .with("deequ_rows", fewerRows)
                .withSeconds();
        if (!alone) {
            figures.withRatio("check_to_duckdb_summarize", FIRST, DUCKDB);
        }
        if (!alone && !checkOnly) {
            figures.withRatio("ratio_to_duckdb_summarize", ALL, DUCKDB)
                    .withRatio("ratio_to_duckdb_same_statistics", SAME, DUCKDB)
                    .withRatio("encrypted_to_plain", ENCRYPTED, ALL);
        }
        if (fewerRows > 0) {
            figures.withRatio("speedup_over_deequ_profiler", DEEQU, FEWER);
        }
        figures.withRatio("rerun_share", AGAIN, FIRST);
        if (json) {
            figures.printJson();
        } else {
            figures.print();
        }
    }
}
