package dev.dayone.readiness.engine;

import dev.dayone.readiness.regex.RegexSet;
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
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows in which predicates over the same columns are true. Where it is one column whose batches have a
 * dictionary, each value is looked at once: rows are then counted by the set of predicates that their value keeps. So it is
 * with classes of texts that the same regular expressions are found in.
 */
final class PredicateTally {
    /** As many rows are done before a compiler would be. */
    private static final int INTERPRETED = 10_000;

    private final List<Expression> predicates;
    private final int column;
    private final @Nullable RegexClasses classes;
    private final long[] counts;
    private final int @Nullable [][] byWindow;
    private MutableProjection projection;
    private int evaluated;

    private final Map<BitSet, Integer> patterns = new HashMap<>();
    private final List<BitSet> patternList = new ArrayList<>();
    private long[] patternRows = new long[16];
    private @Nullable Object dictionary;
    // By id: its pattern's place, plus one; 0: not looked at.
    private int[] patternOfId = new int[256];
    // By class of texts, likewise.
    private int[] patternOfClass = new int[16];
    private int patternOfNull = -1;
    // The patterns with rows that were not added up yet.
    private int[] touched = new int[16];
    private int touchedCount;

    /**
     * A tally.
     *
     * @param column the place of the only column that all predicates are over; -1: there are several
     * @param classes of that column's texts, if predicates ask for regular expressions alone
     * @param windows by which rows are told apart
     */
    PredicateTally(List<Expression> predicates, int column, @Nullable RegexClasses classes, WindowRuns windows) {
        this.classes = classes;
        this.predicates = predicates;
        this.column = column;
        this.counts = new long[predicates.size()];
        this.byWindow = windows.told() ? new int[predicates.size()][0] : null;
        this.projection = new InterpretedMutableProjection(Scala.seq(predicates));
    }

    /** Takes a batch in, of which the runs were read. */
    void add(ColumnarBatch batch, WindowRuns runs) {
        int[] ids = ids(batch);
        int row = 0;
        for (int run = 0; run < runs.count(); run++) {
            int end = runs.end(run);
            for (; ids == null && classes == null && row < end; row++) {
                add(evaluate(batch, row), runs.window(run));
            }
            if (ids != null) {
                byDictionary(batch, ids, row, end);
            } else if (classes != null) {
                byClass(classes.of(batch.column(column), batch.numRows()), batch, row, end, runs.window(run));
            }
            row = end;
            if (byWindow != null) {
                addUp(runs.window(run));
            }
        }
    }

    private void add(InternalRow kept, int window) {
        for (int i = 0; i < counts.length; i++) {
            if (kept.getBoolean(i)) {
                add(i, window, 1);
            }
        }
    }

    private void add(int predicate, int window, long rows) {
        counts[predicate] += rows;
        if (byWindow != null) {
            int[] windows = byWindow[predicate];
            if (window >= windows.length) {
                windows = Arrays.copyOf(windows, Math.max(window + 1, windows.length * 2));
                byWindow[predicate] = windows;
            }
            windows[window] += (int) rows;
        }
    }

    /** The rows' places in the dictionary of the only column; null: it has none. */
    private int @Nullable [] ids(ColumnarBatch batch) {
        if (column < 0 || !(batch.column(column) instanceof WritableColumnVector vector) || !vector.hasDictionary()) {
            return null;
        }
        Object shared = VectorDictionary.identity(vector);
        if (shared != dictionary) {
            Arrays.fill(patternOfId, 0);
            dictionary = shared;
        }
        return vector.getDictionaryIds().getInts(0, batch.numRows());
    }

    private void byDictionary(ColumnarBatch batch, int[] ids, int from, int to) {
        ColumnVector vector = batch.column(column);
        boolean nulls = vector.hasNull();
        for (int row = from; row < to; row++) {
            if (nulls && vector.isNullAt(row)) {
                patternOfNull = patternOfNull < 0 ? pattern(batch, row) : patternOfNull;
                count(patternOfNull);
                continue;
            }
            int id = ids[row];
            if (id >= patternOfId.length) {
                patternOfId = Arrays.copyOf(patternOfId, Math.max(id + 1, patternOfId.length * 2));
            }
            if (patternOfId[id] == 0) {
                patternOfId[id] = pattern(batch, row) + 1;
            }
            count(patternOfId[id] - 1);
        }
    }

    private void byClass(RegexClasses.Texts texts, ColumnarBatch batch, int from, int to, int window) {
        ColumnVector vector = batch.column(column);
        boolean nulls = vector.hasNull();
        for (int row = from; row < to; row++) {
            if (nulls && vector.isNullAt(row)) {
                patternOfNull = patternOfNull < 0 ? pattern(batch, row) : patternOfNull;
                count(patternOfNull);
                continue;
            }
            int id = texts.classOf(row);
            if (id == RegexSet.UNTOLD) {
                add(evaluate(batch, row), window);
                continue;
            }
            if (id >= patternOfClass.length) {
                patternOfClass = Arrays.copyOf(patternOfClass, Math.max(id + 1, patternOfClass.length * 2));
            }
            if (patternOfClass[id] == 0) {
                patternOfClass[id] = pattern(batch, row) + 1;
            }
            count(patternOfClass[id] - 1);
        }
    }

    private void count(int place) {
        if (patternRows[place]++ == 0) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, touchedCount * 2);
            }
            touched[touchedCount++] = place;
        }
    }

    private void addUp(int window) {
        for (int i = 0; i < touchedCount; i++) {
            int place = touched[i];
            long rows = patternRows[place];
            BitSet pattern = patternList.get(place);
            for (int kept = pattern.nextSetBit(0); kept >= 0; kept = pattern.nextSetBit(kept + 1)) {
                add(kept, window, rows);
            }
            patternRows[place] = 0;
        }
        touchedCount = 0;
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
        addUp(0);
        return counts.clone();
    }

    /** The same by window; null: rows were drawn in none. */
    int @Nullable [][] byWindow() {
        return byWindow;
    }
}
