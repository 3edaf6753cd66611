package dev.dayone.route.sampling;

import dev.dayone.pilot.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Link by link, the rows whose column holds one of the sampled keys. A group of keys is never parted over two pages. */
final class KeysPlan implements PagePlan {
    private static final int KEYS_A_PAGE = 1_000;

    private final List<Step> steps;
    private final long rows;
    private int step;
    private int group;
    private int nextGroup;
    private long kept;
    private boolean cut;

    /** One link: the groups of values to ask its column for. */
    record Step(Link link, List<List<Object>> groups) {}

    KeysPlan(List<Step> steps, long rows) {
        this.steps = List.copyOf(steps);
        this.rows = rows;
    }

    /** Goes on from a place; answers false if the place is one of other keys. */
    boolean resume(PlanState.Keys state) {
        if (!state.groups().equals(groups()) || state.rows() != rows) {
            return false;
        }
        step = state.step();
        group = state.group();
        kept = state.kept();
        cut = state.cut();
        return true;
    }

    private List<Integer> groups() {
        return steps.stream().map(one -> one.groups().size()).toList();
    }

    @Override
    public @Nullable Request next() {
        while (step < steps.size() && group >= steps.get(step).groups().size()) {
            step++;
            group = 0;
        }
        if (cut || step >= steps.size()) {
            return null;
        }
        List<List<Object>> groups = steps.get(step).groups();
        List<Object> values = new ArrayList<>();
        nextGroup = group;
        while (nextGroup < groups.size()
                && (values.isEmpty() || values.size() + groups.get(nextGroup).size() <= KEYS_A_PAGE)) {
            values.addAll(groups.get(nextGroup));
            nextGroup++;
        }
        String column = steps.get(step).link().to().column();
        return new Request(
                Map.of("method", "keys", "column", column, "values", values, "limit", rows + 1),
                null,
                rows - kept,
                false);
    }

    @Override
    public void answered(Answer answer) {
        cut = answer.read() > rows || answer.fresh() > answer.kept();
        kept += answer.kept();
        group = nextGroup;
    }

    @Override
    public boolean isCut() {
        return cut;
    }

    @Override
    public boolean sawAll() {
        return false;
    }

    @Override
    public long pages(long expected) {
        return expected / KEYS_A_PAGE + 1;
    }

    @Override
    public PlanState state() {
        return new PlanState.Keys(groups(), rows, step, group, kept, cut);
    }
}
