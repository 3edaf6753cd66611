package dev.dayone.readiness.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.apache.spark.sql.catalyst.expressions.MutableProjection;
import org.apache.spark.sql.catalyst.expressions.MutableProjection$;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows in which predicates over the same columns are true. Where it is one column whose batches have a
 * dictionary, each value is looked at once: rows are then counted by the set of predicates that their value keeps.
 */
final class PredicateTally {
    /** As many rows are done before a compiler would be. */
    private static final int INTERPRETED = 10_000;

    private final List<Expression> predicates;
    private final int column;
    private final long[] counts;
    private MutableProjection projection;
    private int evaluated;

    private final Map<BitSet, Integer> patterns = new HashMap<>();
    private final List<BitSet> patternList = new ArrayList<>();
    private long[] patternRows = new long[16];
    private @Nullable Object dictionary;
    // By id: its pattern's place, plus one; 0: not looked at.
    private int[] patternOfId = new int[256];
    private int patternOfNull = -1;

    /** {@code column}: the place of the only column that all predicates are over; -1: there are several. */
    PredicateTally(List<Expression> predicates, int column) {
        this.predicates = predicates;
        this.column = column;
        this.counts = new long[predicates.size()];
        this.projection = new InterpretedMutableProjection(Scala.seq(predicates));
    }

    /** Takes a batch in. */
    void add(ColumnarBatch batch) {
        if (column >= 0 && batch.column(column) instanceof WritableColumnVector vector && vector.hasDictionary()) {
            byDictionary(batch, vector);
            return;
        }
        int rows = batch.numRows();
        for (int row = 0; row < rows; row++) {
            InternalRow kept = evaluate(batch, row);
            for (int i = 0; i < counts.length; i++) {
                if (kept.getBoolean(i)) {
                    counts[i]++;
                }
            }
        }
    }

    private void byDictionary(ColumnarBatch batch, WritableColumnVector vector) {
        Object shared = VectorDictionary.identity(vector);
        if (shared != dictionary) {
            Arrays.fill(patternOfId, 0);
            dictionary = shared;
        }
        int rows = batch.numRows();
        int[] ids = vector.getDictionaryIds().getInts(0, rows);
        boolean nulls = vector.hasNull();
        for (int row = 0; row < rows; row++) {
            if (nulls && vector.isNullAt(row)) {
                patternOfNull = patternOfNull < 0 ? pattern(batch, row) : patternOfNull;
                patternRows[patternOfNull]++;
                continue;
            }
            int id = ids[row];
            if (id >= patternOfId.length) {
                patternOfId = Arrays.copyOf(patternOfId, Math.max(id + 1, patternOfId.length * 2));
            }
            if (patternOfId[id] == 0) {
                patternOfId[id] = pattern(batch, row) + 1;
            }
            patternRows[patternOfId[id] - 1]++;
        }
    }

    private int pattern(ColumnarBatch batch, int row) {
        InternalRow kept = evaluate(batch, row);
        BitSet pattern = new BitSet(counts.length);
        for (int i = 0; i < counts.length; i++) {
            pattern.set(i, kept.getBoolean(i));
        }
        Integer known = patterns.get(pattern);
        if (known != null) {
            return known;
        }
        int place = patternList.size();
        patterns.put(pattern, place);
        patternList.add(pattern);
        if (place == patternRows.length) {
            patternRows = Arrays.copyOf(patternRows, place * 2);
        }
        return place;
    }

    private InternalRow evaluate(ColumnarBatch batch, int row) {
        if (++evaluated == INTERPRETED) {
            projection = MutableProjection$.MODULE$.create(Scala.seq(predicates));
        }
        return projection.apply(batch.getRow(row));
    }

    /** By predicate, in how many rows it was true. */
    long[] counts() {
        long[] all = counts.clone();
        for (int place = 0; place < patternList.size(); place++) {
            long rows = patternRows[place];
            patternList.get(place).stream().forEach(i -> all[i] += rows);
        }
        return all;
    }
}
