package dev.dayone.app.console;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Turns failures into one message and an exit code; stack traces go to the log alone. */
public final class Failures {
    private static final int MOST_CAUSES = 10;

    private Failures() {}

    /** Says what failed, as JSON to {@code out} too if asked, and answers the exit code. */
    public static int tell(Console console, boolean json, Throwable failure, String log) {
        if (failure instanceof DayoneException known) {
            LoggerFactory.getLogger(Failures.class).warn("{} Caused by {}", known.line(), causes(known));
            say(console, json, known.code(), String.valueOf(known.getMessage()));
            for (Throwable other : known.getSuppressed()) {
                // Sources are read side by side: each that failed is to be mended.
                console.say(
                        other instanceof DayoneException more
                                ? more.line()
                                : ErrorCode.INTERNAL + ": " + other.getClass().getSimpleName());
            }
            return known.code().fault().exitCode();
        }
        LoggerFactory.getLogger(Failures.class).error("A fault of dayone: {}", causes(failure));
        say(
                console,
                json,
                ErrorCode.INTERNAL,
                "Cannot go on: a fault of dayone (" + failure.getClass().getSimpleName() + "). Please report it"
                        + (log.isEmpty() ? "." : ", with the log '" + log + "'."));
        return ErrorCode.INTERNAL.fault().exitCode();
    }

    /** The classes of the causes and where they were thrown: what drivers say may hold values. */
    private static String causes(Throwable failure) {
        StringBuilder causes = new StringBuilder();
        Throwable at = failure;
        for (int depth = 0; at != null && depth < MOST_CAUSES; depth++) {
            StackTraceElement[] frames = at.getStackTrace();
            causes.append(depth == 0 ? "" : " < ").append(at.getClass().getName());
            causes.append(frames.length == 0 ? "" : " at " + frames[0]);
            at = at.getCause();
        }
        return causes.toString();
    }

    private static void say(Console console, boolean json, ErrorCode code, String message) {
        console.say(code + ": " + message);
        if (json) {
            console.out().println(Json.write(Map.of("error", Map.of("code", code.name(), "message", message))));
        }
    }
}
