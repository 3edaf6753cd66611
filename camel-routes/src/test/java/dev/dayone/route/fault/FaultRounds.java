package dev.dayone.route.fault;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.route.sampling.SampleListener;
import dev.dayone.route.sampling.Sampler;
import dev.dayone.route.sampling.SnapshotRows;
import dev.dayone.route.sampling.SwiftTime;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Not a test: rounds of sampling with a fault at a random moment each, run again until the snapshot is there. Prints the
 * seed, what happened, and how many rows were lost or doubled; answers 1 if any was, or if a part passed for the whole.
 */
public final class FaultRounds {
    private static final Map<String, Integer> TABLES = Map.of("texts", 6_000, "numbers", 5_000, "pairs", 4_000);
    private static final int MOST_RUNS = 6;

    private final EmbeddedPostgres server;
    private final TcpProxy proxy;
    private final Random random;
    private final Path root;
    private long lost;
    private long doubled;
    private long partial;
    private long runs;

    private FaultRounds(EmbeddedPostgres server, TcpProxy proxy, long seed, Path root) {
        this.server = server;
        this.proxy = proxy;
        this.random = new Random(seed);
        this.root = root;
    }

    private enum Fault {
        KILL,
        RESET,
        CUT_AND_REFUSE,
        TERMINATE,
        STALL,
        SLOW
    }

