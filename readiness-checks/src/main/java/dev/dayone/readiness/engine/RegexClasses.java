package dev.dayone.readiness.engine;

import dev.dayone.readiness.regex.RegexSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.RLike;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.jspecify.annotations.Nullable;

/**
 * Texts in classes: those of a class hold the same regular expressions, so predicates that ask for nothing else answer
 * alike for all of them.
 */
final class RegexClasses {
    private final RegexSet set;

    private RegexClasses(RegexSet set) {
        this.set = set;
    }

    /** For predicates over one column of texts; null: one of them asks for more, or the expressions are too much for this. */
    static @Nullable RegexClasses of(List<Expression> predicates) {
        List<String> regexes = new ArrayList<>();
        for (Expression predicate : predicates) {
            if (!collect(predicate, regexes)) {
                return null;
            }
        }
        RegexSet set = regexes.isEmpty() ? null : RegexSet.of(regexes);
        return set == null ? null : new RegexClasses(set);
    }

    private static boolean collect(Expression expression, List<String> regexes) {
        if (expression instanceof RLike like) {
            boolean plain = like.left() instanceof BoundReference && like.right() instanceof Literal;
            Object regex = plain ? ((Literal) like.right()).value() : null;
            if (regex != null) {
                regexes.add(regex.toString());
            }
            return regex != null;
        }
        boolean isNull = expression instanceof IsNull || expression instanceof IsNotNull;
        if (isNull && Scala.list(expression.children()).get(0) instanceof BoundReference) {
            return true;
        }
        return !(expression instanceof BoundReference)
                && expression.deterministic()
                && Scala.list(expression.children()).stream().allMatch(child -> collect(child, regexes));
    }

    /** Tells the classes of a batch's texts. */
    interface Texts {
        /** The class of a text that is there; {@link RegexSet#UNTOLD}: it has to be looked at by itself. */
        int classOf(int row);
    }

    /** The texts of some rows of a vector. */
    Texts of(ColumnVector vector, int rows) {
        byte[] shared = shared(vector, rows);
        if (shared == null) {
            return row -> {
                byte[] bytes = vector.getUTF8String(row).getBytes();
                return set.answer(bytes, 0, bytes.length);
            };
        }
        WritableColumnVector writable = (WritableColumnVector) vector;
        return row -> {
            int from = writable.getArrayOffset(row);
            return set.answer(shared, from, from + writable.getArrayLength(row));
        };
    }

    /** The one array that all texts lie in; null: there is none. */
    static byte @Nullable [] shared(ColumnVector vector, int rows) {
        int first = 0;
        while (first < rows && vector.isNullAt(first)) {
            first++;
        }
        return first < rows
                        && vector instanceof WritableColumnVector writable
                        && !writable.hasDictionary()
                        && writable.getUTF8String(first).getBaseObject() instanceof byte[] bytes
                ? bytes
                : null;
    }
}
