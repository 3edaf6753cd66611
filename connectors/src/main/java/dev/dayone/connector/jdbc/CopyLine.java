package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of PostgreSQL's COPY in text format: fields parted by tabs, {@code \N} for NULL, the control characters and
 * the backslash escaped by one.
 */
final class CopyLine {
    private static final int DIGITS_OF_A_LONG = 18;
    /** Whole numbers up to here are doubles without rounding. */
    private static final long EXACT = 1L << 53;

    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private final List<CopyColumn> columns;
    private final FrequentTexts[] texts;
    private byte[] line = new byte[0];
    private int at;

    CopyLine(List<CopyColumn> columns) {
        this.columns = columns;
        this.texts = new FrequentTexts[columns.size()];
        Arrays.setAll(texts, i -> new FrequentTexts());
    }

    /** Fills in the values of a line. */
    void read(byte[] bytes, @Nullable Object[] values) {
        line = bytes;
        at = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = field(columns.get(i).kind(), texts[i]);
        }
    }

    private @Nullable Object field(ColumnType.Kind kind, FrequentTexts known) {
        int start = at;
        boolean escaped = false;
        while (at < line.length && line[at] != '\t' && line[at] != '\n') {
            escaped |= line[at] == '\\';
            at++;
        }
        int end = at;
        at++;
        if (!escaped) {
            return kind == ColumnType.Kind.STRING ? known.text(line, start, end) : value(line, start, end, kind);
        }
        if (end - start == 2 && line[start + 1] == 'N') {
            return null;
        }
        byte[] plain = unescaped(start, end);
        return value(plain, 0, plain.length, kind);
    }

    private byte[] unescaped(int start, int end) {
        byte[] plain = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            byte next = line[i];
            if (next == '\\' && i + 1 < end) {
                i++;
                next = switch (line[i]) {
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'v' -> 0x0b;
                    default -> line[i];
                };
            }
            plain[length++] = next;
        }
        return Arrays.copyOf(plain, length);
    }

    private static Object value(byte[] bytes, int start, int end, ColumnType.Kind kind) {
        return switch (kind) {
            case BIGINT -> whole(bytes, start, end);
            case DECIMAL -> decimal(bytes, start, end);
            case DOUBLE -> number(bytes, start, end);
            case BOOLEAN -> bool(bytes, start, end);
            case STRING, DATE, TIMESTAMP -> text(bytes, start, end);
        };
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static Object bool(byte[] bytes, int start, int end) {
        return end - start == 1 && (bytes[start] == 't' || bytes[start] == 'f')
                ? (Object) (bytes[start] == 't')
                : text(bytes, start, end);
    }

    private static Object whole(byte[] bytes, int start, int end) {
        boolean negative = start < end && bytes[start] == '-';
        int digits = negative ? start + 1 : start;
        if (end - digits > DIGITS_OF_A_LONG) {
            return Long.valueOf(text(bytes, start, end));
        }
        long value = 0;
        for (int i = digits; i < end; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return negative ? -value : value;
    }

    /** Digits with a point between them are a quotient that is rounded once, as the number itself would be. */
    private static Object number(byte[] bytes, int start, int end) {
        boolean negative = start < end && bytes[start] == '-';
        int digits = negative ? start + 1 : start;
        long value = 0;
        int point = end;
        boolean plain = end > digits && end - digits <= DIGITS_OF_A_LONG;
        for (int i = digits; i < end && plain; i++) {
            if (bytes[i] == '.' && point == end) {
                point = i;
            } else {
                plain = bytes[i] >= '0' && bytes[i] <= '9';
                value = value * 10 + (bytes[i] - '0');
            }
        }
        if (!plain || value > EXACT) {
            return Double.valueOf(text(bytes, start, end));
        }
        double number = value / TENS[point == end ? 0 : end - point - 1];
        return negative ? -number : number;
    }

    /** A number with a fixed point; a NaN is a Double. */
    private static Object decimal(byte[] bytes, int start, int end) {
        boolean negative = start < end && bytes[start] == '-';
        int digits = negative ? start + 1 : start;
        if (end - digits > DIGITS_OF_A_LONG || bytes[digits] > '9') {
            String text = text(bytes, start, end);
            return bytes[digits] > '9' ? (Object) Double.valueOf(text) : new BigDecimal(text);
        }
        long value = 0;
        int scale = 0;
        for (int i = digits; i < end; i++) {
            if (bytes[i] == '.') {
                scale = end - i - 1;
            } else {
                value = value * 10 + (bytes[i] - '0');
            }
        }
        return BigDecimal.valueOf(negative ? -value : value, scale);
    }
}
