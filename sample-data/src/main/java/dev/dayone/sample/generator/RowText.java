package dev.dayone.sample.generator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Rows as tab-separated text, escaped as both PostgreSQL's COPY and MariaDB's LOAD DATA read it by default: {@code \N}
 * for null, a backslash before tab, line feed and backslash.
 */
public final class RowText {
    private static final long SECONDS_A_DAY = 86_400;

    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean rowOpen;
    private long cachedDay = Long.MIN_VALUE;
    private String cachedDate = "";

    private StringBuilder field() {
        if (rowOpen) {
            text.append('\t');
        }
        rowOpen = true;
        return text;
    }

    RowText add(long value) {
        field().append(value);
        return this;
    }

    RowText add(boolean value) {
        field().append(value ? '1' : '0');
        return this;
    }

    RowText add(BigDecimal value) {
        field().append(value.toPlainString());
        return this;
    }

    RowText add(LocalDate value) {
        field().append(value);
        return this;
    }

    RowText add(@Nullable String value) {
        StringBuilder out = field();
        if (value == null) {
            out.append("\\N");
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\\' -> out.append("\\\\");
                default -> out.append(c);
            }
        }
        return this;
    }

    RowText addNull() {
        field().append("\\N");
        return this;
    }

    /** A moment without a zone: {@code 2026-01-31 14:05:00}. */
    RowText addClock(long epochSecond) {
        long day = Math.floorDiv(epochSecond, SECONDS_A_DAY);
        if (day != cachedDay) {
            cachedDay = day;
            cachedDate = LocalDate.ofEpochDay(day).toString();
        }
        int second = (int) Math.floorMod(epochSecond, SECONDS_A_DAY);
        StringBuilder out = field().append(cachedDate).append(' ');
        two(out, second / 3600).append(':');
        two(out, second / 60 % 60).append(':');
        two(out, second % 60);
        return this;
    }

    /** A moment in UTC: {@code 2026-01-31 14:05:00+00}. */
    RowText addInstant(long epochSecond) {
        addClock(epochSecond);
        text.append("+00");
        return this;
    }

    private static StringBuilder two(StringBuilder out, int value) {
        return out.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    void end() {
        text.append('\n');
        rowOpen = false;
    }

    /** How many characters are held. */
    public int length() {
        return text.length();
    }

    /** What is held; afterwards nothing is. */
    public String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }
}
