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
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * Makes of a query that yields one number one that yields a number for each section of a table's rows, in one pass: the
 * section's column is carried from the table to the end of the query, every group is one of a section, and rows are joined
 * within their section. Tables that were sampled apart keep of their pairs those of one section: fewer, which makes an interval
 * wider than it need be.
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
    private final boolean alike;

    private Sectioning(boolean alike) {
        this.alike = alike;
    }

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

    /** A plan that has the section's column, if it reads tables that have one; {@code tables}: the names of their columns. */
    private record Carried(LogicalPlan plan, @Nullable Attribute section, Set<String> tables) {
        static Carried without(LogicalPlan plan) {
            return new Carried(plan, null, Set.of());
        }

        Carried with(LogicalPlan above) {
            return new Carried(above, section, tables);
        }
    }

    /** What is asked: number and section; {@code ofRank}: whether the number is a quantile. */
    record Asked(LogicalPlan plan, boolean ofRank) {}

    /**
     * The query by section, of an analyzed one that has the column; {@code alike}: whether the same share of each table was
     * drawn. Throws {@link Unfit}.
     */
    static Asked of(LogicalPlan analyzed, boolean alike) {
        Sectioning sectioning = new Sectioning(alike);
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
        if (plan instanceof Union union) {
            return union(union);
        }
        List<Carried> children =
                Scala.list(plan.children()).stream().map(this::carry).toList();
        Carried child = children.stream()
                .filter(found -> found.section() != null)
                .findFirst()
                .orElse(Carried.without(plan));
        if (child.section() == null) {
            return child;
        }
        if (plan instanceof Aggregate aggregate) {
            return child.with(aggregate(aggregate, child.plan(), child.section()));
        }
        if (plan instanceof Window window
                && Scala.list(window.partitionSpec()).stream().noneMatch(Section::isUnit)) {
            throw new Unfit("a window function looks at rows that were not all read together");
        }
        if (plan instanceof Filter
                || plan instanceof SubqueryAlias
                || plan instanceof Sort
                || plan instanceof Distinct
                || plan instanceof Window
                || plan instanceof Generate) {
            return child.with(
                    plan.withNewChildren(Scala.seq(List.of(child.plan())).toIndexedSeq()));
        }
        throw new Unfit("the query cannot be asked of a part of the rows");
    }

    private Carried project(Project project) {
        Carried child = carry(project.child());
        List<NamedExpression> list = new ArrayList<>(Scala.list(project.projectList()));
        Attribute section = child.section();
        if (section == null) {
            Attribute made = list.stream()
                    .filter(named -> named instanceof Alias && Section.isColumn((Expression) named))
                    .map(NamedExpression::toAttribute)
                    .findFirst()
                    .orElse(null);
            return new Carried(project, made, made == null ? Set.of() : Set.of(made.name()));
        }
        if (!holds(list, section)) {
            list.add(section);
        }
        return child.with(new Project(Scala.seq(list), child.plan()));
    }

    private LogicalPlan aggregate(Aggregate aggregate, LogicalPlan child, Attribute section) {
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
        return new Aggregate(Scala.seq(grouping), Scala.seq(list), child);
    }

    private Carried join(Join join) {
        Carried left = carry(join.left());
        Carried right = carry(join.right());
        Attribute ofLeft = left.section();
        Attribute ofRight = right.section();
        if (ofLeft == null && ofRight == null) {
            return Carried.without(join);
        }
        JoinType type = join.joinType();
        boolean apart = ofLeft != null && ofRight != null && !left.tables().equals(right.tables());
        boolean fits =
                switch (type.sql()) {
                    case "INNER", "CROSS" -> true;
                    case "LEFT OUTER", "LEFT SEMI", "LEFT ANTI" -> ofLeft != null && !apart;
                    case "RIGHT OUTER" -> ofRight != null && !apart;
                    default -> false;
                };
        if (!fits) {
            throw new Unfit("the query joins the sampled rows as what may be missing");
        }
        if (apart && (groups(left.plan()) || groups(right.plan()))) {
            throw new Unfit("the query joins groups of rows of tables that were sampled apart");
        }
        Option<Expression> condition = join.condition();
        if (ofLeft != null && ofRight != null) {
            Expression together = new EqualTo(ofLeft, ofRight);
            condition = Option.apply(condition.isEmpty() ? together : new And(condition.get(), together));
        }
        Attribute kept = ofLeft == null || type.sql().equals("RIGHT OUTER") ? ofRight : ofLeft;
        Set<String> tables = new TreeSet<>(left.tables());
        tables.addAll(right.tables());
        return new Carried(new Join(left.plan(), right.plan(), type, condition, join.hint()), kept, tables);
    }

    /** Whether something is made of rows that belong together, some of which may not have been drawn. */
    private static boolean groups(LogicalPlan plan) {
        return plan instanceof Distinct
                || (plan instanceof Aggregate aggregate
                        && aggregate.groupingExpressions().size() > 1)
                || Scala.list(plan.children()).stream().anyMatch(Sectioning::groups);
    }

    /** Sections of all parts put together: as much of each as of all. */
    private Carried union(Union union) {
        List<Carried> parts =
                Scala.list(union.children()).stream().map(this::carry).toList();
        if (parts.stream().allMatch(part -> part.section() == null)) {
            return Carried.without(union);
        }
        Set<String> tables = new TreeSet<>();
        List<LogicalPlan> plans = new ArrayList<>();
        for (Carried part : parts) {
            Attribute section = part.section();
            if (section == null) {
                throw new Unfit("the query puts sampled rows beside others");
            }
            List<NamedExpression> list = new ArrayList<>();
            Scala.list(part.plan().output()).stream()
                    .filter(attribute -> !attribute.exprId().equals(section.exprId()))
                    .forEach(list::add);
            list.add(section);
            plans.add(new Project(Scala.seq(list), part.plan()));
            tables.addAll(part.tables());
        }
        boolean ofOne = parts.stream().allMatch(part -> part.tables().equals(tables));
        boolean each = parts.stream().allMatch(part -> part.tables().size() == 1);
        if (!ofOne && !(each && alike)) {
            throw new Unfit("the query puts rows of tables beside each other of which other shares may have been read");
        }
        Union united = new Union(Scala.seq(plans), union.byName(), union.allowMissingCol());
        List<Attribute> output = Scala.list(united.output());
        return new Carried(united, output.get(output.size() - 1), tables);
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
                && (Scala.list(plan.output()).stream().anyMatch(Section::isColumn)
                        || Scala.list(plan.children()).stream().anyMatch(child -> reads(child, seen))
                        || Scala.list(plan.expressions()).stream().anyMatch(expression -> readsIn(expression, seen)));
    }

    private static boolean readsIn(Expression expression, Set<LogicalPlan> seen) {
        return (expression instanceof SubqueryExpression subquery && reads(subquery.plan(), seen))
                || Scala.list(expression.children()).stream().anyMatch(child -> readsIn(child, seen));
    }
}
