package dev.dayone.readiness.link;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** A way to clean keys on both sides before they are compared. */
record KeyCleaner(String name, UnaryOperator<Column> clean) {
    /** From the keys as they stand to the most cleaned; each does what the one before it does, and more. */
    static final List<KeyCleaner> STEPS = List.of(
            new KeyCleaner("as they stand", key -> key),
            new KeyCleaner("trim", functions::trim),
            new KeyCleaner("trim and lower case", key -> functions.lower(functions.trim(key))));
}
