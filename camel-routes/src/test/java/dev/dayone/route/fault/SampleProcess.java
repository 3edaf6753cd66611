package dev.dayone.route.fault;

import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.route.sampling.Cancellation;
import dev.dayone.route.sampling.RetryPolicy;
import dev.dayone.route.sampling.SampleListener;
import dev.dayone.route.sampling.Sampler;
import dev.dayone.route.sampling.SamplingRequest;
import dev.dayone.route.sampling.Timing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Not a test: samples the tables of a PostgreSQL database into a workspace, in a process of its own that can be killed.
 * Says {@code rows N} as they come, and {@code done} or the failure's code at the end.
 */
public final class SampleProcess {
    private static final int ROWS_A_PAGE = 1_000;

    private SampleProcess() {}

    /** Arguments: folder, port, database, tables. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        List<String> tables = List.of(arguments).subList(3, arguments.length);
        try {
            Sampler.sample(
                    request(folder, pilot(Integer.parseInt(arguments[1]), arguments[2], tables), 7, Timing.SYSTEM),
                    new SampleListener() {
                        @Override
                        public void rows(TableRef table, long rowsSoFar) {
                            say("rows " + rowsSoFar);
                        }
                    });
            say("done");
            System.exit(0);
        } catch (DayoneException e) {
            say(e.code().name());
            System.exit(e.code().fault().exitCode());
        }
    }

    /** A request that retries little, so that a fault soon shows. */
    public static SamplingRequest request(Path folder, Pilot pilot, long seed, Timing timing) {
        return new SamplingRequest(
                pilot,
                folder,
                new Workspace(folder.resolve("work")),
                "test",
                new SamplingRequest.Settings(
                        new RetryPolicy(2, Duration.ofMillis(50)), seed, new Cancellation(), timing));
    }

    /** A pilot that reads all of some tables in pages of a thousand rows or so, at about ten pages a second. */
    public static Pilot pilot(int port, String database, List<String> tables) {
        Map<String, TableSelection> selections = new LinkedHashMap<>();
        tables.forEach(table -> selections.put(
                table,
                new TableSelection(
                        new Sample(SampleMethod.ALL, 1, null), Set.of(), Set.of(), Set.of(), Set.of(), false)));
        Parameters parameters = new Parameters(Map.of(
                "host", "localhost",
                "port", String.valueOf(port),
                "database", database,
                "username", "postgres",
                "password", "postgres",
                "tls", "disable"));
        Limits limits = new Limits(1, ROWS_A_PAGE * 5, 10_000_000, Duration.ofSeconds(5), Duration.ofSeconds(2));
        Source source = new Source("shop", "postgresql", parameters, limits, selections, true);
        return new Pilot(
                "test",
                "",
                null,
                null,
                Map.of("shop", source),
                null,
                Map.of(),
                Map.of(),
                List.of(),
                Set.of(),
                null,
                Duration.ofDays(7));
    }

    /** Starts such a process. */
    public static Process start(Path folder, int port, String database, List<String> tables) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SampleProcess.class.getName(),
                folder.toString(),
                String.valueOf(port),
                database));
        command.addAll(tables);
        return new ProcessBuilder(command)
                .redirectError(new File(folder.toFile(), "process.log"))
                .start();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
