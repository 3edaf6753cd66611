package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.yaml.Durations;
import dev.dayone.readiness.engine.RowCondition;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.table.NearestName;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** The kwargs of one expectation, read for one table. Every method throws {@link WrongCheckException} on a wrong value. */
public final class Arguments {
    private static final Set<String> GENERAL = Set.of(
            "row_condition",
            "condition_parser",
            "result_format",
            "catch_exceptions",
            "include_config",
            "batch_id",
            "auto",
            "profiler_config",
            "meta",
            "severity",
            "notes",
            "description");

    /** What a kind takes that asks one column's number to lie within bounds. */
    static final Set<String> COLUMN_AND_BOUNDS = Set.of("column", "min_value", "max_value", "strict_min", "strict_max");

    private final Map<String, Object> values;
    private final SnapshotTable table;
    private final Beside beside;

    Arguments(Map<String, Object> values, SnapshotTable table, Beside beside) {
        this.values = values;
        this.table = table;
        this.beside = beside;
    }

    /** Refuses arguments that the expectation does not know. */
    void allow(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name) && !GENERAL.contains(name)) {
                throw new WrongCheckException("There is no argument '" + name + "'" + NearestName.hint(name, known));
            }
        }
    }

    /** The table. */
    public SnapshotTable table() {
        return table;
    }

    /** The other tables. */
    public Beside beside() {
        return beside;
    }

    /** An argument as it is, or null. */
    public @Nullable Object value(String name) {
        return values.get(name);
    }

    /** Whether an argument is given as null: as in Great Expectations, what it would ask is left open. */
    public boolean isOpen(String name) {
        return values.containsKey(name) && values.get(name) == null;
    }

    /** A text that must be there. */
    public String text(String name) {
        String text = pattern(name);
        if (text.isEmpty()) {
            throw new WrongCheckException("The argument '" + name + "' is missing.");
        }
        return text;
    }

    /** A text that must be there and may be empty. */
    public String pattern(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new WrongCheckException("The argument '" + name + "' is missing.");
        }
        return value.toString();
    }

    /** The position of the column that an argument names. */
    public int column(String argument) {
        return position(text(argument));
    }

    /** The positions of the columns that a list names, two at least. */
    public List<Integer> columns(String argument) {
        List<Integer> columns = texts(argument).stream().map(this::position).toList();
        if (columns.size() < 2) {
            throw new WrongCheckException("The argument '" + argument + "' names fewer than two columns.");
        }
        return columns;
    }

    private int position(String name) {
        int position = table.position(name);
        if (position < 0) {
            throw new WrongCheckException(table.unknownColumn(name));
        }
        return position;
    }

    /** The column at a position. */
    public ColumnInfo info(int position) {
        return table.columns().get(position);
    }

    /** The share of values that must keep the rule; 1 unless given. */
    public double mostly() {
        Double mostly = number("mostly");
        if (mostly != null && (mostly < 0 || mostly > 1)) {
            throw new WrongCheckException("The argument 'mostly' is " + mostly + ", expected 0 to 1.");
        }
        return mostly == null ? 1 : mostly;
    }

    /** A number, or null if it is not given. */
    public @Nullable Double number(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        try {
            return value instanceof Number number ? number.doubleValue() : Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            throw new WrongCheckException("The argument '" + name + "' is '" + value + "', expected a number.");
        }
    }

    /** A whole number that must be there. */
    public long whole(String name) {
        Double number = number(name);
        if (number == null || number != Math.rint(number)) {
            throw new WrongCheckException("The argument '" + name + "' is "
                    + (number == null ? "missing." : "'" + number + "', expected a whole number."));
        }
        return number.longValue();
    }

    /** Throws unless a column holds numbers. */
    public void requireNumbers(int column) {
        if (!info(column).type().isNumeric()) {
            throw new WrongCheckException(
                    "Column '" + info(column).name() + "' holds " + info(column).type() + ", expected numbers.");
        }
    }

    /** True if the argument says so; false unless given. */
    public boolean flag(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw new WrongCheckException("The argument '" + name + "' is '" + value + "', expected true or false.");
    }

    /** The members of a list that must be there, nulls left out. */
    public List<Object> list(String name) {
        Object value = values.get(name);
        if (!(value instanceof Iterable<?> members)) {
            throw new WrongCheckException("The argument '" + name + "' "
                    + (value == null ? "is missing." : "is '" + value + "', expected a list."));
        }
        List<Object> list = new ArrayList<>();
        for (Object member : members) {
            if (member != null) {
                list.add(member);
            }
        }
        return list;
    }

    /** Throws unless {@code min_value} or {@code max_value} is given. */
    public void requireABound() {
        if (values.get("min_value") == null && values.get("max_value") == null) {
            throw new WrongCheckException("Neither 'min_value' nor 'max_value' is given.");
        }
    }

    /** Throws unless a column holds texts. */
    public void requireText(int column) {
        if (info(column).type().kind() != ColumnType.Kind.STRING) {
            throw new WrongCheckException(
                    "Column '" + info(column).name() + "' holds " + info(column).type() + ", expected text.");
        }
    }

    /** The members of a list as texts. */
    public List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    /** One of some words; the first unless given. */
    public String choice(String name, List<String> words) {
        Object value = values.get(name);
        if (value != null && !words.contains(String.valueOf(value))) {
            throw new WrongCheckException(
                    "The argument '" + name + "' is '" + value + "', expected " + String.join(" or ", words) + ".");
        }
        return value == null ? words.get(0) : value.toString();
    }

    /** {@code min_value}, {@code max_value}, {@code strict_min} and {@code strict_max} as numbers; none need be given. */
    public Bounds bounds() {
        Bounds bounds = new Bounds(number("min_value"), number("max_value"), flag("strict_min"), flag("strict_max"));
        if (bounds.min() != null && bounds.max() != null && bounds.min() > bounds.max()) {
            throw new WrongCheckException("The argument 'min_value' is above 'max_value'.");
        }
        return bounds;
    }

    /** A duration such as {@code 36h} or {@code 2d}; null if it is not given. */
    public @Nullable Duration duration(String name) {
        Object value = values.get(name);
        try {
            return value == null ? null : Durations.parse(value.toString());
        } catch (IllegalArgumentException e) {
            throw new WrongCheckException(
                    "The argument '" + name + "' is '" + value + "', expected a duration such as 90s, 30m, 36h or 2d.");
        }
    }

    /** The zone that {@code time_zone} names; UTC unless given. */
    public ZoneId zone() {
        Object value = values.get("time_zone");
        try {
            return value == null ? ZoneOffset.UTC : ZoneId.of(value.toString());
        } catch (DateTimeException e) {
            throw new WrongCheckException(
                    "The argument 'time_zone' is '" + value + "', expected a zone such as Europe/Berlin or +02:00.");
        }
    }

    /** Throws unless a column holds days or times. */
    public void requireTimes(int column) {
        ColumnType.Kind kind = info(column).type().kind();
        if (kind != ColumnType.Kind.DATE && kind != ColumnType.Kind.TIMESTAMP) {
            throw new WrongCheckException(
                    "Column '" + info(column).name() + "' holds " + info(column).type() + ", expected days or times.");
        }
    }

    /** The rows that the check is about; null: all. */
    public @Nullable Column where() {
        return condition("row_condition");
    }

    /** A predicate on rows, in the words of {@code condition_parser}; null if it is not given. */
    public @Nullable Column condition(String name) {
        Object condition = values.get(name);
        if (condition == null || condition.toString().isBlank()) {
            return null;
        }
        String parser = String.valueOf(values.getOrDefault("condition_parser", "spark"));
        boolean ownWords = parser.startsWith("great_expectations");
        if (!ownWords && !parser.equals("spark")) {
            throw new WrongCheckException("The condition_parser '" + parser
                    + "' is not known, expected 'spark' or 'great_expectations': write the " + name + " as Spark SQL.");
        }
        try {
            return RowCondition.parse(
                    ownWords ? ConditionWords.toSql(condition.toString()) : condition.toString(), table);
        } catch (IllegalArgumentException e) {
            throw new WrongCheckException(String.valueOf(e.getMessage()));
        }
    }
}
