package dev.dayone.sample.load;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.RowText;
import dev.dayone.sample.generator.TableRows;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A table's rows as a stream that makes them while it is read: no more than a few are ever held. */
public final class RowStream extends InputStream {
    private static final int CHUNK_CHARACTERS = 48_000;

    private final TableRows rows;
    private final DefectLog log;
    private final RowText text = new RowText();
    private byte[] chunk = new byte[0];
    private int position;
    private long next;

    /** Notes in the log what is planted in the rows that were read. */
    public RowStream(TableRows rows, DefectLog log) {
        this.rows = rows;
        this.log = log;
    }

    @Override
    public int read() {
        return moreThere() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!moreThere()) {
            return -1;
        }
        int copied = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, copied);
        position += copied;
        return copied;
    }

    private boolean moreThere() {
        while (position == chunk.length) {
            if (next == rows.count()) {
                return false;
            }
            while (next < rows.count() && text.length() < CHUNK_CHARACTERS) {
                rows.write(next++, text, log);
            }
            chunk = text.take().getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        return true;
    }
}
