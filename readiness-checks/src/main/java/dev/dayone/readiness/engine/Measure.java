package dev.dayone.readiness.engine;

import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * One number asked of a table's rows, told by {@link TableScan}. {@code where} leaves rows out; null: none. Columns are
 * named by their position. Equal measures are asked once.
 */
public sealed interface Measure {
    /** Leaves rows out; null: none. */
    @Nullable
    Column where();

    /** How many rows there are. */
    record Rows(@Nullable Column where) implements Measure {}

    /** In how many rows a column has a value. */
    record Present(int column, @Nullable Column where) implements Measure {}

    /** In how many rows a predicate is true. */
    record Matching(Column predicate, @Nullable Column where) implements Measure {}

    /** In how many rows a column has a value that no other row has. */
    record Once(int column, @Nullable Column where) implements Measure {}

    /** The mean of a column of numbers. */
    record Mean(int column, @Nullable Column where) implements Measure {}

    /** The standard deviation of a column of numbers, as of a population. */
    record Deviation(int column, @Nullable Column where) implements Measure {}
}
