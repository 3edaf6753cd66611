package dev.dayone.readiness.engine;

import com.amazon.deequ.analyzers.ScanShareableAnalyzer;
import com.amazon.deequ.analyzers.State;
import com.amazon.deequ.metrics.DoubleMetric;
import com.amazon.deequ.metrics.Entity;
import com.amazon.deequ.metrics.Metric;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.Enumeration;
import scala.Option;
import scala.collection.Seq;
import scala.util.Failure;
import scala.util.Success;
import scala.util.Try;

/** Any aggregate of Spark as a Deequ analyzer, so that it is asked in the scan that all others share. */
record Aggregation(Column aggregate) implements ScanShareableAnalyzer<Aggregation.Seen, Aggregation.Told> {
    /** What the aggregate came to; null: there was nothing to aggregate. */
    record Seen(@Nullable Object value) implements State<Seen> {
        @Override
        public Seen sum(Seen other) {
            throw new UnsupportedOperationException("An aggregate's value is not merged with another");
        }
    }

    /** The same as a metric. */
    record Told(Try<Object> value) implements Metric<Object> {
        @Override
        public Enumeration.Value entity() {
            return Entity.Dataset();
        }

        @Override
        public String instance() {
            return "*";
        }

        @Override
        public String name() {
            return "Aggregation";
        }

        @Override
        public Seq<DoubleMetric> flatten() {
            return Scala.seq(List.of());
        }
    }

    @Override
    public Seq<Column> aggregationFunctions() {
        return Scala.seq(List.of(aggregate));
    }

    @Override
    public Option<Seen> fromAggregationResult(Row row, int offset) {
        Object value = row.get(offset);
        return Option.apply(new Seen(value instanceof Seq<?> list ? Scala.list(list) : value));
    }

    @Override
    public Told computeMetricFrom(Option<Seen> state) {
        return new Told(new Success<>(state.isEmpty() ? new Seen(null) : state.get()));
    }

    @Override
    public Told toFailureMetric(Exception failure) {
        return new Told(new Failure<>(failure));
    }
}
