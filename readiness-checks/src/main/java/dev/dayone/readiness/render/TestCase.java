package dev.dayone.readiness.render;

import dev.dayone.pilot.report.CheckVerdict;

/**
 * One answer as a build server sees it.
 *
 * @param message why it did not pass, in a sentence
 * @param detail lines below the message
 */
record TestCase(String name, Outcome outcome, String message, String detail) {
    /** What a build server can tell apart. */
    enum Outcome {
        PASSED,
        FAILED,
        ERROR,
        SKIPPED;

        static Outcome of(CheckVerdict verdict) {
            return switch (verdict) {
                case PASS -> PASSED;
                case FAIL -> FAILED;
                case NO_ANSWER -> ERROR;
                case UNDETERMINED -> SKIPPED;
            };
        }
    }
}
