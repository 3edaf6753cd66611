package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.route.doctor.Doctor;
import dev.dayone.route.doctor.SourceDiagnosis;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dayone doctor}: whether a pilot's sources can be read as it says. */
@Command(
        name = "doctor",
        description = {
            "Look at each source without reading rows: is it in reach, may the account write, is a write refused,",
            "which tables are there, what will sampling cost. Ends with 3 when a source is out of reach."
        },
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    private static final int TABLES = 25;

    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Option(names = "--all", description = "Show every table of a source, not the first " + TABLES + " alone.")
    private boolean all;

    @Mixin
    private CommonOptions options;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PilotFile file = PilotLoader.load(pilot.file());
        options.open(file.folder());
        DoctorScreen screen = new DoctorScreen(console, Instant.now(), all ? Integer.MAX_VALUE : TABLES);
        List<SourceDiagnosis> diagnoses = Doctor.examine(file.pilot(), file.folder());
        if (options.json()) {
            console.out()
                    .println(Json.write(
                            diagnoses.stream().map(DoctorCommand::json).toList()));
        } else {
            diagnoses.forEach(diagnosis -> screen.show(
                    diagnosis, file.pilot().source(diagnosis.source()).connector()));
        }
        return diagnoses.stream().mapToInt(DoctorCommand::exitCode).max().orElse(0);
    }

    private static int exitCode(SourceDiagnosis diagnosis) {
        DayoneException failure = diagnosis.failure();
        if (failure != null) {
            return failure.code().fault().exitCode();
        }
        return diagnosis.problems().isEmpty() ? 0 : 2;
    }

    private static Map<String, @Nullable Object> json(SourceDiagnosis diagnosis) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("source", diagnosis.source());
        json.put("probe", diagnosis.probe());
        DayoneException failure = diagnosis.failure();
        json.put(
                "error",
                failure == null
                        ? null
                        : Map.of("code", failure.code().name(), "message", String.valueOf(failure.getMessage())));
        json.put("problems", diagnosis.problems());
        json.put("tables", diagnosis.tables());
        json.put("costs", diagnosis.costs());
        json.put("cost", diagnosis.cost());
        return json;
    }
}
