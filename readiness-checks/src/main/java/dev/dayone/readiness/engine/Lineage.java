package dev.dayone.readiness.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BitLength;
import org.apache.spark.sql.catalyst.expressions.DenseRank;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Length;
import org.apache.spark.sql.catalyst.expressions.OctetLength;
import org.apache.spark.sql.catalyst.expressions.OuterReference;
import org.apache.spark.sql.catalyst.expressions.PercentRank;
import org.apache.spark.sql.catalyst.expressions.Rank;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.Count;
import org.apache.spark.sql.catalyst.expressions.aggregate.HyperLogLogPlusPlus;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a query's number may hold a value of a column that is not shown. Counts, lengths, ranks and yes or no carry
 * none; whatever else is computed from such a column does, for {@code max} of one row is its value.
 */
final class Lineage {
    private static final String HIDDEN = "dayone.hidden";
    private static final Set<Class<?>> TELL_NOTHING = Set.of(
            Count.class,
            Length.class,
            OctetLength.class,
            BitLength.class,
            HyperLogLogPlusPlus.class,
            Rank.class,
            DenseRank.class,
            PercentRank.class);

    private final Map<Long, String> carrying = new HashMap<>();
    private final Map<Long, LogicalPlan> named = new HashMap<>();

    private Lineage() {}

    /** Marks a column as not shown. */
    static Metadata hidden() {
        return new MetadataBuilder().putBoolean(HIDDEN, true).build();
    }

    /** A column that is not shown whose values the analyzed query's output may hold; null: there is none. */
    static @Nullable String shownBy(LogicalPlan query) {
        Lineage lineage = new Lineage();
        lineage.visit(query);
        return lineage.ofOutput(query);
    }

    private void visit(LogicalPlan plan) {
        if (plan instanceof CTERelationRef reference) {
            // The definitions stand before the query that uses them.
            LogicalPlan definition = named.get(reference.cteId());
            inherit(Scala.list(plan.output()), definition == null ? List.of() : List.of(definition));
            return;
        }
        List<LogicalPlan> children = Scala.list(plan.children());
        children.forEach(this::visit);
        List<Alias> aliases = new ArrayList<>();
        Scala.list(plan.expressions()).forEach(expression -> collect(expression, aliases));
        for (Alias alias : aliases) {
            mark(alias.exprId().id(), of(alias.child()));
        }
        if (plan instanceof CTERelationDef definition) {
            named.put(definition.id(), definition);
        } else if (plan instanceof Union) {
            inherit(Scala.list(plan.output()), children);
        } else {
            Scala.list(plan.output()).stream()
                    .filter(attribute -> isNew(attribute, children, aliases))
                    .forEach(attribute -> mark(attribute.exprId().id(), ofAny(children)));
        }
    }

    private void collect(Expression expression, List<Alias> aliases) {
        if (expression instanceof SubqueryExpression subquery) {
            visit(subquery.plan());
        }
        Scala.list(expression.children()).forEach(child -> collect(child, aliases));
        if (expression instanceof Alias alias) {
            aliases.add(alias);
        }
    }

    /** Where a plan makes attributes out of nothing that can be followed, as a generator does. */
    private static boolean isNew(Attribute attribute, List<LogicalPlan> children, List<Alias> aliases) {
        return !children.isEmpty()
                && aliases.stream().noneMatch(alias -> alias.exprId().equals(attribute.exprId()))
                && children.stream()
                        .flatMap(child -> Scala.list(child.output()).stream())
                        .noneMatch(output -> output.exprId().equals(attribute.exprId()));
    }

    private void inherit(List<Attribute> output, List<LogicalPlan> from) {
        for (LogicalPlan plan : from) {
            List<Attribute> attributes = Scala.list(plan.output());
            for (int i = 0; i < output.size() && i < attributes.size(); i++) {
                mark(output.get(i).exprId().id(), of(attributes.get(i)));
            }
        }
    }

    private void mark(long id, @Nullable String column) {
        if (column != null) {
            carrying.put(id, column);
        }
    }

    private @Nullable String ofAny(List<LogicalPlan> plans) {
        for (LogicalPlan plan : plans) {
            String column = ofOutput(plan);
            if (column != null) {
                return column;
            }
        }
        return null;
    }

    private @Nullable String ofOutput(LogicalPlan plan) {
        for (Attribute attribute : Scala.list(plan.output())) {
            String column = of(attribute);
            if (column != null) {
                return column;
            }
        }
        return null;
    }

    private @Nullable String of(Expression expression) {
        if (TELL_NOTHING.contains(expression.getClass())
                || expression.dataType().equals(DataTypes.BooleanType)) {
            return null;
        }
        if (expression instanceof WindowExpression window) {
            // By what rows are parted and ordered says which rows count, not what they hold; it has no type either.
            return of(window.windowFunction());
        }
        if (expression instanceof Attribute attribute) {
            String column = carrying.get(attribute.exprId().id());
            return column == null && attribute.metadata().contains(HIDDEN) ? attribute.name() : column;
        }
        if (expression instanceof OuterReference outer) {
            return of(outer.e().toAttribute());
        }
        if (expression instanceof SubqueryExpression subquery) {
            return ofOutput(subquery.plan());
        }
        for (Expression child : Scala.list(expression.children())) {
            String column = of(child);
            if (column != null) {
                return column;
            }
        }
        return null;
    }
}
