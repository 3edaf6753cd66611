package dev.dayone.connector.kit;

import dev.dayone.pilot.error.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What became of one check of the kit.
 *
 * @param check its name, such as {@code resumes}
 * @param found what was seen, in a sentence without values of the source
 * @param fault whose fault it was, of a check that could not be made; null: it was made
 */
public record KitResult(
        String check,
        Outcome outcome,
        String found,
        @Nullable Fault fault) {
    /** How a check ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** There is nothing to try it on. */
        SKIPPED,
        /** The source could not be asked. */
        NO_ANSWER
    }

    static KitResult passed(String check, String found) {
        return new KitResult(check, Outcome.PASSED, found, null);
    }

    static KitResult failed(String check, String found) {
        return new KitResult(check, Outcome.FAILED, found, null);
    }

    static KitResult skipped(String check, String why) {
        return new KitResult(check, Outcome.SKIPPED, why, null);
    }
}
