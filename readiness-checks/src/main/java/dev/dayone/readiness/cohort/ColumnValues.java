package dev.dayone.readiness.cohort;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column as numbers: numbers and times as they are, texts as the number of their kind and as their length.
 */
final class ColumnValues {
    /** Texts of more kinds than this are compared by their length too. */
    static final int MOST_KINDS = 50;

    private static final int REMEMBERED_KINDS = 1_000;
    private static final int LONGEST_KIND = 100;

    private final String name;
    private final boolean text;
    private final Map<String, Integer> kinds = new HashMap<>();
    private double[] values = new double[1024];
    private double[] lengths = new double[0];
    private boolean[] chosen = new boolean[1024];
    private boolean others;
    private int rows;

    private ColumnValues(String name, boolean text) {
        this.name = name;
        this.text = text;
        if (text) {
            lengths = new double[1024];
        }
    }

    static ColumnValues ofNumbers(String name) {
        return new ColumnValues(name, false);
    }

    static ColumnValues ofTexts(String name) {
        return new ColumnValues(name, true);
    }

    String name() {
        return name;
    }

    int rows() {
        return rows;
    }

    boolean isChosen(int row) {
        return chosen[row];
    }

    boolean isText() {
        return text;
    }

    /** Whether values are kinds without an order. */
    boolean categories() {
        return text && !others && kinds.size() <= MOST_KINDS;
    }

    /** The number of a row, or its text's length; NaN: none. */
    double value(int row) {
        return text ? lengths[row] : values[row];
    }

    /** The number of the kind of a row's text, long and late ones being one kind; NaN: none. */
    double kind(int row) {
        return values[row];
    }

    void add(@Nullable Number value, boolean inCohort) {
        room();
        values[rows] = value == null ? Double.NaN : value.doubleValue();
        chosen[rows++] = inCohort;
    }

    void add(@Nullable String value, boolean inCohort) {
        room();
        if (value == null || value.isBlank()) {
            lengths[rows] = Double.NaN;
            values[rows] = Double.NaN;
        } else {
            lengths[rows] = value.length();
            values[rows] = kind(value);
        }
        chosen[rows++] = inCohort;
    }

    private double kind(String value) {
        Integer known = kinds.get(value);
        if (known != null) {
            return known;
        }
        if (value.length() > LONGEST_KIND || kinds.size() == REMEMBERED_KINDS) {
            others = true;
            return REMEMBERED_KINDS;
        }
        kinds.put(value, kinds.size());
        return kinds.size() - 1.0;
    }

    private void room() {
        if (rows == values.length) {
            values = Arrays.copyOf(values, rows * 2);
            chosen = Arrays.copyOf(chosen, rows * 2);
            lengths = text ? Arrays.copyOf(lengths, rows * 2) : lengths;
        }
    }
}
