package dev.dayone.readiness.engine;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.readiness.statistic.Sections;
import dev.dayone.readiness.table.SnapshotTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;

/**
 * A table whose rows are parted into sections, window by window; of rows that were drawn each by itself, row by row.
 *
 * @param rows of the table, with the windows' column if it has one
 * @param number of a row's section, from 0
 */
record Section(TableRef table, Dataset<Row> rows, Column number) {
    /** How its column's name begins in a query; nobody's own query has it. */
    static final String COLUMN = "dayone section";

    /** Marks columns each of whose values has all its rows in one section. */
    private static final String UNIT = "dayone.unit";

    /** Its column's name in a query. */
    String name() {
        return COLUMN + " " + table;
    }

    static boolean isColumn(Expression expression) {
        return expression instanceof NamedExpression named && named.name().startsWith(COLUMN);
    }

    /** The same mark of a column, and that all rows of one of its values were read together. */
    static Metadata unit(Metadata mark) {
        return new MetadataBuilder().withMetadata(mark).putBoolean(UNIT, true).build();
    }

    static boolean isUnit(Expression expression) {
        return expression instanceof Attribute attribute && attribute.metadata().contains(UNIT);
    }

    static Section of(SnapshotTable table, int sections) {
        Dataset<Row> inWindows = table.rowsInWindows();
        Windows windows = table.manifest().windows();
        if (inWindows == null || windows == null) {
            // Files may be in some order: a row's place alone would part them too evenly.
            Column lot =
                    functions.pmod(functions.hash(functions.monotonically_increasing_id()), functions.lit(sections));
            return new Section(table.ref(), table.rows(), lot);
        }
        int[] lots = Sections.lots(windows.number(), Windows.MOST, sections);
        Literal numbers = new Literal(
                UnsafeArrayData.fromPrimitiveArray(lots), DataTypes.createArrayType(DataTypes.IntegerType, false));
        Column window = functions.coalesce(functions.col(Windows.COLUMN), functions.lit(0));
        Column lot = new Column(numbers).apply(window);
        return new Section(table.ref(), inWindows, lot);
    }
}
