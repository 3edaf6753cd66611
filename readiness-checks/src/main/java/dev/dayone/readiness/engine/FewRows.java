package dev.dayone.readiness.engine;

import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.jspecify.annotations.Nullable;

/** A selection of texts from a small table, evaluated here and now: a job and its compiled code would take longer. */
public final class FewRows {
    private final RowExpressions expressions;

    private FewRows(RowExpressions expressions) {
        this.expressions = expressions;
    }

    /** Of a selection of texts; null: its files are not small, or it is more than each row's business. */
    public static @Nullable FewRows of(Dataset<Row> selected) {
        RowExpressions expressions = RowExpressions.of(selected);
        return expressions == null || expressions.files().bytes() > TableFiles.FEW_BYTES
                ? null
                : new FewRows(expressions);
    }

    /** Hands over each row: a text a column, null where there is none. The array is filled anew for the next row. */
    public void forEach(Consumer<@Nullable String[]> taker) {
        InterpretedMutableProjection projection =
                new InterpretedMutableProjection(Scala.seq(expressions.expressions()));
        @Nullable String[] texts = new String[expressions.expressions().size()];
        new FileBatches(expressions.files(), expressions.columns()).forEach(batch -> {
            for (int row = 0; row < batch.numRows(); row++) {
                fill(texts, projection.apply(batch.getRow(row)));
                taker.accept(texts);
            }
        });
    }

    private static void fill(@Nullable String[] texts, InternalRow row) {
        for (int i = 0; i < texts.length; i++) {
            texts[i] = row.isNullAt(i) ? null : row.getUTF8String(i).toString();
        }
    }
}
