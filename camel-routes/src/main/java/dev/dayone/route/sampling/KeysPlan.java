package dev.dayone.route.sampling;

import dev.dayone.pilot.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Link by link, the rows whose column holds one of the sampled keys. A group of keys is never parted over two pages; of a
 * page that ended early, the group that it ended in is asked for again.
 */
final class KeysPlan implements PagePlan {
    private static final int KEYS_A_PAGE = 1_000;
    /** A page is a checkpoint: no more calls than this are made again after a crash. */
    private static final int CALLS_A_PAGE = 100;

    private final List<Step> steps;
    private final long rows;
    private int step;
    private int group;
    private int nextGroup;
    private long kept;
    private boolean cut;

    /**
     * One link: the groups of values to ask its column for.
     *
     * @param callKeys how many values go into a call of the source
     * @param windows in which the keys were drawn
     */
    record Step(Link link, List<List<Object>> groups, int callKeys, Grouping windows) {
        private int pageKeys() {
            return (int) Math.min(KEYS_A_PAGE, (long) CALLS_A_PAGE * callKeys);
        }

        /** The first group that begins behind so many values, from a group on. */
        private int behind(int first, long values) {
            int at = first;
            for (long left = values;
                    at < groups.size() && left >= groups.get(at).size();
                    at++) {
                left -= groups.get(at).size();
            }
            return at;
        }
    }

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
                && (values.isEmpty()
                        || values.size() + groups.get(nextGroup).size()
                                <= steps.get(step).pageKeys())) {
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
        Object place = answer.nextCursor() == null ? null : answer.nextCursor().get(0);
        group = place instanceof Number done ? steps.get(step).behind(group, done.longValue()) : nextGroup;
    }

    @Override
    public Grouping windows(List<String> key) {
        return new Grouping() {
            @Override
            public Object window(Map<String, Object> row, long read) {
                return steps.get(step).windows().window(row, read);
            }

            @Override
            public boolean isNumbered() {
                return true;
            }

            @Override
            public List<String> columns() {
                return steps.stream().map(one -> one.link().to().column()).toList();
            }
        };
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
