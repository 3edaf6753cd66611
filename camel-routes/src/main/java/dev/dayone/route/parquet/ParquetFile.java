package dev.dayone.route.parquet;

import dev.dayone.connector.Row;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.crypto.InternalFileEncryptor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.jspecify.annotations.Nullable;

/**
 * One file while it is written, for flat rows. Used by one thread at a time.
 */
final class ParquetFile implements Closeable {
    private static final long GROUP_BYTES = 64L << 20;
    private static final int ROWS_BETWEEN_LOOKS = 256;

    private final TableFormat format;
    private final List<ColumnEncoder> columns;
    private final ColumnPages[] pages;
    private final int[] places;
    private Row.@Nullable Columns placed;
    private final LocalOutputFile output;
    private final ParquetFileWriter file;
    private final @Nullable InternalFileEncryptor encryptor;
    private @Nullable ColumnChunkPageWriteStore group;
    private int groups;
    private long rows;
    private long untilLook = ROWS_BETWEEN_LOOKS;

    ParquetFile(Path path, List<ColumnEncoder> columns, TableFormat format) throws IOException {
        this.format = format;
        this.columns = columns;
        this.pages = new ColumnPages[columns.size() + (format.inWindows() ? 1 : 0)];
        this.places = new int[columns.size()];
        FileEncryptionProperties encryption = format.encryption(path);
        this.encryptor = encryption == null ? null : new InternalFileEncryptor(encryption);
        this.output = new LocalOutputFile(path);
        this.file = new ParquetFileWriter(
                output,
                format.schema(),
                ParquetFileWriter.Mode.CREATE,
                GROUP_BYTES,
                0,
                ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
                ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
                ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED,
                encryptor);
        file.start();
    }

    /** Writes a row; {@code window}: in which it was drawn, if the format has a column for it. */
    void write(Map<String, Object> row, int window) throws IOException {
        if (group == null) {
            group = openGroup();
        }
        if (row instanceof Row placed) {
            write(placed);
        } else {
            for (int i = 0; i < places.length; i++) {
                untilLook -= columns.get(i).write(row.get(columns.get(i).name()), pages[i]);
            }
        }
        if (places.length < pages.length) {
            if (window == TableWriter.NO_WINDOW) {
                pages[places.length].addNull();
            } else {
                pages[places.length].add(window);
            }
        }
        rows++;
        untilLook--;
        if (untilLook <= 0) {
            untilLook = ROWS_BETWEEN_LOOKS;
            if (size() > GROUP_BYTES) {
                closeGroup();
            }
        }
    }

    private void write(Row row) throws IOException {
        if (row.columns() != placed) {
            placed = row.columns();
            for (int i = 0; i < places.length; i++) {
                places[i] = row.columns().place(columns.get(i).name());
            }
        }
        for (int i = 0; i < places.length; i++) {
            Object value = places[i] < 0 ? null : row.at(places[i]);
            untilLook -= columns.get(i).write(value, pages[i]);
        }
    }

    private long size() {
        long size = 0;
        for (ColumnPages column : pages) {
            size += column.size();
        }
        return size;
    }

    private ColumnChunkPageWriteStore openGroup() {
        ColumnChunkPageWriteStore opened = new ColumnChunkPageWriteStore(
                format.compressor(),
                format.schema(),
                new HeapByteBufferAllocator(),
                ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
                ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED,
                encryptor,
                groups);
        for (int i = 0; i < pages.length; i++) {
            ColumnDescriptor column = format.schema().getColumns().get(i);
            pages[i] = new ColumnPages(column.getPrimitiveType(), opened.getPageWriter(column), format.dictionary(i));
        }
        return opened;
    }

    private void closeGroup() throws IOException {
        if (group != null) {
            for (int i = 0; i < pages.length; i++) {
                pages[i].finish();
                format.learn(i, pages[i]);
            }
            file.startBlock(rows);
            group.flushToFileWriter(file);
            file.endBlock();
            groups++;
        }
        group = null;
        rows = 0;
    }

    /** Finishes the file: it is on the disk then. */
    void finish() throws IOException {
        closeGroup();
        file.end(Map.of());
    }

    /** Gives up a file that was not finished; what is on the disk of it is no Parquet. */
    @Override
    public void close() throws IOException {
        output.close();
    }
}
