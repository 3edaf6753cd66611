package dev.dayone.pilot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How rows are chosen. */
public enum SampleMethod {
    /** Every row, up to the source's row limit. */
    ALL,
    /** The rows with the highest key, or the latest in the column named by {@code by}. */
    LATEST,
    /** Rows drawn evenly over the key's range, never by {@code ORDER BY random()}. */
    RANDOM,
    /** The rows whose key stands in the sampled rows of the tables that the flow comes from: joins are exact on them. */
    LINKED;

    /** The name in files: lower case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method of a {@link #label()}. */
    @JsonCreator
    public static SampleMethod of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
