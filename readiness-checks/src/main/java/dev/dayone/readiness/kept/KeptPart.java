package dev.dayone.readiness.kept;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.ColumnState.Request;
import dev.dayone.readiness.profile.StateCodec;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What is known of some of a table's files together.
 *
 * @param files their names, or those of files that they are part of; none: not known
 * @param columns the state of each column, in order, as {@link StateCodec} writes it
 */
public record KeptPart(NavigableSet<String> files, List<byte[]> columns) {
    /** Whether the states are those of such columns, and measure at least as much. */
    public boolean covers(List<ColumnType> types, List<Request> requests) {
        return columns.size() == types.size()
                && IntStream.range(0, columns.size())
                        .allMatch(i -> StateCodec.covers(columns.get(i), types.get(i), requests.get(i)));
    }

    /** What is known of the files of both, of the same columns. */
    public KeptPart and(KeptPart other) {
        NavigableSet<String> all = new TreeSet<>(files);
        all.addAll(other.files);
        return new KeptPart(
                all,
                IntStream.range(0, columns.size())
                        .parallel()
                        .mapToObj(i -> merged(columns.get(i), other.columns.get(i)))
                        .toList());
    }

    private static byte[] merged(byte[] one, byte[] other) {
        ColumnState state = StateCodec.read(one);
        state.merge(StateCodec.read(other));
        return StateCodec.write(state);
    }

    /** Whether both measure the same of the same columns. */
    boolean isLike(KeptPart other) {
        return columns.size() == other.columns.size()
                && IntStream.range(0, columns.size())
                        .allMatch(i -> StateCodec.areAlike(columns.get(i), other.columns.get(i)));
    }
}
