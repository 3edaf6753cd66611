package dev.dayone.app.console;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in a few words. */
public final class Ago {
    private Ago() {}

    /** Such as {@code 3 days ago}; a moment that is still to come is {@code just now}, for clocks differ. */
    public static String of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return ago(age.toMinutes(), "minute");
        }
        if (age.toDays() < 1) {
            return ago(age.toHours(), "hour");
        }
        if (age.toDays() < 60) {
            return ago(age.toDays(), "day");
        }
        return age.toDays() < 730 ? ago(age.toDays() / 30, "month") : ago(age.toDays() / 365, "year");
    }

    private static String ago(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s") + " ago";
    }
}
