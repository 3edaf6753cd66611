package dev.dayone.route.sampling;

import dev.dayone.connector.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One statement for the whole table, where there is no key to page by. */
final class SinglePlan implements PagePlan {
    /** Rows of several blocks, where no row tells its own. */
    private static final long ROWS_OF_BLOCKS = 400;

    private final Map<String, Object> selection;
    private final long rows;
    private final boolean drawn;
    private final boolean wholeTable;
    private long seen;
    private boolean cut;

    SinglePlan(Map<String, Object> selection, long rows, boolean drawn, boolean wholeTable) {
        this(new PlanState.Single(selection, rows, drawn, wholeTable, -1, false));
    }

    SinglePlan(PlanState.Single state) {
        this.selection = new LinkedHashMap<>(state.selection());
        this.rows = state.rows();
        this.drawn = state.drawn();
        this.wholeTable = state.wholeTable();
        this.seen = state.seen();
        this.cut = state.cut();
        this.selection.putIfAbsent("limit", rows + 1);
    }

    @Override
    public @Nullable Request next() {
        return seen < 0 ? new Request(selection, null, rows, drawn) : null;
    }

    @Override
    public void answered(Answer answer) {
        seen = answer.read();
        cut = answer.cut();
    }

    /** Blocks, as rows tell them; else rows that came one after the other: several blocks. */
    @Override
    public @Nullable Grouping windows(List<String> key) {
        return "tablesample".equals(selection.get("method")) ? SinglePlan::block : null;
    }

    private static Object block(Map<String, Object> row, long read) {
        String place = row instanceof Row told && told.any(Row.PLACE) instanceof String text ? text : "";
        int end = place.indexOf(',');
        return end < 0 ? (Object) (read / ROWS_OF_BLOCKS) : place.substring(0, end);
    }

    @Override
    public boolean sawAll() {
        return wholeTable && !cut && seen >= 0 && seen <= rows;
    }

    @Override
    public boolean isCut() {
        return cut;
    }

    @Override
    public long pages(long expected) {
        return 1;
    }

    @Override
    public PlanState state() {
        return new PlanState.Single(selection, rows, drawn, wholeTable, seen, cut);
    }
}
