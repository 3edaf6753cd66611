package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Two bounds of a column's own type; null: none on that side. */
record Ends(@Nullable Comparable<?> min, @Nullable Comparable<?> max, boolean strictMin, boolean strictMax) {
    /** Texts are profiled up to 200 bytes. */
    private static final int WHOLE_TEXT = 190;

    /** Those that a check has. Throws {@link WrongCheckException} for one that is no value of the column. */
    static Ends of(Arguments arguments, int column) {
        Object min = arguments.value("min_value");
        Object max = arguments.value("max_value");
        ColumnInfo info = arguments.info(column);
        return new Ends(
                min == null ? null : Literals.value(min, info),
                max == null ? null : Literals.value(max, info),
                arguments.flag("strict_min"),
                arguments.flag("strict_max"));
    }

    boolean below(Object value) {
        return min != null && (strictMin ? compared(value, min) <= 0 : compared(value, min) < 0);
    }

    boolean above(Object value) {
        return max != null && (strictMax ? compared(value, max) >= 0 : compared(value, max) > 0);
    }

    /** Whether a column's profile proves that all its values lie between them; texts Spark orders otherwise than Java. */
    boolean hold(ColumnProfile profile, ColumnInfo info) {
        if (info.type().kind() == ColumnType.Kind.STRING) {
            return false;
        }
        Object least = extreme(profile, info, false);
        Object greatest = extreme(profile, info, true);
        return least != null && greatest != null && !below(least) && !above(greatest);
    }

    /** The least or the greatest value as its profile has it; null: it does not say it to the last digit or letter. */
    static @Nullable Object extreme(ColumnProfile profile, ColumnInfo info, boolean greatest) {
        String text = greatest ? profile.max() : profile.min();
        ColumnDetail detail = profile.detail();
        if (text == null || detail == null) {
            return null;
        }
        ColumnType.Kind kind = info.type().kind();
        ColumnDetail.NumberDetail numbers = detail.numbers();
        boolean told =
                switch (kind) {
                    case STRING ->
                        text.indexOf('\uFFFD') < 0 && text.getBytes(StandardCharsets.UTF_8).length < WHOLE_TEXT;
                    // NaN is greater than any number to Spark; the profile leaves it out.
                    case DOUBLE -> numbers != null && numbers.nonFinite() == 0;
                    case BOOLEAN, BIGINT, DECIMAL, DATE, TIMESTAMP -> true;
                };
        try {
            return told ? Literals.value(text, info) : null;
        } catch (WrongCheckException e) {
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    private static int compared(Object value, Comparable<?> bound) {
        return ((Comparable<Object>) value).compareTo(bound);
    }
}
