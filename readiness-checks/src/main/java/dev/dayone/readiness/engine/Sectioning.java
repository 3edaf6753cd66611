package dev.dayone.readiness.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.optimizer.InlineCTE;
import org.apache.spark.sql.catalyst.plans.JoinType;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * Makes of a query that yields one number one that yields a number for each section of a table's rows, in one pass: the
 * section's column is carried from the table to the end of the query, every group is one of a section, and rows are joined
 * within their section.
 */
final class Sectioning {
    /** What is the same of a part of the rows as of all, but for chance. */
    private static final Set<String> AVERAGING = Set.of(
            "Average",
            "TryAverage",
            "Count",
            "CountIf",
            "Sum",
            "TrySum",
            "StddevSamp",
            "StddevPop",
            "VarianceSamp",
            "VariancePop",
            "Corr",
            "CovPopulation",
            "CovSample");

    private static final Set<String> OF_RANK = Set.of("Percentile", "ApproximatePercentile", "Median");

    private final Set<String> functions = new TreeSet<>();

    /** Thrown by a query that cannot be asked by section: says why. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Unfit(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** A plan that has the section's column, if it reads the table. */
    private record Carried(LogicalPlan plan, @Nullable Attribute section) {}

    /** What is asked: number and section; {@code ofRank}: whether the number is a quantile. */
    record Asked(LogicalPlan plan, boolean ofRank) {}

    /** The query by section, of an analyzed one that has the column. Throws {@link Unfit}. */
    static Asked of(LogicalPlan analyzed) {
        Sectioning sectioning = new Sectioning();
        LogicalPlan plan = new InlineCTE(true).apply(analyzed);
        NamedExpression number = Scala.list(plan.output()).get(0);
        Carried carried = sectioning.carry(plan);
        if (carried.section() == null || sectioning.functions.isEmpty()) {
            throw new Unfit("the query has no aggregate over all rows");
        }
        return new Asked(
                new Project(Scala.seq(List.of(number, carried.section())), carried.plan()),
                OF_RANK.containsAll(sectioning.functions));
    }

    private Carried carry(LogicalPlan plan) {
        Scala.list(plan.expressions()).forEach(Sectioning::refuseSubqueries);
        if (plan instanceof Project project) {
            return project(project);
        }
        if (plan instanceof Join join) {
            return join(join);
        }
        List<Carried> children =
                Scala.list(plan.children()).stream().map(this::carry).toList();
        Attribute section = children.stream()
                .map(Carried::section)
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
        if (section == null) {
            return new Carried(plan, null);
        }
        LogicalPlan child = children.get(0).plan();
        if (plan instanceof Aggregate aggregate) {
            return aggregate(aggregate, child, section);
        }
        if (plan instanceof Filter
                || plan instanceof SubqueryAlias
                || plan instanceof Sort
                || plan instanceof Distinct
                || plan instanceof Generate) {
            return new Carried(plan.withNewChildren(Scala.seq(List.of(child)).toIndexedSeq()), section);
        }
        throw new Unfit("the query cannot be asked of a part of the rows");
    }

    private Carried project(Project project) {
        Carried child = carry(project.child());
        List<NamedExpression> list = new ArrayList<>(Scala.list(project.projectList()));
        Attribute section = child.section();
        if (section == null) {
            Attribute made = list.stream()
                    .filter(named -> named instanceof Alias && named.name().equals(Section.COLUMN))
                    .map(NamedExpression::toAttribute)
                    .findFirst()
                    .orElse(null);
            return new Carried(project, made);
        }
        if (!holds(list, section)) {
            list.add(section);
        }
        return new Carried(new Project(Scala.seq(list), child.plan()), section);
    }

    private Carried aggregate(Aggregate aggregate, LogicalPlan child, Attribute section) {
        List<Expression> grouping = new ArrayList<>(Scala.list(aggregate.groupingExpressions()));
        List<NamedExpression> list = new ArrayList<>(Scala.list(aggregate.aggregateExpressions()));
        if (grouping.isEmpty()) {
            functions.clear();
            list.forEach(expression -> judge((Expression) expression));
        }
        if (grouping.stream().noneMatch(section::semanticEquals)) {
            grouping.add(section);
        }
        if (!holds(list, section)) {
            list.add(section);
        }
        return new Carried(new Aggregate(Scala.seq(grouping), Scala.seq(list), child), section);
    }

    private Carried join(Join join) {
        Carried left = carry(join.left());
        Carried right = carry(join.right());
        Attribute ofLeft = left.section();
        Attribute ofRight = right.section();
        if (ofLeft == null && ofRight == null) {
            return new Carried(join, null);
        }
        JoinType type = join.joinType();
        boolean fits =
                switch (type.sql()) {
                    case "INNER", "CROSS" -> true;
                    case "LEFT OUTER", "LEFT SEMI", "LEFT ANTI" -> ofLeft != null;
                    case "RIGHT OUTER" -> ofRight != null;
                    default -> false;
                };
        if (!fits) {
            throw new Unfit("the query joins the sampled rows as what may be missing");
        }
        Option<Expression> condition = join.condition();
        if (ofLeft != null && ofRight != null) {
            Expression together = new EqualTo(ofLeft, ofRight);
            condition = Option.apply(condition.isEmpty() ? together : new And(condition.get(), together));
        }
        Attribute kept = ofLeft == null || type.sql().equals("RIGHT OUTER") ? ofRight : ofLeft;
        return new Carried(new Join(left.plan(), right.plan(), type, condition, join.hint()), kept);
    }

    private void judge(Expression expression) {
        if (expression instanceof AggregateExpression aggregate) {
            String function = aggregate.aggregateFunction().getClass().getSimpleName();
            String name = aggregate.aggregateFunction().prettyName();
            if (aggregate.isDistinct()) {
                throw new Unfit("how many different values there are cannot be told from some of the rows");
            }
            if (!AVERAGING.contains(function) && !OF_RANK.contains(function)) {
                throw new Unfit("'" + name + "' of some of the rows tells nothing certain of all");
            }
            functions.add(function);
        }
        Scala.list(expression.children()).forEach(this::judge);
    }

    private static boolean holds(List<NamedExpression> list, Attribute section) {
        return list.stream()
                .anyMatch(named -> named instanceof Attribute && named.exprId().equals(section.exprId()));
    }

    /** A subquery has one answer for all sections, so the sampled rows may not be in it. */
    private static void refuseSubqueries(Expression expression) {
        if (expression instanceof SubqueryExpression subquery && reads(subquery.plan(), new HashSet<>())) {
            throw new Unfit("the query asks the sampled rows in a subquery");
        }
        Scala.list(expression.children()).forEach(Sectioning::refuseSubqueries);
    }

    private static boolean reads(LogicalPlan plan, Set<LogicalPlan> seen) {
        return seen.add(plan)
                && (Scala.list(plan.output()).stream()
                                .anyMatch(attribute -> attribute.name().equals(Section.COLUMN))
                        || Scala.list(plan.children()).stream().anyMatch(child -> reads(child, seen))
                        || Scala.list(plan.expressions()).stream().anyMatch(expression -> readsIn(expression, seen)));
    }

    private static boolean readsIn(Expression expression, Set<LogicalPlan> seen) {
        return (expression instanceof SubqueryExpression subquery && reads(subquery.plan(), seen))
                || Scala.list(expression.children()).stream().anyMatch(child -> readsIn(child, seen));
    }
}
