package dev.dayone.readiness.engine;

import dev.dayone.readiness.statistic.ColumnWindows;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts by window which rows of a column have a value, and sums up its numbers. */
final class WindowTally {
    private final LeafKind kind;
    private final boolean numbers;
    private final ColumnWindows found = new ColumnWindows();

    private WindowTally(LeafKind kind, boolean numbers) {
        this.kind = kind;
        this.numbers = numbers;
    }

    /** One for each of some columns. */
    static List<WindowTally> of(StructType columns) {
        return Stream.of(columns.fields())
                .map(field -> {
                    LeafKind kind = LeafKind.of(field.dataType());
                    boolean time = field.dataType() instanceof DateType
                            || field.dataType() instanceof TimestampType
                            || field.dataType() instanceof TimestampNTZType;
                    return new WindowTally(kind, !time && isNumber(kind));
                })
                .toList();
    }

    private static boolean isNumber(LeafKind kind) {
        return switch (kind) {
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
            case NOTHING, BOOLEAN, WIDE_DECIMAL, TEXT, BINARY, INTERVAL -> false;
        };
    }

    /** Takes a batch in whose first columns are theirs. */
    static void read(ColumnarBatch batch, List<WindowTally> tallies, WindowRuns runs) {
        if (tallies.isEmpty()) {
            return;
        }
        runs.read(batch);
        for (int i = 0; i < tallies.size(); i++) {
            tallies.get(i).read(batch.column(i), runs);
        }
    }

    private void read(ColumnVector vector, WindowRuns runs) {
        int row = 0;
        for (int run = 0; run < runs.count(); run++) {
            int window = runs.window(run);
            int begin = row;
            int filled = 0;
            for (; row < runs.end(run); row++) {
                if (!vector.isNullAt(row)) {
                    filled += kind == LeafKind.TEXT && isBlank(vector.getUTF8String(row)) ? 0 : 1;
                    number(vector, row, window);
                }
            }
            found.add(window, row - begin, filled);
        }
    }

    private void number(ColumnVector vector, int row, int window) {
        if (numbers) {
            double value = kind.isFloating() ? kind.number(vector, row) : (double) kind.key(vector, row);
            if (Double.isFinite(value)) {
                found.number(window, value);
            }
        }
    }

    private static boolean isBlank(UTF8String text) {
        for (int i = 0; i < text.numBytes(); i++) {
            if ((Platform.getByte(text.getBaseObject(), text.getBaseOffset() + i) & 0xff) > ' ') {
                return false;
            }
        }
        return true;
    }

    ColumnWindows found() {
        return found;
    }
}
