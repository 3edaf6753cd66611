package dev.dayone.readiness.engine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.dayone.pilot.TableRef;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.jspecify.annotations.Nullable;

/** Counts how many rows of two guarded SELECTs over a snapshot's tables are alike: a row that stands twice counts twice. */
public final class QueryComparison {
    private final MetricQuery queries;
    private final Map<TableRef, SnapshotTable> tables;
    private final Duration limit;

    /** Over some tables; what takes longer than {@code limit} is broken off. */
    public QueryComparison(SparkEngine engine, Map<TableRef, SnapshotTable> tables, Duration limit) {
        this.queries = new MetricQuery(engine, tables, Map.of(), limit);
        this.tables = tables;
        this.limit = limit;
    }

    /** A SELECT, and the source of the tables that it names without one. */
    public record Query(String sql, String source) {}

    /** Rows of the one and of the other, and those alike; the tables read; or why there is no answer. */
    public record Result(
            long rows,
            long otherRows,
            long matched,
            Set<TableRef> tables,
            @Nullable String error) {
        static Result broken(@Nullable String error) {
            return new Result(0, 0, 0, Set.of(), String.valueOf(error));
        }
    }

    /** Runs both. */
    public Result compare(Query one, Query other) {
        Set<TableRef> read = new TreeSet<>();
        try {
            Dataset<Row> left = rows(one, read);
            Dataset<Row> right = rows(other, read);
            String apart = apart(left, right);
            if (apart != null) {
                return Result.broken(apart);
            }
            Row sums = queries.collect(counted(left, right))[0];
            return new Result(number(sums, 0), number(sums, 1), number(sums, 2), read, null);
        } catch (SqlGuard.Refused e) {
            return Result.broken(e.getMessage());
        } catch (TimeoutException e) {
            return Result.broken("The queries took longer than " + limit.toSeconds() + " s and were broken off.");
        } catch (Exception e) { // Spark throws what it does not declare
            return Result.broken(Failure.sentence(e));
        }
    }

    private Dataset<Row> rows(Query query, Set<TableRef> read) throws Exception {
        QueryTables resolver = new QueryTables(tables, Map.of(), read, query.source());
        Dataset<Row> rows = queries.rows(query.sql(), resolver, read);
        String[] names =
                IntStream.range(0, rows.columns().length).mapToObj(i -> "v" + i).toArray(String[]::new);
        return rows.toDF(names);
    }

    /** Why rows cannot be compared; null: they can. Nothing is compared by a silent cast. */
    private static @Nullable String apart(Dataset<Row> left, Dataset<Row> right) {
        if (left.schema().length() != right.schema().length()) {
            return "The queries yield " + left.schema().length() + " and "
                    + right.schema().length() + " columns, expected as many.";
        }
        for (int i = 0; i < left.schema().length(); i++) {
            DataType one = left.schema().apply(i).dataType();
            DataType other = right.schema().apply(i).dataType();
            boolean alike = one.equals(other) || (one instanceof NumericType && other instanceof NumericType);
            if (!alike) {
                return "Column " + (i + 1) + " of the queries is " + one.simpleString() + " and " + other.simpleString()
                        + ", which do not compare: cast one of them.";
            }
        }
        return null;
    }

    private static Dataset<Row> counted(Dataset<Row> left, Dataset<Row> right) {
        Column[] values = Arrays.stream(left.columns()).map(functions::col).toArray(Column[]::new);
        Dataset<Row> both = left.withColumn("one", lit(1L))
                .withColumn("other", lit(0L))
                .union(right.withColumn("one", lit(0L)).withColumn("other", lit(1L)));
        return both.groupBy(values)
                .agg(functions.sum("one").as("one"), functions.sum("other").as("other"))
                .agg(
                        functions.sum("one"),
                        functions.sum("other"),
                        functions.sum(functions.least(col("one"), col("other"))));
    }

    private static long number(Row row, int position) {
        return row.isNullAt(position) ? 0 : row.getLong(position);
    }
}
