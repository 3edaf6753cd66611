package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Intervals;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Each value is no less, or no greater, than the one in the row before; with {@code strictly}, never equal to it. The
 * order is that of the table's key, or as the rows were read where it has none. A sample of ordered rows is ordered: one
 * pair out of order refutes the rule, and none in a sample does not prove it.
 */
record Ordered(String type, boolean upwards) implements ExpectationKind {
    @Override
    public Set<String> arguments() {
        return Set.of("column", "strictly", "mostly", "parse_strings_as_datetimes");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        Column value = functions.col("value");
        Column before = functions.col("before");
        boolean strictly = arguments.flag("strictly");
        Column holds = upwards
                ? (strictly ? value.gt(before) : value.geq(before))
                : (strictly ? value.lt(before) : value.leq(before));
        Row counted = counted(arguments, column)
                .agg(
                        functions.count(functions.lit(1)),
                        functions.count(functions.when(before.isNull().or(holds), 1)))
                .head();
        return new Rule(
                new Measure.Present(column, arguments.where()),
                counted.getLong(0),
                counted.getLong(1),
                arguments.mostly());
    }

    /** The values beside those before them: a job of its own, for no other rule looks at two rows. */
    private static Dataset<Row> counted(Arguments arguments, int column) {
        SnapshotTable table = arguments.table();
        Column where = arguments.where();
        Dataset<Row> rows = where == null ? table.rows() : table.rows().filter(where);
        List<Column> order = new ArrayList<>();
        for (String key : table.manifest().info().key()) {
            int position = table.position(key);
            if (position >= 0) {
                order.add(SnapshotTable.column(position));
            }
        }
        if (order.size() < Math.max(1, table.manifest().info().key().size())) {
            order = List.of(functions.col("file"), functions.col("place"));
        }
        WindowSpec window = Window.orderBy(order.toArray(Column[]::new));
        return rows.withColumn("file", functions.input_file_name())
                .withColumn("place", functions.monotonically_increasing_id())
                .filter(SnapshotTable.column(column).isNotNull())
                .select(
                        SnapshotTable.column(column).as("value"),
                        functions
                                .lag(SnapshotTable.column(column), 1)
                                .over(window)
                                .as("before"));
    }

    /** What was counted, and its judgement. */
    record Rule(Measure.Present values, long present, long kept, double mostly) implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of(new Measure.Rows(values.where()), values);
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            long rows = RowRule.count(answers, new Measure.Rows(values.where()));
            Outcome.Counts counts = new Outcome.Counts(rows, rows - present, present - kept);
            if (present == 0) {
                return new Outcome(CheckVerdict.PASS, RowRule.NO_VALUES, counts, null, null);
            }
            double rate = (double) kept / present;
            if (sampling.whole()) {
                Interval exact = Intervals.exact(rate);
                return new Outcome(Intervals.atLeast(exact, mostly), rate, counts, exact, null);
            }
            boolean refuted = mostly >= 1 && kept < present;
            return new Outcome(
                    refuted ? CheckVerdict.FAIL : CheckVerdict.UNDETERMINED,
                    rate,
                    counts,
                    null,
                    refuted ? null : sampling.sourceRows());
        }
    }
}
