package dev.dayone.readiness.engine;

import dev.dayone.pilot.TableRef;
import dev.dayone.readiness.table.NearestName;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Dataset$;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.MultiInstanceRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.types.Metadata;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Walks a parsed query, refuses what is not allowed, and puts the snapshot's tables in the place of their names. Nothing
 * is looked up in a catalogue or on disk: a name that is neither a table nor one of the query's own is refused.
 */
final class QueryTables {
    private final Map<TableRef, SnapshotTable> tables;
    private final Map<TableRef, Set<Integer>> hidden;
    private final Set<TableRef> read;
    private final @Nullable String home;
    private final Map<TableRef, Section> sections;

    /**
     * Tables that are read go into {@code read}; {@code hidden}: the positions of columns that are not shown; {@code home}:
     * the source whose tables go by their bare names, null: none.
     */
    QueryTables(
            Map<TableRef, SnapshotTable> tables,
            Map<TableRef, Set<Integer>> hidden,
            Set<TableRef> read,
            @Nullable String home) {
        this(tables, hidden, read, home, Map.of());
    }

    /** The same, some of them with the column of their section. */
    QueryTables(
            Map<TableRef, SnapshotTable> tables,
            Map<TableRef, Set<Integer>> hidden,
            Set<TableRef> read,
            @Nullable String home,
            Map<TableRef, Section> sections) {
        this.tables = tables;
        this.hidden = hidden;
        this.read = read;
        this.home = home;
        this.sections = sections;
    }

    /** The plan over the tables; {@code own}: names that the query has given, in lower case. */
    LogicalPlan resolve(LogicalPlan plan, Set<String> own) {
        SqlGuard.checkPlan(plan.getClass().getSimpleName().replace("$", ""));
        if (plan instanceof UnresolvedRelation relation) {
            return relation(relation, own);
        }
        if (plan instanceof UnresolvedTableValuedFunction function) {
            SqlGuard.checkTableFunction(String.join(".", Scala.list(function.name())));
        }
        if (plan instanceof UnresolvedWith with) {
            return with(with, own);
        }
        LogicalPlan children = plan.mapChildren(child -> resolve(child, own));
        return children.mapExpressions(expression -> expression(expression, own));
    }

    private LogicalPlan with(UnresolvedWith with, Set<String> outer) {
        Set<String> own = new HashSet<>(outer);
        List<Tuple2<String, SubqueryAlias>> relations = new ArrayList<>();
        for (Tuple2<String, SubqueryAlias> relation : Scala.list(with.cteRelations())) {
            LogicalPlan resolved = resolve(relation._2(), own);
            relations.add(new Tuple2<>(relation._1(), (SubqueryAlias) resolved));
            own.add(relation._1().toLowerCase(Locale.ROOT));
        }
        return new UnresolvedWith(resolve(with.child(), own), Scala.seq(relations));
    }

    private Expression expression(Expression expression, Set<String> own) {
        SqlGuard.checkExpression(expression);
        Expression checked = expression.mapChildren(child -> expression(child, own));
        return checked instanceof SubqueryExpression subquery
                ? subquery.withNewPlan(resolve(subquery.plan(), own))
                : checked;
    }

    private LogicalPlan relation(UnresolvedRelation relation, Set<String> own) {
        List<String> name = Scala.list(relation.multipartIdentifier());
        if (name.size() == 1 && own.contains(name.get(0).toLowerCase(Locale.ROOT))) {
            return relation;
        }
        String written = String.join(".", name);
        SnapshotTable table = name.size() == 2
                ? table(name.get(0), name.get(1))
                : name.size() == 1 && home != null ? table(home, name.get(0)) : null;
        if (table == null) {
            throw new SqlGuard.Refused("The snapshot has no table '" + written + "'"
                    + NearestName.hint(written, MetricQuery.names(tables))
                    + (name.size() == 2 ? "" : " Write SOURCE.TABLE."));
        }
        read.add(table.ref());
        // Under its whole name, so that SOURCE.TABLE.COLUMN and TABLE.COLUMN both find the column.
        return new SubqueryAlias(
                new AliasIdentifier(
                        table.ref().table(), Scala.seq(List.of(table.ref().source()))),
                named(table));
    }

    private @Nullable SnapshotTable table(String source, String name) {
        SnapshotTable exact = tables.get(new TableRef(source, name));
        if (exact != null) {
            return exact;
        }
        List<SnapshotTable> alike = tables.values().stream()
                .filter(table -> table.ref().source().equalsIgnoreCase(source)
                        && table.ref().table().equalsIgnoreCase(name))
                .toList();
        return alike.size() == 1 ? alike.get(0) : null;
    }

    /** The table under its real names; each time with attributes of its own, for a query may read it twice. */
    private LogicalPlan named(SnapshotTable table) {
        Set<Integer> unshown = hidden.getOrDefault(table.ref(), Set.of());
        Section parted = sections.get(table.ref());
        int unit = sections.isEmpty() ? -1 : table.unit();
        Dataset<Row> of = parted == null ? table.rows() : parted.rows();
        LogicalPlan plan = of.queryExecution().analyzed();
        LogicalPlan fresh = plan instanceof MultiInstanceRelation relation ? relation.newInstance() : plan;
        Dataset<Row> rows = Dataset$.MODULE$.ofRows(of.sparkSession(), fresh);
        int named = table.columns().size();
        Column[] columns = new Column[named + (parted == null ? 0 : 1)];
        if (parted != null) {
            columns[named] = parted.number().as(parted.name());
        }
        for (int i = 0; i < named; i++) {
            Metadata mark = unshown.contains(i) ? Lineage.hidden() : Metadata.empty();
            columns[i] =
                    SnapshotTable.column(i).as(table.columns().get(i).name(), i == unit ? Section.unit(mark) : mark);
        }
        return rows.select(columns).queryExecution().analyzed();
    }

    /** Looks once more at what Spark made of the query: no leaf but the snapshot's files and constants, no code. */
    void checkAnalyzed(LogicalPlan plan) {
        if (plan.children().isEmpty()) {
            String kind = plan.getClass().getSimpleName().replace("$", "");
            if (!Set.of("LogicalRelation", "LocalRelation", "OneRowRelation", "Range", "CTERelationRef")
                    .contains(kind)) {
                throw new SqlGuard.Refused("The SQL is refused: it reads something that is not of the snapshot.");
            }
        }
        Scala.list(plan.children()).forEach(this::checkAnalyzed);
        Scala.list(plan.innerChildren()).forEach(inner -> {
            if (inner instanceof LogicalPlan logical) {
                checkAnalyzed(logical);
            }
        });
        Scala.list(plan.expressions()).forEach(this::checkAnalyzed);
    }

    private void checkAnalyzed(Expression expression) {
        SqlGuard.checkExpression(expression);
        if (expression instanceof SubqueryExpression subquery) {
            checkAnalyzed(subquery.plan());
        }
        Scala.list(expression.children()).forEach(this::checkAnalyzed);
    }
}
