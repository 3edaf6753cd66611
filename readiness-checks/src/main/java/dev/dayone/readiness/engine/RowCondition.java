package dev.dayone.readiness.engine;

import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;

/** A check's {@code row_condition}: a predicate in Spark SQL over the columns' real names. */
public final class RowCondition {
    private RowCondition() {}

    /**
     * The condition over the inner names. Throws {@link IllegalArgumentException} with a sentence if it cannot be read,
     * names no column of the table, or uses what is not allowed.
     */
    public static Column parse(String sql, SnapshotTable table) {
        try {
            return new Column(renamed(CatalystSqlParser$.MODULE$.parseExpression(sql), table));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (SqlGuard.Refused e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (Exception e) { // the parser's checked exception is not declared for Java
            throw new IllegalArgumentException(Failure.sentence(e), e);
        }
    }

    private static Expression renamed(Expression expression, SnapshotTable table) {
        SqlGuard.checkExpression(expression);
        if (expression instanceof SubqueryExpression) {
            throw new IllegalArgumentException("A row_condition may not hold a subquery.");
        }
        if (expression instanceof UnresolvedAttribute attribute) {
            List<String> parts = Scala.list(attribute.nameParts());
            String name = String.join(".", parts);
            int position = table.position(name);
            if (position < 0) {
                throw new IllegalArgumentException(table.unknownColumn(name));
            }
            return UnresolvedAttribute.quoted(SnapshotTable.inner(position));
        }
        return expression.mapChildren(child -> renamed(child, table));
    }
}
