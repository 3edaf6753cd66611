package dev.dayone.route.parquet;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Turns one column's plain values into Parquet's; what cannot be kept becomes null and is counted. */
final class ColumnEncoder {
    static final int TEXT_LIMIT = 1_000_000;

    private final String name;
    private final ColumnType type;
    private final int place;
    private final @Nullable UnaryOperator<String> hash;
    private final Alterations alterations;
    private final String field;

    ColumnEncoder(String name, ColumnType type, int place, @Nullable UnaryOperator<String> hash) {
        this.name = name;
        this.type = type;
        this.place = place;
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

    /** Writes the value into its field, or nothing for null. */
    void write(@Nullable Object value, RecordConsumer consumer) {
        if (value == null) {
            return;
        }
        if (hash != null) {
            field(consumer, () -> consumer.addBinary(Binary.fromString(hash.apply(String.valueOf(value)))));
            return;
        }
        switch (type.kind()) {
            case STRING -> text(String.valueOf(value), consumer);
            case BOOLEAN -> field(consumer, () -> consumer.addBoolean(isTrue(value)));
            case BIGINT -> whole(value, consumer);
            case DOUBLE -> number(value, consumer);
            case DECIMAL -> decimal(value, consumer);
            case DATE -> time(Times.days(String.valueOf(value)), consumer);
            case TIMESTAMP -> time(Times.micros(String.valueOf(value)), consumer);
        }
    }

    private void text(String text, RecordConsumer consumer) {
        String kept = text;
        if (text.length() > TEXT_LIMIT) {
            alterations.count(Alterations.TEXT_CUT);
            kept = text.substring(0, TEXT_LIMIT);
        }
        Binary binary = Binary.fromString(kept);
        field(consumer, () -> consumer.addBinary(binary));
    }

    private static boolean isTrue(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof Number number) {
            return number.longValue() != 0;
        }
        String text = String.valueOf(value);
        return text.equals("1") || text.equalsIgnoreCase("true") || text.equals("t");
    }

    private void whole(Object value, RecordConsumer consumer) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            long whole = ((Number) value).longValue();
            field(consumer, () -> consumer.addLong(whole));
            return;
        }
        BigDecimal number = number(value);
        if (number == null
                || number.stripTrailingZeros().scale() > 0
                || number.toBigInteger().bitLength() > 63) {
            alterations.count(Alterations.OUT_OF_RANGE);
            return;
        }
        field(consumer, () -> consumer.addLong(number.longValue()));
    }

    private void number(Object value, RecordConsumer consumer) {
        double number;
        try {
            // A float through its text: 0.1 stays 0.1.
            number = value instanceof Double exact ? exact : Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number)) {
            alterations.count(Alterations.OUT_OF_RANGE);
            return;
        }
        double kept = number;
        field(consumer, () -> consumer.addDouble(kept));
    }

    private void decimal(Object value, RecordConsumer consumer) {
        BigDecimal number = number(value);
        BigDecimal scaled = number == null ? null : number.setScale(type.scale(), RoundingMode.HALF_UP);
        if (scaled == null || scaled.precision() > type.precision()) {
            alterations.count(Alterations.OUT_OF_RANGE);
            return;
        }
        BigInteger unscaled = scaled.unscaledValue();
        if (type.precision() <= 9) {
            field(consumer, () -> consumer.addInteger(unscaled.intValue()));
        } else if (type.precision() <= 18) {
            field(consumer, () -> consumer.addLong(unscaled.longValue()));
        } else {
            byte[] given = unscaled.toByteArray();
            byte[] padded = new byte[bytes()];
            Arrays.fill(padded, unscaled.signum() < 0 ? (byte) -1 : 0);
            System.arraycopy(given, 0, padded, padded.length - given.length, given.length);
            field(consumer, () -> consumer.addBinary(Binary.fromConstantByteArray(padded)));
        }
    }

    private void time(long time, RecordConsumer consumer) {
        if (time == Times.ZERO || time == Times.OUTSIDE) {
            alterations.count(time == Times.ZERO ? Alterations.ZERO_DATE : Alterations.OUT_OF_RANGE);
            return;
        }
        if (type.kind() == ColumnType.Kind.DATE) {
            field(consumer, () -> consumer.addInteger((int) time));
        } else {
            field(consumer, () -> consumer.addLong(time));
        }
    }

    private void field(RecordConsumer consumer, Runnable value) {
        consumer.startField(field, place);
        value.run();
        consumer.endField(field, place);
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
