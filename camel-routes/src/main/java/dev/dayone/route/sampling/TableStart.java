package dev.dayone.route.sampling;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.snapshot.LinkedKeys;
import dev.dayone.route.parquet.TableWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where the reading of a table begins in this run: at its start, or behind what an earlier run read.
 *
 * @param linked the keys that it will have been read for if the plan comes to its end
 * @param at when the table was begun
 */
record TableStart(TablePlan plan, TableFiles files, KeyCollector keys, List<LinkedKeys> linked, Instant at) {
    /** A table from its start. */
    static TableStart fresh(LinkedPlan linked, IntFunction<TableWriter> writers, KeyCollector keys, Instant at) {
        return new TableStart(linked.plan(), new TableFiles(writers), keys, linked.keys(), at);
    }

    /** What the manifest says of how the table was read, once it was. */
    @Nullable
    String note(boolean whole, SampleMethod asked, long maxRows) {
        if (plan.pages().isCut()) {
            return TablePlan.join(
                    plan.note(),
                    plan.used() == SampleMethod.LINKED
                            ? "cut at " + files.rows() + " rows, so rows of some keys are missing"
                            : "a limit of the run ended the sample, as the table has no key to go on from");
        }
        return !whole && asked == SampleMethod.ALL && plan.note() == null ? TablePlanner.cutNote(maxRows) : plan.note();
    }
}
