package dev.dayone.readiness.kept;

import dev.dayone.readiness.profile.ColumnState;
import java.util.List;
import java.util.NavigableSet;

/**
 * What is known of some of a table's files together.
 *
 * @param files their names
 * @param states one a column, in order
 */
public record KeptPart(NavigableSet<String> files, List<ColumnState> states) {
    /** Whether the states are those of such columns, and measure at least as much. */
    public boolean covers(List<ColumnState> wanted) {
        if (states.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            ColumnState state = states.get(i);
            if (!state.type().equals(wanted.get(i).type())
                    || !state.request().covers(wanted.get(i).request())) {
                return false;
            }
        }
        return true;
    }

    /** Whether both measure the same of the same columns. */
    boolean isLike(KeptPart other) {
        return covers(other.states()) && other.covers(states);
    }
}
