package dev.dayone.readiness.engine;

import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** A selection of a small table's rows, evaluated here and now: a job and its compiled code would take longer. */
public final class FewRows {
    private final RowExpressions expressions;

    private FewRows(RowExpressions expressions) {
        this.expressions = expressions;
    }

    /** Of a selection of columns; null: its files are not small, or it is more than each row's business. */
    public static @Nullable FewRows of(Dataset<Row> selected) {
        RowExpressions expressions = RowExpressions.of(selected);
        return expressions == null || expressions.files().bytes() > TableFiles.FEW_BYTES
                ? null
                : new FewRows(expressions);
    }

    /** Hands over each row, in Spark's inner form; it is filled anew for the next. */
    public void forEach(Consumer<InternalRow> taker) {
        InterpretedMutableProjection projection =
                new InterpretedMutableProjection(Scala.seq(expressions.expressions()));
        new FileBatches(expressions.files(), expressions.columns()).forEach(batch -> rows(batch, projection, taker));
    }

    private static void rows(
            ColumnarBatch batch, InterpretedMutableProjection projection, Consumer<InternalRow> taker) {
        for (int row = 0; row < batch.numRows(); row++) {
            taker.accept(projection.apply(batch.getRow(row)));
        }
    }
}
