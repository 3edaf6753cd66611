package dev.dayone.readiness.engine;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.ColumnState;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.CalendarIntervalType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.YearMonthIntervalType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** How Spark holds the values of a column that has none below it. */
enum LeafKind {
    NOTHING,
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    WIDE_DECIMAL,
    TEXT,
    /** Bytes: their number stands for them. */
    BINARY,
    /** Months, days and microseconds, as text. */
    INTERVAL;

    private static final int INT_DIGITS = 9;

    static LeafKind of(DataType type) {
        if (type instanceof BooleanType) {
            return BOOLEAN;
        } else if (type instanceof ByteType) {
            return BYTE;
        } else if (type instanceof ShortType) {
            return SHORT;
        } else if (type instanceof IntegerType || type instanceof DateType || type instanceof YearMonthIntervalType) {
            return INT;
        } else if (type instanceof FloatType) {
            return FLOAT;
        } else if (type instanceof DoubleType) {
            return DOUBLE;
        } else if (type instanceof DecimalType decimal) {
            return ofDecimal(decimal.precision());
        } else if (type instanceof BinaryType) {
            return BINARY;
        } else if (type instanceof CalendarIntervalType) {
            return INTERVAL;
        } else if (type instanceof LongType
                || type instanceof TimestampType
                || type instanceof TimestampNTZType
                || type instanceof DayTimeIntervalType) {
            return LONG;
        }
        return type instanceof NullType ? NOTHING : TEXT;
    }

    private static LeafKind ofDecimal(int precision) {
        if (precision <= INT_DIGITS) {
            return INT;
        }
        return precision <= ColumnState.LONG_DIGITS ? LONG : WIDE_DECIMAL;
    }

    /** The type that a snapshot would give to a Spark type: intervals and lengths are whole numbers. */
    static ColumnType typeOf(DataType type) {
        if (type instanceof DecimalType decimal) {
            return ColumnType.decimal(decimal.precision(), decimal.scale());
        } else if (type instanceof DateType) {
            return ColumnType.DATE;
        } else if (type instanceof TimestampType || type instanceof TimestampNTZType) {
            return ColumnType.TIMESTAMP;
        }
        return switch (of(type)) {
            case BOOLEAN -> ColumnType.BOOLEAN;
            case FLOAT, DOUBLE -> ColumnType.DOUBLE;
            case TEXT, INTERVAL -> ColumnType.STRING;
            case NOTHING, BYTE, SHORT, INT, LONG, WIDE_DECIMAL, BINARY -> ColumnType.BIGINT;
        };
    }

    boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    /** One value as the whole number that it is known by. */
    long key(ColumnVector vector, int row) {
        return switch (this) {
            case BOOLEAN -> vector.getBoolean(row) ? 1 : 0;
            case BYTE -> vector.getByte(row);
            case SHORT -> vector.getShort(row);
            case INT -> vector.getInt(row);
            case BINARY -> vector.getBinary(row).length;
            case NOTHING, LONG, FLOAT, DOUBLE, WIDE_DECIMAL, TEXT, INTERVAL -> vector.getLong(row);
        };
    }

    double number(ColumnVector vector, int row) {
        return this == FLOAT ? vector.getFloat(row) : vector.getDouble(row);
    }
}
