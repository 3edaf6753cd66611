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
        SharedBytes shared = SharedBytes.of(vector, rows);
        return shared == null
                ? row -> {
                    byte[] bytes = vector.getUTF8String(row).getBytes();
                    return set.answer(bytes, 0, bytes.length);
                }
                : row -> set.answer(shared.bytes(), shared.start(row), shared.end(row));
    }
}
