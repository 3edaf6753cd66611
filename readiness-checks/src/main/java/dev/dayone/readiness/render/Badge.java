package dev.dayone.readiness.render;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.GateVerdict;
import java.util.Locale;

/** An answer in a word or three, with its tone. */
record Badge(Tone tone, String word) {
    static final Badge LEFT_OUT = new Badge(Tone.NONE, "left out");
    static final Badge NOT_JUDGED = new Badge(Tone.NONE, "not judged");

    static Badge of(GateVerdict verdict) {
        return switch (verdict) {
            case READY -> new Badge(Tone.GOOD, "ready");
            case NOT_READY -> new Badge(Tone.BAD, "not ready");
            case UNDETERMINED -> new Badge(Tone.UNSURE, "not enough evidence");
        };
    }

    static Badge of(CheckVerdict verdict) {
        return switch (verdict) {
            case PASS -> new Badge(Tone.GOOD, "pass");
            case FAIL -> new Badge(Tone.BAD, "fail");
            case UNDETERMINED -> new Badge(Tone.UNSURE, "not enough evidence");
            case NO_ANSWER -> new Badge(Tone.NONE, "could not be measured");
        };
    }

    static Badge of(Severity severity) {
        Tone tone =
                switch (severity) {
                    case BLOCKER -> Tone.BAD;
                    case MAJOR -> Tone.WARN;
                    case MINOR -> Tone.NONE;
                };
        return new Badge(tone, severity.name().toLowerCase(Locale.ROOT));
    }

    /** The sign that stands for the tone where there is no colour. */
    String sign() {
        return tone.sign();
    }

    /** One or two words for narrow columns. */
    String brief() {
        return switch (word) {
            case "not enough evidence" -> "unclear";
            case "could not be measured" -> "no answer";
            default -> word;
        };
    }

    /** The word in capitals, as the verdict is shown. */
    String loud() {
        return word.toUpperCase(Locale.ROOT);
    }

    /** The word with its first letter in upper case. */
    public String title() {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
