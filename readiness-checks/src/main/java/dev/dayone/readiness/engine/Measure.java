package dev.dayone.readiness.engine;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * One number asked of a table's rows, told by {@link TableScan}. {@code where} leaves rows out; null: none. Columns are
 * named by their position. Equal measures are asked once.
 */
public sealed interface Measure {
    /** Leaves rows out; null: none. */
    @Nullable
    Column where();

    /** In which rows it counts one; null: it is more than each row's business. */
    default @Nullable Column predicate() {
        return null;
    }

    private static Column both(@Nullable Column where, Column predicate) {
        return where == null ? predicate : where.and(predicate);
    }

    /** How many rows there are. */
    record Rows(@Nullable Column where) implements Measure {
        @Override
        public Column predicate() {
            return where == null ? functions.lit(true) : where;
        }
    }

    /** In how many rows a column has a value. */
    record Present(int column, @Nullable Column where) implements Measure {
        @Override
        public Column predicate() {
            return both(where, SnapshotTable.column(column).isNotNull());
        }
    }

    /** In how many rows a predicate is true; {@code always}: what may prove in which, where none are left out; null: nothing. */
    record Matching(
            Column holds, @Nullable Column where, @Nullable Always always) implements Measure {
        /** Of which nothing but a look at the rows tells. */
        public Matching(Column holds, @Nullable Column where) {
            this(holds, where, null);
        }

        @Override
        public Column predicate() {
            return both(where, holds);
        }

        /** Equal by what is asked: how it may be proved has no equality. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Matching matching
                    && holds.equals(matching.holds)
                    && Objects.equals(where, matching.where);
        }

        @Override
        public int hashCode() {
            return Objects.hash(holds, where);
        }
    }

    /** A proof, by a column's profile, that something is true in all rows that have a value there, and in no other. */
    record Always(int column, Predicate<ColumnProfile> proof) {}

    /** What a column's profile knows; {@code of} yields null where it does not. */
    record Known(int column, Function<ColumnProfile, @Nullable Object> of) {}

    /** In how many rows a column has a value that no other row has. */
    record Once(int column, @Nullable Column where) implements Measure {}

    /** In how many rows an expression has a value that it has in no other row. */
    record OnceOf(Column value, @Nullable Column where) implements Measure {}

    /** How many different values a column has. */
    record Different(int column, @Nullable Column where) implements Measure {}

    /**
     * What an aggregate of a column's values comes to; {@code function} is Spark's, over the values that are there; {@code
     * known}: what may tell without a look at the rows, where none are left out; null: nothing.
     */
    record Aggregate(
            Column value,
            UnaryOperator<Column> function,
            String name,
            @Nullable Column where,
            @Nullable Known known) implements Measure {
        /** Of which nothing but a look at the rows tells. */
        public Aggregate(Column value, UnaryOperator<Column> function, String name, @Nullable Column where) {
            this(value, function, name, where, null);
        }

        /** Equal by name: a function has no equality. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Aggregate aggregate
                    && name.equals(aggregate.name)
                    && value.equals(aggregate.value)
                    && Objects.equals(where, aggregate.where);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, value, where);
        }

        Column aggregated() {
            return function.apply(where == null ? value : functions.when(where, value));
        }
    }

    /** The values of an expression by the window in which their rows were drawn; nothing where there are no windows. */
    record ByWindow(Column value, @Nullable Column where) implements Measure {
        Column asked() {
            Column number = value.cast("double");
            return where == null ? number : functions.when(where, number);
        }
    }

    /** The mean of a column of numbers. */
    record Mean(int column, @Nullable Column where) implements Measure {}

    /** The standard deviation of a column of numbers, as of a population. */
    record Deviation(int column, @Nullable Column where) implements Measure {}
}
