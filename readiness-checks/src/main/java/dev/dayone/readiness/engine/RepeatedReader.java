package dev.dayone.readiness.engine;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.NumberState;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Arrays and maps: how long they are, and what they hold. */
final class RepeatedReader implements ColumnReader {
    private final ColumnState lengths;
    private final List<ColumnReader> held;

    RepeatedReader(List<DataType> types, ColumnState.Request request) {
        lengths = ColumnState.of(ColumnType.BIGINT, request);
        held = types.stream().map(type -> ColumnReader.of(type, request)).toList();
    }

    @Override
    public void read(ColumnVector vector, int rows) {
        WritableColumnVector arrays = (WritableColumnVector) vector;
        long[] sizes = new long[rows];
        int present = 0;
        int elements = 0;
        int span = 0;
        for (int row = 0; row < rows; row++) {
            if (!arrays.isNullAt(row)) {
                sizes[present++] = arrays.getArrayLength(row);
                elements += arrays.getArrayLength(row);
                span = Math.max(span, arrays.getArrayOffset(row) + arrays.getArrayLength(row));
            }
        }
        lengths.addNulls(rows - present);
        ((NumberState) lengths).add(sizes, null, present);
        for (int i = 0; i < held.size(); i++) {
            held.get(i).read(arrays.getChild(i), span);
            // An array that is null or empty may take a place too, without a value.
            held.get(i).forget(span - elements);
        }
    }

    @Override
    public void forget(int nulls) {
        lengths.addNulls(-nulls);
    }

    @Override
    public void end() {
        held.forEach(ColumnReader::end);
    }

    @Override
    public List<ColumnState> states() {
        List<ColumnState> states = new ArrayList<>(List.of(lengths));
        held.forEach(reader -> states.addAll(reader.states()));
        return states;
    }
}
