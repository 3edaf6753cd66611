package dev.dayone.readiness.engine;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.kept.KeptPart;
import dev.dayone.readiness.profile.ColumnState.Request;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A table's rows dealt to folds by a hash of their place, the same in every run, so that what is true of some of them can
 * be held against the others. They are kept in memory: of a large table, as many as that allows, drawn evenly. Not
 * thread-safe.
 */
public final class Folds {
    private static final long MOST_ROWS = 10_000;
    private static final long MOST_CELLS = 2_000_000;
    private static final int PREDICATES_AT_ONCE = 400;

    private final SnapshotTable table;
    private final StructType schema;
    private final List<Request> requests;
    private final List<List<InternalRow>> rows = new ArrayList<>();
    private final List<KeptPart> states = new ArrayList<>();
    private final Map<Measure, long[]> counts = new LinkedHashMap<>();

    private Folds(SnapshotTable table, StructType schema, List<Request> requests, int folds) {
        this.table = table;
        this.schema = schema;
        this.requests = requests;
        for (int i = 0; i < folds; i++) {
            rows.add(new ArrayList<>());
        }
    }

    /**
     * Deals a table's rows; null: its files do not come in batches.
     *
     * @param summarized positions of columns of which {@link #profile} need not tell details
     */
    public static @Nullable Folds of(SnapshotReader reader, SnapshotTable table, int folds, Set<Integer> summarized) {
        TableFiles files =
                reader.files(table.ref(), table.manifest(), table.manifest().files());
        if (!files.inBatches()) {
            return null;
        }
        List<Request> requests = IntStream.range(0, table.columns().size())
                .mapToObj(i -> summarized.contains(i) ? Request.SUMMARY : Request.USUAL)
                .toList();
        Folds dealt = new Folds(table, files.schema(), requests, folds);
        dealt.deal(files);
        dealt.rows.forEach(some -> dealt.states.add(
                new KeptPart(new TreeSet<>(), ColumnarPass.states(some, dealt.schema, dealt.requests))));
        return dealt;
    }

    private void deal(TableFiles files) {
        long most = Math.min(MOST_ROWS, MOST_CELLS / schema.length());
        double taken = (double) most / Math.max(1, table.manifest().sampledRows());
        long[] place = {0};
        new FileBatches(files, schema).forEach(batch -> {
            for (int row = 0; row < batch.numRows(); row++) {
                long hash = mixed(place[0]++);
                if ((hash >>> 11) * 0x1p-53 < taken) {
                    int fold = (int) Math.floorMod(mixed(hash), (long) rows.size());
                    rows.get(fold).add(batch.getRow(row).copy());
                }
            }
        });
    }

    /** The finaliser of SplitMix64: G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014. */
    private static long mixed(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** How many rows some of the folds have. */
    public long rows(BitSet some) {
        return some.stream().mapToLong(fold -> rows.get(fold).size()).sum();
    }

    /** The columns' statistics in some of the folds. */
    public List<ProfiledColumn> profile(BitSet some) {
        List<ColumnType> types = ColumnarProfiler.types(table);
        List<KeptPart> parts = some.stream().mapToObj(states::get).toList();
        return ColumnarProfiler.finish(parts, types, requests, table.manifest().completedAt());
    }

    /** Counts in one pass what measures ask for that are each row's business. */
    public void count(Collection<Measure> measures) {
        List<Measure> asked = new ArrayList<>();
        List<Column> predicates = new ArrayList<>();
        for (Measure measure : new LinkedHashSet<>(measures)) {
            Column predicate = measure.predicate();
            if (predicate != null && !counts.containsKey(measure)) {
                asked.add(measure);
                predicates.add(predicate);
            }
        }
        for (int from = 0; from < asked.size(); from += PREDICATES_AT_ONCE) {
            int to = Math.min(asked.size(), from + PREDICATES_AT_ONCE);
            count(asked.subList(from, to), predicates.subList(from, to));
        }
    }

    private void count(List<Measure> measures, List<Column> predicates) {
        Column[] selected = predicates.stream()
                .map(predicate -> functions.when(predicate, true).otherwise(false))
                .toArray(Column[]::new);
        RowExpressions expressions = RowExpressions.of(table.rows().select(selected));
        if (expressions == null) {
            return;
        }
        int[] places = IntStream.range(0, expressions.columns().length())
                .map(i -> schema.fieldIndex(expressions.columns().fields()[i].name()))
                .toArray();
        List<Expression> bound = expressions.expressions().stream()
                .map(expression -> moved(expression, places))
                .toList();
        InterpretedMutableProjection projection = new InterpretedMutableProjection(Scala.seq(bound));
        long[][] found = new long[measures.size()][rows.size()];
        for (int fold = 0; fold < rows.size(); fold++) {
            for (InternalRow row : rows.get(fold)) {
                InternalRow kept = projection.apply(row);
                for (int i = 0; i < found.length; i++) {
                    found[i][fold] += kept.getBoolean(i) ? 1 : 0;
                }
            }
        }
        for (int i = 0; i < found.length; i++) {
            counts.put(measures.get(i), found[i]);
        }
    }

    private static Expression moved(Expression expression, int[] places) {
        return expression instanceof BoundReference bound
                ? new BoundReference(places[bound.ordinal()], bound.dataType(), true)
                : expression.mapChildren(child -> moved(child, places));
    }

    /** The answers of measures in some of the folds, {@link #count counted} before; what cannot be had of a part is broken. */
    public Map<Measure, Answer> answers(Collection<Measure> measures, BitSet some) {
        Map<Measure, Answer> answers = new LinkedHashMap<>();
        for (Measure measure : measures) {
            long[] counted = counts.get(measure);
            if (counted != null) {
                answers.put(
                        measure,
                        new Answer.Value(
                                some.stream().mapToLong(fold -> counted[fold]).sum()));
            } else if (measure instanceof Measure.Once once && once.where() == null) {
                answers.put(measure, once(once.column(), some));
            } else {
                answers.put(measure, new Answer.Broken("It is not to be had of a part of the rows."));
            }
        }
        return answers;
    }

    private Answer once(int column, BitSet some) {
        DataType type = schema.fields()[column].dataType();
        Map<Object, Integer> values = new HashMap<>();
        some.stream().forEach(fold -> rows.get(fold).forEach(row -> {
            if (!row.isNullAt(column)) {
                values.merge(row.get(column, type), 1, Integer::sum);
            }
        }));
        return new Answer.Value(
                values.values().stream().filter(rows -> rows == 1).count());
    }
}
