package dev.dayone.readiness.link;

import dev.dayone.pilot.snapshot.ColumnType;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A key as text, so that systems that keep the same key as a number here and as text there can be joined: whole numbers
 * as their digits, decimals and doubles without trailing zeros, dates and times in ISO form (UTC). Text stays as it is:
 * {@code 042} and {@code 42} are two keys.
 */
public final class KeyText {
    private KeyText() {}

    /** The text; null where there is no key or only blanks. */
    public static Column of(Column key, ColumnType type) {
        Column text =
                switch (type.kind()) {
                    case DOUBLE -> plain(key.cast("decimal(38,10)").cast("string"));
                    case DECIMAL -> type.scale() == 0 ? key.cast("string") : plain(key.cast("string"));
                    case BOOLEAN, BIGINT, STRING, DATE, TIMESTAMP -> key.cast("string");
                };
        return functions.when(functions.trim(text).notEqual(""), text);
    }

    private static Column plain(Column number) {
        return functions.regexp_replace(number, "\\.?0+$", "");
    }
}
