package dev.dayone.readiness.engine;

import dev.dayone.readiness.statistic.Clumps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
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

    private final int block;
    private final List<Clumps> clumps;
    private long[] before;
    private int open;

    /**
     * {@code column}: the place of the only column that all predicates are over; -1: there are several; {@code block}: how
     * many rows are counted together; 0: all.
     */
    PredicateTally(List<Expression> predicates, int column, int block) {
        this.predicates = predicates;
        this.column = column;
        this.block = block;
        this.clumps = new ArrayList<>(Collections.nCopies(predicates.size(), Clumps.NONE));
        this.before = new long[predicates.size()];
        this.counts = new long[predicates.size()];
        this.projection = new InterpretedMutableProjection(Scala.seq(predicates));
    }

    /** Takes a batch in. */
    void add(ColumnarBatch batch) {
        int rows = batch.numRows();
        int from = 0;
        while (from < rows) {
            int to = block == 0 ? rows : Math.min(rows, from + block - open);
            add(batch, from, to);
            open += to - from;
            if (open == block) {
                close();
            }
            from = to;
        }
    }

    private void add(ColumnarBatch batch, int from, int to) {
        if (column >= 0 && batch.column(column) instanceof WritableColumnVector vector && vector.hasDictionary()) {
            byDictionary(batch, vector, from, to);
            return;
        }
        for (int row = from; row < to; row++) {
            InternalRow kept = evaluate(batch, row);
            for (int i = 0; i < counts.length; i++) {
                if (kept.getBoolean(i)) {
                    counts[i]++;
                }
            }
        }
    }

    /** Ends a block of rows. */
    private void close() {
        long[] now = sums();
        for (int i = 0; i < now.length; i++) {
            clumps.set(i, clumps.get(i).with(now[i] - before[i], open));
        }
        before = now;
        open = 0;
    }

    private void byDictionary(ColumnarBatch batch, WritableColumnVector vector, int from, int to) {
        Object shared = VectorDictionary.identity(vector);
        if (shared != dictionary) {
            Arrays.fill(patternOfId, 0);
            dictionary = shared;
        }
        int[] ids = vector.getDictionaryIds().getInts(from, to - from);
        boolean nulls = vector.hasNull();
        for (int row = from; row < to; row++) {
            if (nulls && vector.isNullAt(row)) {
                patternOfNull = patternOfNull < 0 ? pattern(batch, row) : patternOfNull;
                patternRows[patternOfNull]++;
                continue;
            }
            int id = ids[row - from];
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
    List<Clumps> counts() {
        if (block == 0) {
            return Arrays.stream(sums()).mapToObj(Clumps::uncounted).toList();
        }
        if (open > 0) {
            close();
        }
        return List.copyOf(clumps);
    }

    private long[] sums() {
        long[] all = counts.clone();
        for (int place = 0; place < patternList.size(); place++) {
            long rows = patternRows[place];
            patternList.get(place).stream().forEach(i -> all[i] += rows);
        }
        return all;
    }
}
