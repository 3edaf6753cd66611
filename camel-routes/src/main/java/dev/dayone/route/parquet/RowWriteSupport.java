package dev.dayone.route.parquet;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Hands rows, as maps by column name, to Parquet. */
final class RowWriteSupport extends WriteSupport<Map<String, Object>> {
    private final List<ColumnEncoder> columns;
    private @Nullable RecordConsumer consumer;

    RowWriteSupport(List<ColumnEncoder> columns) {
        this.columns = columns;
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(
                new MessageType(
                        "row", columns.stream().map(ColumnEncoder::schema).toList()),
                Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(Map<String, Object> row) {
        RecordConsumer out = java.util.Objects.requireNonNull(consumer, "Parquet did not prepare the writer");
        out.startMessage();
        for (ColumnEncoder column : columns) {
            column.write(row.get(column.name()), out);
        }
        out.endMessage();
    }
}
