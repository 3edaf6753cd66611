package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.expectation.dateutil.DateText;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Rules on texts: how long they are, and what can be read from them. */
final class TextRules {
    private TextRules() {}

    /** Whether the length in characters lies within the bounds. */
    static Column lengthBetween(Arguments arguments, int column) {
        Column length = length(arguments, column);
        arguments.requireABound();
        Bounds bounds = arguments.bounds();
        Column holds = functions.lit(true);
        if (bounds.min() != null) {
            holds = holds.and(bounds.strictMin() ? length.gt(bounds.min()) : length.geq(bounds.min()));
        }
        if (bounds.max() != null) {
            holds = holds.and(bounds.strictMax() ? length.lt(bounds.max()) : length.leq(bounds.max()));
        }
        return holds;
    }

    /** Whether a profile proves that all lengths lie within the bounds. */
    static boolean lengthsLieBetween(ColumnProfile profile, Arguments arguments) {
        Bounds bounds = arguments.bounds();
        ColumnProfile.Length length = profile.length();
        return length != null && bounds.holds((double) length.min()) && bounds.holds((double) length.max());
    }

    /** Whether a profile proves that all lengths are {@code value}. */
    static boolean lengthsAre(ColumnProfile profile, Arguments arguments) {
        ColumnProfile.Length length = profile.length();
        Double value = arguments.number("value");
        return length != null && value != null && (double) length.min() == value && (double) length.max() == value;
    }

    /** Whether the length in characters is {@code value}. */
    static Column lengthIs(Arguments arguments, int column) {
        Double value = arguments.number("value");
        if (value == null) {
            throw new WrongCheckException("The argument 'value' is missing.");
        }
        return length(arguments, column).equalTo(value);
    }

    /** Whether the text is of Python's {@code strftime_format}. */
    static Column strftime(Arguments arguments, int column) {
        arguments.requireText(column);
        return read(column, new StrftimeFormat(arguments.text("strftime_format")));
    }

    /** Whether the text is a date or time to Python's dateutil; what it leaves out is as on the day of reading. */
    static Column dateutil(Arguments arguments, int column) {
        arguments.requireText(column);
        Instant read = arguments.table().manifest().startedAt();
        return read(column, new DateText(LocalDate.ofInstant(read, ZoneOffset.UTC)));
    }

    /** Whether the value is a text that is JSON. */
    static Column json(Arguments arguments, int column) {
        boolean isText = arguments.info(column).type().kind() == ColumnType.Kind.STRING;
        return isText ? read(column, new JsonText()) : functions.lit(false);
    }

    /** Whether the text is JSON that keeps {@code json_schema}. */
    static Column jsonSchema(Arguments arguments, int column) {
        arguments.requireText(column);
        return read(column, new JsonSchemaRule(arguments.value("json_schema")));
    }

    /** Whether the text is none of those that stand for no value; {@code placeholders} names more of them. */
    static Column noPlaceholder(Arguments arguments, int column) {
        arguments.requireText(column);
        String more = "placeholders";
        return read(column, new PlaceholderRule(arguments.value(more) == null ? List.of() : arguments.texts(more)));
    }

    private static Column read(int column, UDF1<String, Boolean> rule) {
        return functions.udf(rule, DataTypes.BooleanType).apply(SnapshotTable.column(column));
    }

    private static Column length(Arguments arguments, int column) {
        arguments.requireText(column);
        return functions.length(SnapshotTable.column(column));
    }
}
