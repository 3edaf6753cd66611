package dev.dayone.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.app.command.RootCommand;
import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a command line came to. */
record Outcome(int exitCode, String out, String err) {
    /** Runs a command line in this process. */
    static Outcome of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = RootCommand.commandLine(new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        100))
                .execute(args);
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What a command says, with the lines that the log sends to the process's own standard error. */
    static Outcome withLog(String... command) {
        PrintStream usual = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            Outcome outcome = of(command);
            return new Outcome(
                    outcome.exitCode(), outcome.out(), outcome.err() + logged.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(usual);
        }
    }

    JsonNode json() {
        try {
            return Json.MAPPER.readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + out + err, e);
        }
    }
}
