package dev.dayone.readiness.expectation;

import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The different values of a column by how often they stand, the most frequent first: a job of its own.
 *
 * @param all how many values there are in all
 */
record Frequencies(List<Count> counts, long all) {
    private static final int MOST = 100_000;

    /** One value, as Spark has it and as text. */
    record Count(Object value, String text, long rows) {
        /** Whether it is written so; numbers are the same whatever their digits. */
        boolean is(String written) {
            if (text.equals(written) || !(value instanceof Number number)) {
                return text.equals(written);
            }
            try {
                return Double.parseDouble(written) == number.doubleValue();
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /** Throws {@link WrongCheckException} if there are too many. */
    static Frequencies of(Arguments arguments, int column) {
        Column where = arguments.where();
        Column value = SnapshotTable.column(column);
        Column present = where == null ? value.isNotNull() : where.and(value.isNotNull());
        Dataset<Row> counted = arguments
                .table()
                .rows()
                .filter(present)
                .groupBy(value)
                .agg(functions.count(functions.lit(1)).as("rows"))
                .orderBy(functions.col("rows").desc(), value)
                .limit(MOST + 1);
        List<Count> counts = new ArrayList<>();
        long all = 0;
        for (Row row : counted.collectAsList()) {
            counts.add(new Count(row.get(0), String.valueOf(row.get(0)), row.getLong(1)));
            all += row.getLong(1);
        }
        if (counts.size() > MOST) {
            throw new WrongCheckException("Column '" + arguments.info(column).name() + "' has more than " + MOST
                    + " different values, which are too many to compare one by one.");
        }
        return new Frequencies(List.copyOf(counts), all);
    }
}
