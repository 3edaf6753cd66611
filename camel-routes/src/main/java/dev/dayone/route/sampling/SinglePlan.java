package dev.dayone.route.sampling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One statement for the whole table, where there is no key to page by. */
final class SinglePlan implements PagePlan {
    private final Map<String, Object> selection;
    private final long rows;
    private final boolean drawn;
    private final boolean wholeTable;
    private long seen = -1;

    SinglePlan(Map<String, Object> selection, long rows, boolean drawn, boolean wholeTable) {
        this.selection = new LinkedHashMap<>(selection);
        this.rows = rows;
        this.drawn = drawn;
        this.wholeTable = wholeTable;
        this.selection.putIfAbsent("limit", rows + 1);
    }

    @Override
    public @Nullable Page next() {
        return seen < 0 ? new Page(selection, null, rows, drawn) : null;
    }

    @Override
    public void answered(long read, @Nullable List<?> nextCursor) {
        seen = read;
    }

    @Override
    public boolean sawAll() {
        return wholeTable && seen >= 0 && seen <= rows;
    }
}
