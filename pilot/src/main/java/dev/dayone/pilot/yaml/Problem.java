package dev.dayone.pilot.yaml;

import java.util.Comparator;

/** Something wrong in a file: where, which key, and what. */
public record Problem(Place place, String key, String message) {
    /** As they stand in the file. */
    public static final Comparator<Problem> IN_ORDER = Comparator.comparingInt(
                    (Problem p) -> p.place().line())
            .thenComparingInt(p -> p.place().column())
            .thenComparing(Problem::message);

    /** On one line, with the file's name and the place. */
    public String line(String file) {
        String where = file + ":" + place.line() + ":" + place.column() + ": ";
        return where + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
