package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.ColumnType.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** Times as milliseconds since 1970, in UTC. Text is read where it is in ISO form; without a zone it is taken as UTC. */
final class Moments {
    /** No time, or one that stands for none. */
    static final long NONE = Long.MIN_VALUE;

    static final long DAY = 86_400_000;

    private static final int EARLIEST = 1901;
    private static final int LATEST = 2200;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"
            + "(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private Moments() {}

    /** A column's text for {@link #of}. */
    static Column text(Column time, ColumnType type) {
        return switch (type.kind()) {
            case TIMESTAMP -> functions.unix_millis(time).cast("string");
            case DATE -> functions.unix_date(time).cast("string");
            case BOOLEAN, BIGINT, DOUBLE, DECIMAL, STRING -> time.cast("string");
        };
    }

    static long of(@Nullable String text, Kind kind) {
        if (text == null) {
            return NONE;
        }
        long millis =
                switch (kind) {
                    case TIMESTAMP -> Long.parseLong(text);
                    case DATE -> Long.parseLong(text) * DAY;
                    case BOOLEAN, BIGINT, DOUBLE, DECIMAL, STRING -> parsed(text.strip());
                };
        // Days from which on nothing was, and those that stand for no value.
        boolean told = millis > LocalDate.of(EARLIEST, 1, 1).toEpochDay() * DAY
                && millis < LocalDate.of(LATEST, 1, 1).toEpochDay() * DAY;
        return told && Math.floorDiv(millis, DAY) != 0 ? millis : NONE;
    }

    private static long parsed(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return NONE;
        }
        try {
            LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            LocalDateTime time = day.atTime(number(iso, 4), number(iso, 5), number(iso, 6));
            String zone = iso.group(8);
            ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
            return time.toEpochSecond(offset) * 1000;
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static int number(Matcher iso, int group) {
        String digits = iso.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
