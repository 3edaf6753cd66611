package dev.dayone.pilot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One question of the verdict. */
public enum GateName {
    DATA("Is the data that the pilot needs there and sound?"),
    LINKS("Do the systems join?"),
    METRICS("Are there three business metrics with a measured baseline and a target?"),
    OWNER("Does someone from the business own the process?"),
    BUDGET("Is the running cost planned and within its limit?"),
    SAFETY("Was every source attached read-only, with proof?");

    private final String question;

    GateName(String question) {
        this.question = question;
    }

    /** The question that the gate answers, in one sentence. */
    public String question() {
        return question;
    }

    /** The name in files: lower case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The gate of a {@link #label()}. */
    @JsonCreator
    public static GateName of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
