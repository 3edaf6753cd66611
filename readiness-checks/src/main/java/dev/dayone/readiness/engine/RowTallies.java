package dev.dayone.readiness.engine;

import dev.dayone.readiness.statistic.WindowSums;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** Counts and sums over the batches of some of a table's rows: predicates by the columns that they are over. */
final class RowTallies {
    private final List<List<Integer>> places = new ArrayList<>();
    private final List<PredicateTally> tallies = new ArrayList<>();
    private final ValueTally values;
    private final WindowRuns runs;
    private final int predicates;

    /**
     * What is asked of each row.
     *
     * @param expressions predicates, then values, then the window's number if rows have one
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Asked(Expression[] expressions, int predicates, int values, boolean inWindows) implements Serializable {}

    /**
     * What came out.
     *
     * @param byWindow of each predicate; null: rows were drawn in no windows
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(long[] rows, int @Nullable [][] byWindow, WindowSums[] sums) implements Serializable {
        /** With what came out of other rows. */
        Found and(Found more) {
            long[] both = rows.clone();
            int[][] windows = byWindow == null ? null : byWindow.clone();
            for (int i = 0; i < both.length; i++) {
                both[i] += more.rows[i];
                if (windows != null && more.byWindow != null) {
                    windows[i] = sum(windows[i], more.byWindow[i]);
                }
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i].add(more.sums[i]);
            }
            return new Found(both, windows, sums);
        }

        private static int[] sum(int[] one, int[] two) {
            int[] sum = Arrays.copyOf(one, Math.max(one.length, two.length));
            for (int i = 0; i < two.length; i++) {
                sum[i] += two[i];
            }
            return sum;
        }
    }

    RowTallies(Asked asked) {
        List<Expression> expressions = List.of(asked.expressions());
        predicates = asked.predicates();
        values = new ValueTally(expressions.subList(predicates, predicates + asked.values()));
        runs = new WindowRuns(asked.inWindows() ? column(expressions.get(expressions.size() - 1)) : -1);
        Map<Integer, List<Integer>> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < predicates; i++) {
            byColumn.computeIfAbsent(column(expressions.get(i)), column -> new ArrayList<>())
                    .add(i);
        }
        byColumn.forEach((column, some) -> {
            List<Integer> byRegex = some.stream()
                    .filter(place -> column >= 0 && RegexClasses.of(List.of(expressions.get(place))) != null)
                    .toList();
            List<Integer> others =
                    some.stream().filter(place -> !byRegex.contains(place)).toList();
            if (!others.isEmpty()) {
                add(others, column, null, expressions);
            }
            addByRegex(byRegex, column, expressions);
        });
    }

    /** Together, or where that is too much for one automaton, in halves. */
    private void addByRegex(List<Integer> some, int column, List<Expression> expressions) {
        if (some.isEmpty()) {
            return;
        }
        RegexClasses classes =
                RegexClasses.of(some.stream().map(expressions::get).toList());
        if (classes != null || some.size() == 1) {
            add(some, column, classes, expressions);
            return;
        }
        addByRegex(some.subList(0, some.size() / 2), column, expressions);
        addByRegex(some.subList(some.size() / 2, some.size()), column, expressions);
    }

    private void add(List<Integer> some, int column, @Nullable RegexClasses classes, List<Expression> expressions) {
        places.add(some);
        tallies.add(new PredicateTally(some.stream().map(expressions::get).toList(), column, classes, runs));
    }

    /** The only column of an expression; -1: it has none or several. */
    private static int column(Expression expression) {
        int[] columns = columns(expression).distinct().toArray();
        return columns.length == 1 ? columns[0] : -1;
    }

    private static IntStream columns(Expression expression) {
        return expression instanceof BoundReference bound
                ? IntStream.of(bound.ordinal())
                : Scala.list(expression.children()).stream().flatMapToInt(RowTallies::columns);
    }

    /** Takes a batch in. */
    void add(ColumnarBatch batch) {
        runs.read(batch);
        tallies.forEach(tally -> tally.add(batch, runs));
        values.add(batch, runs);
    }

    /** What came out so far. */
    Found found() {
        long[] counts = new long[predicates];
        int[][] byWindow = runs.told() ? new int[predicates][0] : null;
        for (int i = 0; i < tallies.size(); i++) {
            long[] some = tallies.get(i).counts();
            int[][] windows = tallies.get(i).byWindow();
            for (int j = 0; j < some.length; j++) {
                int place = places.get(i).get(j);
                counts[place] = some[j];
                if (byWindow != null && windows != null) {
                    byWindow[place] = windows[j];
                }
            }
        }
        return new Found(counts, byWindow, values.sums());
    }
}
