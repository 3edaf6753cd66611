package dev.dayone.route.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * The values of one optional column in one row group, encoded page by page: plain, or by dictionary while they are few.
 * Does what Parquet's own column writer does for a flat column, without its statistics (nothing in a snapshot is looked
 * up by them) and without a call of a virtual method for each level and value: several times faster. Used by one thread.
 */
final class ColumnPages {
    private static final int PAGE_ROWS = 20_000;
    private static final int PAGE_BYTES = 1 << 20;
    private static final int SLAB = 64;

    private final PrimitiveType type;
    private final PageWriter out;
    private final PlainBytes plain = new PlainBytes();
    private @Nullable ValueDictionary dictionary;
    private @Nullable ValueDictionary used;
    private int[] ids = new int[SLAB];
    private int idCount;
    private @Nullable RunLengthBitPackingHybridEncoder levels;
    private int rows;
    private int nulls;

    /** A column; {@code dictionary}: empty, or null if its values are known to be many. */
    ColumnPages(PrimitiveType type, PageWriter out, @Nullable ValueDictionary dictionary) {
        this.type = type;
        this.out = out;
        this.dictionary = dictionary;
    }

    void add(long value) throws IOException {
        if (dictionary == null || !known(dictionary.id(value, bytes -> bytes.add(value)))) {
            plain.add(value);
        }
        present();
    }

    void add(int value) throws IOException {
        if (dictionary == null || !known(dictionary.id(value, bytes -> bytes.add(value)))) {
            plain.add(value);
        }
        present();
    }

    void add(double value) throws IOException {
        add(Double.doubleToRawLongBits(value));
    }

    void add(boolean value) throws IOException {
        plain.add(value);
        present();
    }

    void add(String value) throws IOException {
        if (dictionary == null
                || !known(dictionary.id(value, bytes -> bytes.addSized(value.getBytes(StandardCharsets.UTF_8))))) {
            plain.addSized(value.getBytes(StandardCharsets.UTF_8));
        }
        present();
    }

    /** Bytes of the type's length. */
    void add(byte[] value) throws IOException {
        plain.add(value);
        present();
    }

    void addNull() throws IOException {
        if (levels == null) {
            levels = new RunLengthBitPackingHybridEncoder(1, SLAB, PAGE_BYTES, new HeapByteBufferAllocator());
            for (int i = 0; i < rows; i++) {
                levels.writeInt(1);
            }
        }
        levels.writeInt(0);
        nulls++;
        added();
    }

    /** Whether values turned out to be too many for a dictionary. */
    boolean gaveUpDictionary() {
        return dictionary == null;
    }

    /** Writes what is left. */
    void finish() throws IOException {
        finishPage();
        if (used != null) {
            out.writeDictionaryPage(used.page());
        }
    }

    /** About the bytes that wait in memory. */
    long size() {
        return plain.size() + (long) Integer.BYTES * idCount + out.getMemSize();
    }

    private void present() throws IOException {
        if (levels != null) {
            levels.writeInt(1);
        }
        added();
    }

    private void added() throws IOException {
        rows++;
        if (rows == PAGE_ROWS || plain.size() >= PAGE_BYTES) {
            finishPage();
        }
    }

    private boolean known(int id) {
        if (id < 0) {
            giveUpDictionary();
            return false;
        }
        if (idCount == ids.length) {
            ids = Arrays.copyOf(ids, idCount * 2);
        }
        ids[idCount++] = id;
        return true;
    }

    /** The page's values so far become plain; pages that were written stay as they are. */
    private void giveUpDictionary() {
        if (dictionary != null) {
            for (int i = 0; i < idCount; i++) {
                dictionary.copy(ids[i], plain);
            }
        }
        idCount = 0;
        dictionary = null;
    }

    private void finishPage() throws IOException {
        if (rows == 0) {
            return;
        }
        if (dictionary != null && dictionary.size() * 2 > idCount && used == null) {
            giveUpDictionary();
        }
        boolean byDictionary = dictionary != null && idCount > 0;
        if (byDictionary) {
            used = dictionary;
        }
        write(
                BytesInput.concat(levels(), byDictionary ? numbers() : plain.input()),
                byDictionary ? Encoding.RLE_DICTIONARY : Encoding.PLAIN);
        plain.clear();
        idCount = 0;
        levels = null;
        rows = 0;
        nulls = 0;
    }

    // Without a count of rows, so without a page index: that would need statistics.
    @SuppressWarnings("deprecation")
    private void write(BytesInput page, Encoding encoding) throws IOException {
        Statistics<?> statistics = Statistics.createStats(type);
        statistics.setNumNulls(nulls);
        out.writePage(page, rows, statistics, Encoding.BIT_PACKED, Encoding.RLE, encoding);
    }

    private BytesInput levels() throws IOException {
        BytesInput runs = levels == null
                ? BytesInput.concat(BytesInput.fromUnsignedVarInt(rows << 1), BytesInput.from(new byte[] {1}))
                : levels.toBytes();
        return BytesInput.concat(BytesInput.fromInt((int) runs.size()), runs);
    }

    private BytesInput numbers() throws IOException {
        int width = BytesUtils.getWidthFromMaxInt(
                java.util.Objects.requireNonNull(used).size() - 1);
        RunLengthBitPackingHybridEncoder encoder =
                new RunLengthBitPackingHybridEncoder(width, SLAB, PAGE_BYTES, new HeapByteBufferAllocator());
        for (int i = 0; i < idCount; i++) {
            encoder.writeInt(ids[i]);
        }
        return BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), encoder.toBytes());
    }
}
