package dev.dayone.readiness.engine;

import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a selection of texts, one after the other: small tables without a job, others a part at a time. */
public final class RowTexts {
    private RowTexts() {}

    /** Hands over each row, in order: a text a column, null where there is none. The array may be filled anew for the next. */
    public static void forEach(Dataset<Row> selected, Consumer<@Nullable String[]> taker) {
        FewRows few = FewRows.of(selected);
        if (few != null) {
            few.forEach(taker);
            return;
        }
        Iterator<Row> rows = selected.toLocalIterator();
        @Nullable String[] texts = new String[selected.columns().length];
        while (rows.hasNext()) {
            Row row = rows.next();
            for (int i = 0; i < texts.length; i++) {
                texts[i] = row.isNullAt(i) ? null : row.getString(i);
            }
            taker.accept(texts);
        }
    }
}
