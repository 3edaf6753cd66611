package dev.dayone.readiness.profile;

import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;

/** Writes a value's key as people read it: plain numbers, ISO dates and times in UTC. */
final class NumberText {
    private static final long MICROS = 1_000_000L;
    private static final MathContext BOUND = new MathContext(12);
    private final ColumnType type;

    NumberText(ColumnType type) {
        this.type = type;
    }

    String of(long key) {
        return switch (type.kind()) {
            case BOOLEAN -> key == 0 ? "false" : "true";
            case DATE -> LocalDate.ofEpochDay(key).toString();
            case TIMESTAMP ->
                Instant.ofEpochSecond(Math.floorDiv(key, MICROS), Math.floorMod(key, MICROS) * 1000)
                        .toString();
            case DECIMAL -> BigDecimal.valueOf(key, type.scale()).toPlainString();
            case DOUBLE -> plain(Double.longBitsToDouble(key));
            case BIGINT, STRING -> Long.toString(key);
        };
    }

    /** A bound of a bin, which need not be a value of the type. */
    String bound(double number) {
        return switch (type.kind()) {
            case DATE, TIMESTAMP -> of(Math.round(number));
            case BOOLEAN, BIGINT, DOUBLE, DECIMAL, STRING ->
                new BigDecimal(number).round(BOUND).stripTrailingZeros().toPlainString();
        };
    }

    private static String plain(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        double size = Math.abs(number);
        boolean ordinary = size == 0 || (size >= 1e-6 && size < 1e16);
        return ordinary ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() : Double.toString(number);
    }
}