    /** Arguments: rounds (100), seed (of the moment). */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed + ", " + rounds + " rounds");
        Path root = Files.createTempDirectory("fault-rounds");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                TcpProxy proxy = TcpProxy.before(server.getPort())) {
            FaultRounds all = new FaultRounds(server, proxy, seed, root);
            all.load();
            for (int round = 1; round <= rounds; round++) {
                all.round(round);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d rounds, %d runs: %d rows lost, %d doubled, %d parts shown as whole%n",
                    rounds,
                    all.runs,
                    all.lost,
                    all.doubled,
                    all.partial);
            System.exit(all.lost + all.doubled + all.partial == 0 ? 0 : 1);
        }
    }

    private void load() throws SQLException {
        execute(
                "CREATE TABLE texts (id text PRIMARY KEY, body text)",
                "INSERT INTO texts SELECT md5(CAST(i AS text)), repeat('x', 200) FROM generate_series(1, 6000) i",
                "CREATE TABLE numbers (id bigint PRIMARY KEY, body text)",
                "INSERT INTO numbers SELECT i * 3, repeat('y', 100) FROM generate_series(1, 5000) i",
                "CREATE TABLE pairs (a int, id int, PRIMARY KEY (a, id))",
                "INSERT INTO pairs SELECT i % 7, i FROM generate_series(1, 4000) i",
                "ANALYZE");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void round(int round) throws Exception {
        Path folder = Files.createDirectories(root.resolve("round-" + round));
        Workspace workspace = new Workspace(folder.resolve("work"));
        StringBuilder told = new StringBuilder("round " + round + ":");
        int faults = 1 + random.nextInt(2);
        Snapshot snapshot = null;
        for (int run = 0; snapshot == null && run < MOST_RUNS; run++) {
            runs++;
            Fault fault = run < faults ? Fault.values()[random.nextInt(Fault.values().length)] : null;
            snapshot = fault == Fault.KILL ? killed(folder, workspace) : disturbed(folder, workspace, fault);
            told.append(' ').append(fault == null ? "NONE" : fault).append(snapshot == null ? "" : "=done");
            mend();
        }
        System.out.println(told + " -> " + judged(workspace, snapshot));
    }

    private void mend() {
        proxy.accept();
        proxy.unstall();
        proxy.delay(Duration.ZERO);
        proxy.throttle(0);
        proxy.cutAfter(Long.MAX_VALUE / 2);
    }

    private @Nullable Snapshot killed(Path folder, Workspace workspace) throws Exception {
        Process process = SampleProcess.start(folder, proxy.port(), "postgres", List.copyOf(TABLES.keySet()));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            if (first != null && !first.equals("done")) {
                process.waitFor(random.nextInt(2_500), TimeUnit.MILLISECONDS);
            }
            boolean ended = !process.isAlive() && process.exitValue() == 0;
            process.destroyForcibly().waitFor();
            return look(workspace, ended);
        }
    }

    /** A snapshot is there if and only if the process said that it came to its end, or died behind its last step. */
    private @Nullable Snapshot look(Workspace workspace, boolean ended) {
        Snapshot snapshot = workspace.newestSnapshot("test").orElse(null);
        if (snapshot == null && ended) {
            partial++;
        }
        return snapshot;
    }

    private @Nullable Snapshot disturbed(Path folder, Workspace workspace, @Nullable Fault fault) {
        long at = random.nextInt(5_000);
        boolean[] done = {false};
        SampleListener listener = new SampleListener() {
            @Override
            public void rows(TableRef table, long rowsSoFar) {
                if (fault != null && !done[0] && rowsSoFar >= at) {
                    done[0] = true;
                    cause(fault);
                }
            }
        };
        try {
            Sampler.sample(
                    SampleProcess.request(
                            folder,
                            SampleProcess.pilot(proxy.port(), "postgres", List.copyOf(TABLES.keySet())),
                            random.nextLong(),
                            new SwiftTime()),
                    listener);
            return look(workspace, true);
        } catch (DayoneException e) {
            if (workspace.newestSnapshot("test").isPresent() || e.code().fault().exitCode() != 3) {
                System.out.println("unexpected: " + e.line());
                partial++;
            }
            return null;
        }
    }

    private void cause(Fault fault) {
        switch (fault) {
            case RESET -> proxy.reset();
            case CUT_AND_REFUSE -> {
                proxy.cutAfter(random.nextInt(200_000));
                if (random.nextBoolean()) {
                    proxy.refuse();
                    later(random.nextInt(4) > 0 ? proxy::accept : () -> {});
                }
            }
            case TERMINATE -> {
                try {
                    execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dayone'");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
            case STALL -> {
                proxy.stall();
                later(random.nextBoolean() ? proxy::reset : () -> {});
            }
            case SLOW -> {
                proxy.delay(Duration.ofMillis(random.nextInt(30)));
                proxy.throttle(500_000 + random.nextInt(1_000_000));
            }
            case KILL -> throw new IllegalStateException("Only a process of its own is killed");
        }
    }

    /** Does something within two seconds, and lets through what was stalled. */
    private void later(Runnable action) {
        long millis = random.nextInt(2_000);
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> {
            action.run();
            proxy.unstall();
        });
    }

    private String judged(Workspace workspace, @Nullable Snapshot snapshot) throws IOException {
        if (snapshot == null) {
            partial++;
            return "no snapshot after " + MOST_RUNS + " runs";
        }
        long lostNow = 0;
        long doubledNow = 0;
        for (Map.Entry<String, Integer> table : TABLES.entrySet()) {
            TableRef ref = new TableRef("shop", table.getKey());
            TableManifest manifest = Objects.requireNonNull(snapshot.manifest().table(ref));
            List<Map<String, @Nullable Object>> rows = SnapshotRows.read(workspace, snapshot, ref);
            Set<Object> ids = new HashSet<>();
            rows.forEach(row -> ids.add(String.valueOf(row.get("id"))));
            lostNow += table.getValue() - ids.size();
            doubledNow += rows.size() - ids.size();
            partial += manifest.whole() && manifest.sampledRows() == rows.size() ? 0 : 1;
        }
        lost += lostNow;
        doubled += doubledNow;
        Receipt receipt = Objects.requireNonNull(snapshot.manifest().sources().get("shop"))
                .receipt();
        return "lost " + lostNow + ", doubled " + doubledNow + ", runs " + receipt.runs() + ", statements "
                + receipt.statements().stream()
                        .mapToLong(Receipt.Statement::times)
                        .sum() + ", connections "
                + receipt.connections();
    }
}
