package dev.dayone.connector.file;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file, one row group in memory at a time, and of that the wanted columns alone. */
final class ParquetRows implements RowReader {
    private final ParquetFileReader file;
    private final List<ParquetColumn> columns;
    private final MessageType schema;
    private @Nullable RecordReader<Group> rows;
    private long left;

    ParquetRows(ParquetFileReader file, List<ParquetColumn> columns) {
        this.file = file;
        this.columns = columns;
        MessageType all = file.getFileMetaData().getSchema();
        Set<Type> fields = new LinkedHashSet<>();
        columns.forEach(column -> fields.add(column.path().get(0)));
        // Rows without any column have to be counted all the same.
        this.schema = fields.isEmpty() ? all : new MessageType(all.getName(), List.copyOf(fields));
        file.setRequestedSchema(schema);
    }

    @Override
    public @Nullable Map<String, Object> next() throws IOException {
        try {
            while (left == 0) {
                PageReadStore group = file.readNextRowGroup();
                if (group == null) {
                    return null;
                }
                begin(group);
            }
            left--;
            Group group = Objects.requireNonNull(rows).read();
            Map<String, Object> row = new LinkedHashMap<>();
            for (ParquetColumn column : columns) {
                row.put(column.name(), column.value(group));
            }
            return row;
        } catch (ParquetCryptoRuntimeException e) {
            throw new BrokenFileException("a column of it is encrypted", e);
        } catch (RuntimeException e) {
            // Parquet's own exceptions are of many kinds, and a damaged page provokes all of them.
            throw damaged(e);
        } catch (IOException e) {
            // The disk's own have no cause.
            throw e.getCause() == null ? e : damaged(e);
        }
    }

    private static BrokenFileException damaged(Exception cause) {
        return new BrokenFileException("its pages are damaged, or compressed in a way that is not known here", cause);
    }

    private void begin(PageReadStore group) {
        left = group.getRowCount();
        rows = new ColumnIOFactory().getColumnIO(schema).getRecordReader(group, new GroupRecordConverter(schema));
    }

    @Override
    public void skip(long wanted) throws IOException {
        long behind = wanted;
        int group = 0;
        while (group < file.getRowGroups().size()
                && file.getRowGroups().get(group).getRowCount() <= behind) {
            behind -= file.getRowGroups().get(group).getRowCount();
            file.skipNextRowGroup();
            group++;
        }
        RowReader.super.skip(behind);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
