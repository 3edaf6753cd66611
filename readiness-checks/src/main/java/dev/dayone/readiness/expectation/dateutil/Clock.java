package dev.dayone.readiness.expectation.dateutil;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The time of day and the zone that a text has said so far. */
final class Clock {
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private @Nullable Integer hour;
    private @Nullable Integer minute;
    private @Nullable Integer second;
    private @Nullable String zone;
    private boolean offset;

    /** Whether the hour was said. */
    boolean isSaid() {
        return hour != null;
    }

    /** Whether anything was said. */
    boolean isAnything() {
        return hour != null || minute != null || second != null || zone != null || offset;
    }

    void hour(int value) {
        hour = value;
    }

    void minute(int value) {
        minute = value;
    }

    /** Minutes, of which a part is seconds. */
    void minutes(BigDecimal value) {
        minute = Members.whole(value);
        BigDecimal part = value.remainder(BigDecimal.ONE);
        second =
                part.signum() == 0 ? null : Integer.valueOf(part.multiply(SIXTY).intValue());
    }

    /** Seconds as they are written, with a part or without. */
    void seconds(String written) {
        int dot = written.indexOf('.');
        second = Members.integer(dot < 0 ? written : written.substring(0, dot));
        if (dot >= 0) {
            Members.integer((written.substring(dot + 1) + "000000").substring(0, 6));
        }
    }

    /** A number with its unit: 0 for hours, 1 for minutes, 2 for seconds; others say nothing. */
    void unit(int unit, String written, BigDecimal value) {
        if (unit == 0) {
            hour = Members.whole(value);
            BigDecimal part = value.remainder(BigDecimal.ONE);
            minute = part.signum() == 0
                    ? minute
                    : Integer.valueOf(part.multiply(SIXTY).intValue());
        } else if (unit == 1) {
            minutes(value);
        } else if (unit == 2) {
            seconds(written);
        }
    }

    /** An hour of twelve; 0 before noon, 1 after. */
    void half(int half, int of) {
        boolean midnight = half == 0 && of == 12;
        hour = (half == 1 && of < 12) ? Integer.valueOf(of + 12) : Integer.valueOf(midnight ? 0 : of);
    }

    /** The half of the hour that was said. Throws {@link NotADate} if that is none of twelve. */
    void half(int half) {
        if (hour == null || hour > 12) {
            throw new NotADate();
        }
        half(half, hour);
    }

    boolean takesZone(String word) {
        return hour != null && zone == null && !offset && Words.isZone(word);
    }

    /** Whether a zone's name may follow an offset. */
    boolean takesZoneBehindOffset(String word) {
        return hour != null && zone == null && Words.isZone(word);
    }

    void zone(@Nullable String word) {
        zone = word;
        offset = "z".equals(word);
    }

    void namedZone(String word) {
        zone = word;
    }

    /** A zone's name with a sign behind it is no offset yet. */
    void zoneWithSign(String word) {
        zone = Words.isUtc(word) ? null : word;
        offset = false;
    }

    void offset() {
        offset = true;
    }

    boolean isTime() {
        return within(hour, 23) && within(minute, 59) && within(second, 59);
    }

    private static boolean within(@Nullable Integer value, int most) {
        return value == null || value <= most;
    }
}
