package dev.dayone.route.fault;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.route.sampling.SampleListener;
import dev.dayone.route.sampling.Sampler;
import dev.dayone.route.sampling.SwiftTime;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Not a test: rounds of sampling with a fault or two at random moments each, run again until the snapshot is there.
 * Prints the seed, what happened, and how many rows were lost, doubled or damaged; answers 1 if any was, if a part
 * passed for the whole, or if a round did not come to its end.
 */
public final class FaultRounds {
    private static final List<Fault> FAULTS = faults();
    private static final int MOST_RUNS = 6;
    private static final int START_MILLIS = 4_000;
    private static final int READ_MILLIS = 2_500;

    private final FaultyWorld world;
    private final Random random;
    private final Path root;
    private RoundTables.Difference difference = RoundTables.Difference.NONE;
    private long unfinished;
    private long unexpected;
    private long runs;
    private long broken;

    private FaultRounds(FaultyWorld world, long seed, Path root) {
        this.world = world;
        this.random = new Random(seed);
        this.root = root;
    }

    /** All of them, and a killed process more often than others: nothing else always takes another run to go on. */
    private static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
        faults.addAll(List.of(Fault.KILL_PROCESS, Fault.KILL_PROCESS));
        return List.copyOf(faults);
    }

    /** Arguments: how many rounds (100), {@code --seed N} (of the moment). */
    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        int option = given.indexOf("--seed");
        long seed = option < 0 ? System.nanoTime() : Long.parseLong(given.get(option + 1));
        int rounds = given.isEmpty() || option == 0 ? 100 : Integer.parseInt(given.get(0));
        System.out.println("seed " + seed + ", " + rounds + " rounds");
        Path root = Files.createTempDirectory("fault-rounds");
        boolean good;
        try (MortalServer server = new MortalServer(root.resolve("data"));
                FaultyWorld world = new FaultyWorld(server)) {
            List.of(RoundTables.values()).forEach(table -> table.load(server));
            FaultRounds all = new FaultRounds(world, seed, root);
            for (int round = 1; round <= rounds; round++) {
                all.round(round);
            }
            good = all.tell(rounds);
        } finally {
            FileTree.delete(root);
        }
        System.exit(good ? 0 : 1);
    }

    private boolean tell(int rounds) {
        System.out.println(rounds + " rounds, " + runs + " runs, " + broken + " of them broken off");
        for (Fault fault : Fault.values()) {
            System.out.println("  " + world.provoked(fault) + " x " + fault.title());
        }
        System.out.println(difference.lost() + " rows lost, " + difference.doubled() + " doubled, "
                + difference.damaged() + " damaged; " + difference.partial() + " parts shown as whole; " + unfinished
                + " rounds without a snapshot, " + unexpected + " runs that ended otherwise than with exit code 3");
        return difference.equals(RoundTables.Difference.NONE) && unfinished + unexpected == 0;
    }

    private void round(int round) throws Exception {
        Path folder = Files.createDirectories(root.resolve("round-" + round));
        Workspace workspace = new Workspace(folder.resolve("work"));
        StringBuilder told = new StringBuilder("round " + round + ":");
        int faults = 1 + random.nextInt(2);
        Snapshot snapshot = null;
        for (int run = 0; snapshot == null && run < MOST_RUNS; run++) {
            runs++;
            Fault fault = run < faults ? FAULTS.get(random.nextInt(FAULTS.size())) : null;
            int code = fault == Fault.KILL_PROCESS ? killed(folder) : disturbed(folder, fault, run);
            world.mend();
            snapshot = workspace.newestSnapshot("test").orElse(null);
            told.append(' ').append(fault == null ? "NONE" : fault).append('=').append(code);
            judge(fault, code, snapshot != null);
        }
        System.out.println(told + " -> " + held(workspace, snapshot));
        FileTree.delete(folder);
    }

    /** A run that says that it came to its end has a snapshot, and one that says that it did not has none. */
    private void judge(@Nullable Fault fault, int code, boolean there) {
        broken += code == 0 ? 0 : 1;
        boolean killed = fault == Fault.KILL_PROCESS && code != 0;
        if (!killed && there != (code == 0)) {
            difference = difference.plus(new RoundTables.Difference(0, 0, 0, 1));
        }
        unexpected += killed || code == 0 || code == 3 ? 0 : 1;
    }

    private int killed(Path folder) throws Exception {
        Random own = new Random(random.nextLong());
        Process process = SampleProcess.start(folder, world.port(), "postgres", RoundTables.names());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            boolean early = own.nextInt(5) == 0;
            if (early) {
                process.waitFor(own.nextInt(START_MILLIS), TimeUnit.MILLISECONDS);
            } else if (lines.readLine() != null) {
                process.waitFor(own.nextInt(READ_MILLIS), TimeUnit.MILLISECONDS);
            }
            if (process.isAlive()) {
                world.count(Fault.KILL_PROCESS);
            }
            return process.destroyForcibly().waitFor();
        }
    }

    private int disturbed(Path folder, @Nullable Fault fault, int runsBefore) {
        Random own = new Random(random.nextLong());
        // What was read before is not read again.
        long at = own.nextInt(RoundTables.allRows() / (runsBefore + 1));
        AtomicBoolean done = new AtomicBoolean(fault == null);
        Map<TableRef, Long> soFar = new HashMap<>();
        SampleListener listener = new SampleListener() {
            @Override
            public void rows(TableRef table, long rowsSoFar) {
                soFar.put(table, rowsSoFar);
                boolean due = soFar.values().stream().mapToLong(Long::longValue).sum() >= at;
                if (due && done.compareAndSet(false, true)) {
                    world.cause(Objects.requireNonNull(fault), own);
                }
            }
        };
        world.begin();
        try {
            Sampler.sample(
                    SampleProcess.request(
                            folder,
                            SampleProcess.pilot(world.port(), "postgres", RoundTables.names()),
                            own.nextLong(),
                            new SwiftTime()),
                    listener);
            return 0;
        } catch (DayoneException e) {
            if (e.code().fault().exitCode() != 3) {
                System.out.println("unexpected: " + e.line());
            }
            return e.code().fault().exitCode();
        }
    }

    private String held(Workspace workspace, @Nullable Snapshot snapshot) {
        if (snapshot == null) {
            unfinished++;
            return "no snapshot after " + MOST_RUNS + " runs";
        }
        RoundTables.Difference now = RoundTables.between(workspace, snapshot);
        difference = difference.plus(now);
        Receipt receipt = Objects.requireNonNull(snapshot.manifest().sources().get("shop"))
                .receipt();
        long times = receipt.statements().stream()
                .mapToLong(Receipt.Statement::times)
                .sum();
        return "lost " + now.lost() + ", doubled " + now.doubled() + ", runs " + receipt.runs() + ", statements "
                + times + ", connections " + receipt.connections();
    }
}
