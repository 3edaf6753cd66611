package dev.dayone.route.sampling;

import java.util.ArrayList;
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
        this(new PlanState.Paged(selection, rows, pageRows, 0, false, null));
    }

    CursorPlan(PlanState.Paged state) {
        this.selection = state.selection();
        this.rows = state.rows();
        this.pageRows = state.pageRows();
        this.seen = state.seen();
        this.ended = state.ended();
        this.cursor = state.cursor() == null ? null : values(state.cursor());
    }

    private static List<@Nullable Object> values(List<Scalar> scalars) {
        List<@Nullable Object> values = new ArrayList<>();
        scalars.forEach(scalar -> values.add(scalar.value()));
        return values;
    }

    @Override
    public @Nullable Request next() {
        if (ended || seen > rows) {
            return null;
        }
        Map<String, Object> asked = new LinkedHashMap<>(selection);
        asked.put("limit", Math.min(pageRows, rows + 1 - seen));
        return new Request(asked, cursor, rows - seen, false);
    }

    @Override
    public void answered(Answer answer) {
        seen += answer.read();
        cursor = answer.nextCursor();
        ended = cursor == null;
    }

    @Override
    public boolean sawAll() {
        return ended && seen <= rows;
    }

    @Override
    public long pages(long expected) {
        return expected / pageRows + 1;
    }

    @Override
    public PlanState state() {
        List<?> at = cursor;
        return new PlanState.Paged(selection, rows, pageRows, seen, ended, at == null ? null : Scalar.all(at));
    }
}
