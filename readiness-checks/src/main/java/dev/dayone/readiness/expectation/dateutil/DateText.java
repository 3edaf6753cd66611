package dev.dayone.readiness.expectation.dateutil;

import java.time.LocalDate;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text is a date or time as {@code parse} of Python's dateutil 2.9 reads it: English words, the month before the
 * day where both may be, what is left out taken from a day that is given.
 */
public final class DateText implements UDF1<String, Boolean> {
    private static final long serialVersionUID = 1L;

    private final LocalDate today;

    /** With the day whose year, month and day stand in for those that a text leaves out. */
    public DateText(LocalDate today) {
        this.today = today;
    }

    @Override
    public Boolean call(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            return new Reading(Tokens.of(text)).result().isDate(today);
        } catch (NotADate e) {
            return false;
        }
    }
}
