package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.app.console.TextTable;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.route.doctor.Doctor;
import dev.dayone.route.doctor.SourceDiagnosis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dayone doctor}: whether a pilot's sources can be read as it says. */
@Command(
        name = "doctor",
        description = "Look at each source without reading rows: reachable? which rights? which tables?",
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Mixin
    private CommonOptions options;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PilotFile file = PilotLoader.load(pilot.file());
        options.open(file.folder());
        List<SourceDiagnosis> diagnoses = Doctor.examine(file.pilot(), file.folder());
        if (options.json()) {
            console.out()
                    .println(Json.write(
                            diagnoses.stream().map(DoctorCommand::json).toList()));
        } else {
            diagnoses.forEach(diagnosis -> show(diagnosis, file));
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

    private void show(SourceDiagnosis diagnosis, PilotFile file) {
        console.out()
                .println(diagnosis.source() + " ("
                        + file.pilot().source(diagnosis.source()).connector() + ")");
        Probe probe = diagnosis.probe();
        if (probe == null) {
            DayoneException failure = diagnosis.failure();
            console.out().println("  " + (failure == null ? "no answer" : failure.line()));
            console.out().println();
            return;
        }
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(
                "  server",
                probe.product() + " " + probe.version() + ", time zone " + probe.timeZone() + ", "
                        + probe.latencyMillis() + " ms away"));
        facts.add(List.of("  account", rights(probe)));
        facts.add(List.of("  session", probe.readOnlySession()));
        for (int i = 0; i < diagnosis.problems().size(); i++) {
            facts.add(List.of(
                    i == 0 ? "  problems" : "", diagnosis.problems().get(i).text()));
        }
        console.out().print(TextTable.render(facts, console.columns()));
        List<List<String>> tables = new ArrayList<>();
        for (TableInfo table : diagnosis.tables()) {
            Long rows = table.approximateRows();
            tables.add(List.of(
                    "  " + table.name(),
                    table.kind(),
                    rows == null ? "?" : String.format(Locale.ROOT, "%,d", rows),
                    String.valueOf(table.columns().size()),
                    table.key().isEmpty() ? "none" : String.join(", ", table.key())));
        }
        console.out().println();
        console.out()
                .print(TextTable.render(
                        List.of("  TABLE", "KIND", "ROWS (ABOUT)", "COLUMNS", "KEY"), tables, console.columns()));
        console.out().println();
    }

    private static String rights(Probe probe) {
        String account = "'" + probe.account() + "' ";
        Boolean canWrite = probe.canWrite();
        if (canWrite == null) {
            return account + "may do what could not be told: the safety gate stays undetermined.";
        }
        return canWrite
                ? account + "CAN WRITE (" + String.join(", ", probe.writeRights())
                        + "): the safety gate will be closed. Use an account that can only SELECT."
                : account + "can only read.";
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
        return json;
    }
}
