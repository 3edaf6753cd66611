package dev.dayone.readiness.render;

import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.SinceLast;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed since the run before, for people. */
record SinceView(String summary, List<String> changes, List<String> gone, boolean quiet) {
    /** Null: there is no run before. */
    static @Nullable SinceView of(RunReport report) {
        SinceLast since = report.since();
        return since == null
                ? null
                : new SinceView(
                        "Against run " + since.run() + " on data of " + Wording.day(since.sampledAt()) + ": "
                                + Numbers.count(since.fresh(), "new finding") + ", "
                                + Numbers.count(since.lasting()) + " known before, "
                                + Numbers.count(since.gone().size()) + " gone.",
                        since.changes(),
                        since.gone(),
                        since.changes().isEmpty() && since.gone().isEmpty());
    }
}
