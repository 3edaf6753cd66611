package dev.dayone.connector.file;

import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Parquet's values as a page holds them: times as ISO texts in UTC, binaries as their length. */
final class ParquetValues {
    private static final long JULIAN_DAY_OF_1970 = 2_440_588;

    private ParquetValues() {}

    static ColumnType type(PrimitiveType field) {
        LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return decimal.getPrecision() > 38
                    ? ColumnType.STRING
                    : ColumnType.decimal(decimal.getPrecision(), decimal.getScale());
        }
        return switch (field.getPrimitiveTypeName()) {
            case BOOLEAN -> ColumnType.BOOLEAN;
            case FLOAT, DOUBLE -> ColumnType.DOUBLE;
            case INT96 -> ColumnType.TIMESTAMP;
            case INT32, INT64 -> whole(logical);
            case BINARY, FIXED_LEN_BYTE_ARRAY -> isText(logical) ? ColumnType.STRING : ColumnType.BIGINT;
        };
    }

    private static ColumnType whole(@Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return ColumnType.DATE;
        }
        if (logical instanceof TimestampLogicalTypeAnnotation) {
            return ColumnType.TIMESTAMP;
        }
        if (logical instanceof TimeLogicalTypeAnnotation) {
            return ColumnType.STRING;
        }
        boolean beyond = logical instanceof IntLogicalTypeAnnotation number
                && !number.isSigned()
                && number.getBitWidth() == Long.SIZE;
        return beyond ? ColumnType.decimal(20, 0) : ColumnType.BIGINT;
    }

    private static boolean isText(@Nullable LogicalTypeAnnotation logical) {
        return logical != null
                && !(logical instanceof LogicalTypeAnnotation.BsonLogicalTypeAnnotation)
                && !(logical instanceof LogicalTypeAnnotation.IntervalLogicalTypeAnnotation);
    }

    /** The value of a field at a place among its repetitions. */
    static @Nullable Object value(Group group, PrimitiveType field, int at) {
        String name = field.getName();
        LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        return switch (field.getPrimitiveTypeName()) {
            case BOOLEAN -> group.getBoolean(name, at);
            case FLOAT -> group.getFloat(name, at);
            case DOUBLE -> group.getDouble(name, at);
            case INT96 -> instant(group.getInt96(name, at));
            case INT32 -> number(group.getInteger(name, at), Integer.SIZE, logical);
            case INT64 -> number(group.getLong(name, at), Long.SIZE, logical);
            case BINARY, FIXED_LEN_BYTE_ARRAY -> binary(group.getBinary(name, at), logical);
        };
    }

    private static Object number(long value, int bits, @Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return BigDecimal.valueOf(value, decimal.getScale());
        }
        if (logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(value).toString();
        }
        if (logical instanceof TimestampLogicalTypeAnnotation time) {
            return Instant.EPOCH.plus(value, unit(time.getUnit())).toString();
        }
        if (logical instanceof TimeLogicalTypeAnnotation time) {
            return LocalTime.MIDNIGHT.plus(value, unit(time.getUnit())).toString();
        }
        if (logical instanceof IntLogicalTypeAnnotation number && !number.isSigned()) {
            return bits == Integer.SIZE
                    ? (Object) Integer.toUnsignedLong((int) value)
                    : new BigInteger(Long.toUnsignedString(value));
        }
        return value;
    }

    private static ChronoUnit unit(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    private static Object binary(Binary value, @Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale());
        }
        if (logical instanceof LogicalTypeAnnotation.UUIDLogicalTypeAnnotation) {
            ByteBuffer bytes = value.toByteBuffer();
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        }
        return isText(logical) ? value.toStringUsingUTF8() : (Object) (long) value.length();
    }

    /** Nanoseconds of the day, then the Julian day. */
    private static String instant(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long day = bytes.getInt();
        return Instant.EPOCH
                .plus(day - JULIAN_DAY_OF_1970, ChronoUnit.DAYS)
                .plusNanos(nanos)
                .toString();
    }
}
