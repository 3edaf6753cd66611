package dev.dayone.route.parquet;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Turns one column's plain values into Parquet's; what cannot be kept becomes null and is counted. */
final class ColumnEncoder {
    static final int TEXT_LIMIT = 1_000_000;

    private static final Set<String> TRUE = Set.of("1", "true", "t", "yes", "y");
    private static final Set<String> FALSE = Set.of("0", "false", "f", "no", "n");

    private final String name;
    private final ColumnType type;
    private final @Nullable UnaryOperator<String> hash;
    private final Alterations alterations;
    private final String field;

    ColumnEncoder(String name, ColumnType type, int place, @Nullable UnaryOperator<String> hash) {
        this.name = name;
        this.type = type;
        this.field = "c" + place;
        this.hash = hash;
        this.alterations = new Alterations(name);
    }

    String name() {
        return name;
    }

    List<Alteration> alterations() {
        return alterations.list();
    }

    /** The column in the file: known by its place, for no name of a source is safe in every reader. */
    Type schema() {
        return switch (type.kind()) {
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(field);
            case BIGINT -> Types.optional(PrimitiveTypeName.INT64).named(field);
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(field);
            case STRING ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(field);
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(field);
            case TIMESTAMP ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
                        .named(field);
            case DECIMAL -> decimalSchema(field);
        };
    }

    private Type decimalSchema(String field) {
        LogicalTypeAnnotation decimal = LogicalTypeAnnotation.decimalType(type.scale(), type.precision());
        if (type.precision() <= 9) {
            return Types.optional(PrimitiveTypeName.INT32).as(decimal).named(field);
        }
        if (type.precision() <= 18) {
            return Types.optional(PrimitiveTypeName.INT64).as(decimal).named(field);
        }
        return Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                .length(bytes())
                .as(decimal)
                .named(field);
    }

    private int bytes() {
        return BigInteger.TEN.pow(type.precision()).bitLength() / 8 + 1;
    }

    /** Writes the value, or null; answers its weight: 1 for each 4,096 characters. */
    int write(@Nullable Object value, ColumnPages pages) throws IOException {
        if (value == null) {
            pages.addNull();
            return 0;
        }
        if (hash != null) {
            text(hash.apply(String.valueOf(value)), pages);
            return 0;
        }
        switch (type.kind()) {
            case STRING -> {
                String text = value instanceof String given ? given : String.valueOf(value);
                text(text, pages);
                return text.length() >> 12;
            }
            case BOOLEAN -> truth(value, pages);
            case BIGINT -> whole(value, pages);
            case DOUBLE -> number(value, pages);
            case DECIMAL -> decimal(value, pages);
            case DATE -> time(Times.days(String.valueOf(value)), pages);
            case TIMESTAMP -> time(Times.micros(String.valueOf(value)), pages);
        }
        return 0;
    }

    private void text(String text, ColumnPages pages) throws IOException {
        String kept = text;
        if (text.length() > TEXT_LIMIT) {
            alterations.count(Alterations.TEXT_CUT);
            kept = text.substring(0, TEXT_LIMIT);
        }
        pages.add(kept);
    }

    private void truth(Object value, ColumnPages pages) throws IOException {
        if (value instanceof Boolean bool) {
            pages.add(bool.booleanValue());
            return;
        }
        if (value instanceof Number number) {
            pages.add(number.longValue() != 0);
            return;
        }
        String text = String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(text) || FALSE.contains(text)) {
            pages.add(TRUE.contains(text));
        } else {
            lost(Alterations.OUT_OF_RANGE, pages);
        }
    }

    private void whole(Object value, ColumnPages pages) throws IOException {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            pages.add(((Number) value).longValue());
            return;
        }
        BigDecimal number = number(value);
        if (number == null
                || number.stripTrailingZeros().scale() > 0
                || number.toBigInteger().bitLength() > 63) {
            lost(Alterations.OUT_OF_RANGE, pages);
            return;
        }
        pages.add(number.longValue());
    }

    private void number(Object value, ColumnPages pages) throws IOException {
        double number;
        try {
            // A float through its text: 0.1 stays 0.1.
            number = value instanceof Double exact ? exact : Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (Double.isFinite(number)) {
            pages.add(number);
        } else {
            lost(Alterations.OUT_OF_RANGE, pages);
        }
    }

    private void decimal(Object value, ColumnPages pages) throws IOException {
        BigDecimal number = number(value);
        BigDecimal scaled = number == null ? null : number.setScale(type.scale(), RoundingMode.HALF_UP);
        if (scaled == null || scaled.precision() > type.precision()) {
            lost(Alterations.OUT_OF_RANGE, pages);
            return;
        }
        if (number != null && scaled.compareTo(number) != 0) {
            alterations.count(Alterations.ROUNDED);
        }
        if (type.precision() <= 9) {
            pages.add(scaled.unscaledValue().intValue());
        } else if (type.precision() <= 18) {
            pages.add(scaled.unscaledValue().longValue());
        } else {
            byte[] given = scaled.unscaledValue().toByteArray();
            byte[] padded = new byte[bytes()];
            Arrays.fill(padded, scaled.signum() < 0 ? (byte) -1 : 0);
            System.arraycopy(given, 0, padded, padded.length - given.length, given.length);
            pages.add(padded);
        }
    }

    private void time(long time, ColumnPages pages) throws IOException {
        if (time == Times.ZERO || time == Times.OUTSIDE) {
            lost(time == Times.ZERO ? Alterations.ZERO_DATE : Alterations.OUT_OF_RANGE, pages);
        } else if (type.kind() == ColumnType.Kind.DATE) {
            pages.add((int) time);
        } else {
            pages.add(time);
        }
    }

    private void lost(String kind, ColumnPages pages) throws IOException {
        alterations.count(kind);
        pages.addNull();
    }

    private static @Nullable BigDecimal number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        try {
            return new BigDecimal(String.valueOf(value).strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
