package dev.dayone.readiness.expectation;

import static org.apache.spark.sql.functions.col;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.FewRows;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.link.KeyText;
import dev.dayone.readiness.statistic.Rate;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * Every value stands in a column of another table, of any source, as links compare keys: as texts. Missing and blank ones
 * are left out. A value that is not found proves nothing where the other table is a sample, unless that was read for them.
 */
final class ExistInOther implements ExpectationKind {
    private static final int SHOWN = 20;

    /** Rows of another table whose keys are held in a set. */
    private static final long FEW = 20_000;

    @Override
    public String type() {
        return "expect_column_values_to_exist_in_other_table";
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "mostly", "other_column", "other_table_name");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        ColumnInfo info = arguments.info(column);
        SnapshotTable table = arguments.table();
        Beside beside = arguments.beside();
        SnapshotTable other = beside.table(arguments.text("other_table_name"), table.ref());
        String otherName = arguments.value("other_column") == null ? info.name() : arguments.text("other_column");
        int otherColumn = other.position(otherName);
        if (otherColumn < 0) {
            throw new WrongCheckException(other.unknownColumn(otherName));
        }
        ColumnInfo otherInfo = other.columns().get(otherColumn);
        if (isHashed(beside, table.ref(), info) != isHashed(beside, other.ref(), otherInfo)) {
            throw new WrongCheckException("Column '" + info.name() + "' and '" + otherInfo.name() + "' of '"
                    + other.ref() + "' do not compare: one of them is kept as a hash.");
        }
        Column key = KeyText.of(SnapshotTable.column(column), info.type());
        Column otherKey = KeyText.of(SnapshotTable.column(otherColumn), otherInfo.type());
        Column where = arguments.where();
        boolean misses = other.manifest().isWholeFor(reference(table.ref(), info), otherInfo.name());
        Measure.Matching values = new Measure.Matching(key.isNotNull(), where);
        FewRows few = other.manifest().sampledRows() > FEW
                ? null
                : FewRows.of(other.rows().select(otherKey));
        if (few != null) {
            Column found = foundIn(few).apply(key);
            Unexpected missed = new Unexpected(key.isNotNull().and(functions.not(found)), where, List.of(column));
            return new Rule(values, new Measure.Matching(found, where), 0, arguments.mostly(), misses, missed);
        }
        Dataset<Row> rows = where == null ? table.rows() : table.rows().filter(where);
        Dataset<Row> joined = joined(rows, key, counted(other.rows(), otherKey));
        Unexpected missed = new Unexpected(key.isin(mostMissed(joined)), where, List.of(column));
        return new Rule(values, null, kept(joined), arguments.mostly(), misses, missed);
    }

    /** Whether a key stands among those of a small table: a set of them is faster than a join. */
    private static UserDefinedFunction foundIn(FewRows others) {
        HashSet<String> keys = new HashSet<>();
        others.forEach(texts -> {
            if (texts[0] != null) {
                keys.add(texts[0]);
            }
        });
        UDF1<String, Boolean> found = keys::contains;
        return functions.udf(found, DataTypes.BooleanType);
    }

    /** Every different value with its rows, and those of the other table that have it (null: none). */
    private static Dataset<Row> joined(Dataset<Row> rows, Column key, Dataset<Row> others) {
        return counted(rows, key)
                .join(others.select(col("key"), col("rows").as("found")), new String[] {"key"}, "left_outer");
    }

    private static long kept(Dataset<Row> joined) {
        Row sum = joined.agg(functions.sum(functions.when(col("found").isNotNull(), col("rows"))))
                .head();
        return sum.isNullAt(0) ? 0 : sum.getLong(0);
    }

    private static boolean isHashed(Beside beside, TableRef table, ColumnInfo column) {
        return beside.selections().apply(table).hash().contains(column.name());
    }

    private static ColumnRef reference(TableRef table, ColumnInfo column) {
        return new ColumnRef(table.source(), table.table(), column.name());
    }

    private static Dataset<Row> counted(Dataset<Row> rows, Column key) {
        return rows.select(key.as("key"))
                .filter(col("key").isNotNull())
                .groupBy("key")
                .agg(functions.count(functions.lit(1)).as("rows"));
    }

    /** The most frequent of those not found; no more are ever shown. */
    private static Object[] mostMissed(Dataset<Row> joined) {
        return joined
                .filter(col("found").isNull())
                .orderBy(col("rows").desc(), col("key"))
                .limit(SHOWN)
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toArray();
    }

    /**
     * What is counted, and its judgement.
     *
     * @param found counts the values that are there; null: {@code joined} has counted them already
     * @param misses whether a value that was not found is certainly not there
     */
    record Rule(
            Measure.Matching values,
            Measure.@Nullable Matching found,
            long joined,
            double mostly,
            boolean misses,
            Unexpected unexpected)
            implements Plan {
        @Override
        public List<Measure> measures() {
            Measure rows = new Measure.Rows(values.where());
            return found == null ? List.of(rows, values) : List.of(rows, values, found);
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            long rows = RowRule.count(answers, new Measure.Rows(values.where()));
            long present = RowRule.count(answers, values);
            long kept = found == null ? joined : RowRule.count(answers, found);
            Outcome.Counts counts = new Outcome.Counts(rows, rows - present, present - kept);
            if (present == 0) {
                return new Outcome(CheckVerdict.PASS, RowRule.NO_VALUES, counts, null, null);
            }
            Rate rate = new Rate(kept, present, sampling.drawing());
            CheckVerdict seen = rate.atLeast(mostly);
            // Where the other table is what leaves it open, no number of this one's rows decides.
            CheckVerdict verdict = misses || seen == CheckVerdict.PASS ? seen : CheckVerdict.UNDETERMINED;
            Interval interval =
                    misses ? rate.interval() : new Interval(rate.interval().low(), 1);
            boolean byRows = verdict == CheckVerdict.UNDETERMINED && misses;
            Long decide =
                    byRows ? RowRule.limited(mostly >= 1 ? null : rate.rowsFor(mostly), sampling.sourceRows()) : null;
            return new Outcome(verdict, rate.seen(), counts, interval, decide);
        }
    }
}
