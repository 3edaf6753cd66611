package dev.dayone.connector.file;

import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The narrowest type that keeps every value seen of a column as it is. A number with leading zeros, or of more digits than
 * a double holds, is a text; dates and times are such in ISO form alone.
 */
final class TypeGuess {
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9]\\d{0,18})");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-]\\d{2}(:\\d{2})?)?");
    private static final int DIGITS = 15;

    private final boolean numbersInTexts;
    private final Set<ColumnType.Kind> possible = EnumSet.complementOf(EnumSet.of(ColumnType.Kind.DECIMAL));
    private boolean any;

    private TypeGuess(boolean numbersInTexts) {
        this.numbersInTexts = numbersInTexts;
    }

    /** For a format whose values are all texts. */
    static TypeGuess ofTexts() {
        return new TypeGuess(true);
    }

    /** For a format that tells numbers and truth values from texts. */
    static TypeGuess ofValues() {
        return new TypeGuess(false);
    }

    /** Takes a value into account. */
    void add(Object value) {
        if (numbersInTexts && value instanceof String text && text.isBlank()) {
            // Nothing, to a column of another type.
            return;
        }
        if (possible.size() > 1) {
            Set<ColumnType.Kind> kinds = value instanceof String text ? texts(text) : scalars(value);
            possible.retainAll(kinds);
        }
        any = true;
    }

    /** The type; text where there was no value. */
    ColumnType type() {
        if (!any) {
            return ColumnType.STRING;
        }
        for (ColumnType type : new ColumnType[] {
            ColumnType.BOOLEAN, ColumnType.BIGINT, ColumnType.DOUBLE, ColumnType.DATE, ColumnType.TIMESTAMP
        }) {
            if (possible.contains(type.kind())) {
                return type;
            }
        }
        return ColumnType.STRING;
    }

    private Set<ColumnType.Kind> texts(String text) {
        Set<ColumnType.Kind> kinds = EnumSet.of(ColumnType.Kind.STRING);
        if (isDate(text)) {
            kinds.add(ColumnType.Kind.DATE);
            kinds.add(ColumnType.Kind.TIMESTAMP);
        } else if (isTime(text)) {
            kinds.add(ColumnType.Kind.TIMESTAMP);
        } else if (numbersInTexts) {
            kinds.addAll(numbers(text));
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                kinds.add(ColumnType.Kind.BOOLEAN);
            }
        }
        return kinds;
    }

    private static Set<ColumnType.Kind> scalars(Object value) {
        if (value instanceof Boolean) {
            return EnumSet.of(ColumnType.Kind.BOOLEAN, ColumnType.Kind.STRING);
        }
        Set<ColumnType.Kind> kinds = numbers(String.valueOf(value));
        kinds.add(ColumnType.Kind.STRING);
        return kinds;
    }

    private static Set<ColumnType.Kind> numbers(String text) {
        Set<ColumnType.Kind> kinds = EnumSet.noneOf(ColumnType.Kind.class);
        if (!NUMBER.matcher(text).matches()) {
            return kinds;
        }
        if (WHOLE.matcher(text).matches() && new BigInteger(text).bitLength() < Long.SIZE) {
            kinds.add(ColumnType.Kind.BIGINT);
        }
        if (text.chars().filter(Character::isDigit).count() <= DIGITS) {
            kinds.add(ColumnType.Kind.DOUBLE);
        }
        return kinds;
    }

    private static boolean isTime(String text) {
        return TIME.matcher(text).matches() && isDate(text.substring(0, 10));
    }

    /** A day that there is, or one that stands for none. */
    private static boolean isDate(String text) {
        if (!DATE.matcher(text).matches()) {
            return false;
        }
        if (text.equals("0000-00-00")) {
            return true;
        }
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
