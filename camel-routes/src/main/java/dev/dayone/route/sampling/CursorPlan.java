package dev.dayone.route.sampling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Page after page by the connector's cursor; one row more than is kept tells whether there was more. */
final class CursorPlan implements PagePlan {
    private final Map<String, Object> selection;
    private final long rows;
    private final int pageRows;
    private long seen;
    private boolean ended;
    private @Nullable List<?> cursor;

    CursorPlan(Map<String, Object> selection, long rows, int pageRows) {
        this.selection = selection;
        this.rows = rows;
        this.pageRows = pageRows;
    }

    @Override
    public @Nullable Page next() {
        if (ended || seen > rows) {
            return null;
        }
        Map<String, Object> asked = new LinkedHashMap<>(selection);
        asked.put("limit", Math.min(pageRows, rows + 1 - seen));
        return new Page(asked, cursor, rows - seen, false);
    }

    @Override
    public void answered(long read, @Nullable List<?> nextCursor) {
        seen += read;
        cursor = nextCursor;
        ended = nextCursor == null;
    }

    @Override
    public boolean sawAll() {
        return ended && seen <= rows;
    }
}
