package dev.dayone.readiness.engine;

import dev.dayone.readiness.statistic.WindowSums;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Sums values by the window in which their rows were drawn. Missing ones and NaN are left out. */
final class ValueTally {
    private final InterpretedMutableProjection projection;
    private final WindowSums[] sums;

    /** {@code values}: expressions of numbers with a point. */
    ValueTally(List<Expression> values) {
        this.projection = new InterpretedMutableProjection(Scala.seq(values));
        this.sums = Stream.generate(WindowSums::new).limit(values.size()).toArray(WindowSums[]::new);
    }

    /** Takes a batch in. */
    void add(ColumnarBatch batch, WindowRuns runs) {
        int row = 0;
        for (int run = 0; sums.length > 0 && run < runs.count(); run++) {
            for (; row < runs.end(run); row++) {
                add(projection.apply(batch.getRow(row)), runs.window(run));
            }
        }
    }

    private void add(InternalRow values, int window) {
        for (int i = 0; i < sums.length; i++) {
            if (!values.isNullAt(i) && !Double.isNaN(values.getDouble(i))) {
                sums[i].add(window, values.getDouble(i));
            }
        }
    }

    /** By value. */
    WindowSums[] sums() {
        return sums;
    }
}
