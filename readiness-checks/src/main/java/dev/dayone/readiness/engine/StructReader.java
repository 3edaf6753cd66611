package dev.dayone.readiness.engine;

import dev.dayone.readiness.profile.ColumnState;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** The fields of a struct; where the struct is null, each of its fields is. */
final class StructReader implements ColumnReader {
    private final List<ColumnReader> fields;

    StructReader(StructType type, ColumnState.Request request) {
        fields = Arrays.stream(type.fields())
                .map(field -> ColumnReader.of(field.dataType(), request))
                .toList();
    }

    @Override
    public void read(ColumnVector vector, int rows) {
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).read(vector.getChild(i), rows);
        }
    }

    @Override
    public void forget(int nulls) {
        fields.forEach(field -> field.forget(nulls));
    }

    @Override
    public void end() {
        fields.forEach(ColumnReader::end);
    }

    @Override
    public List<ColumnState> states() {
        return fields.stream().flatMap(field -> field.states().stream()).toList();
    }
}
