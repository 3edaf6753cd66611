package dev.dayone.readiness.engine;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.expressions.Unevaluable;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What a selection asks of each row of a table, as Spark has resolved and simplified it: expressions over the few columns
 * that they need. They can be evaluated outside of a plan.
 *
 * @param columns those columns, by the names that the files have
 * @param expressions bound to the places of {@code columns}
 */
record RowExpressions(TableFiles files, StructType columns, List<Expression> expressions) {
    /** Of a selection; null: it is more than one row's business, or not over Parquet files that come in batches. */
    static @Nullable RowExpressions of(Dataset<Row> selected) {
        LogicalPlan plan = selected.queryExecution().optimizedPlan();
        if (!(plan instanceof Project project)
                || !(project.child() instanceof LogicalRelation relation)
                || !(relation.relation() instanceof HadoopFsRelation source)
                || !(source.fileFormat() instanceof ParquetFileFormat)
                || !source.partitionSchema().isEmpty()) {
            return null;
        }
        List<Attribute> all = new ArrayList<>();
        Scala.list(relation.output()).forEach(all::add);
        List<Attribute> needed =
                all.stream().filter(project.references()::contains).toList();
        if (needed.isEmpty()) {
            needed = all.subList(0, 1);
        }
        StructType columns = new StructType();
        for (Attribute attribute : needed) {
            columns = columns.add(attribute.name(), attribute.dataType(), true);
        }
        TableFiles files = new TableFiles(
                selected.sparkSession(),
                source.dataSchema(),
                scala.collection.JavaConverters.mapAsJavaMap(source.options()),
                Stream.of(source.location().inputFiles())
                        .map(RowExpressions::path)
                        .toList(),
                null);
        if (!files.inBatches(columns)) {
            return null;
        }
        List<ExprId> places = needed.stream().map(NamedExpression::exprId).toList();
        List<Expression> bound = new ArrayList<>();
        for (NamedExpression named : Scala.list(project.projectList())) {
            Expression asked = named instanceof Alias alias ? alias.child() : (Expression) named;
            if (!standsAlone(asked)) {
                return null;
            }
            bound.add(bound(asked, places));
        }
        return new RowExpressions(files, columns, bound);
    }

    private static Path path(String uri) {
        return new File(java.net.URI.create(uri)).toPath();
    }

    private static Expression bound(Expression expression, List<ExprId> places) {
        return expression instanceof Attribute attribute
                ? new BoundReference(places.indexOf(attribute.exprId()), attribute.dataType(), true)
                : expression.mapChildren(child -> bound(child, places));
    }

    private static boolean standsAlone(Expression expression) {
        return !(expression instanceof SubqueryExpression)
                && (expression instanceof Attribute || !(expression instanceof Unevaluable))
                && expression.deterministic()
                && Scala.list(expression.children()).stream().allMatch(RowExpressions::standsAlone);
    }
}
