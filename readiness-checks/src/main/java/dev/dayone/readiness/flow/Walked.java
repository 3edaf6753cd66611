package dev.dayone.readiness.flow;

import dev.dayone.pilot.report.Funnel;
import java.util.List;

/**
 * What became of the flow's records.
 *
 * @param best the steps that it gains the most to mend, the best first
 */
public record Walked(Funnel funnel, List<Gain> best) {
    public Walked {
        best = List.copyOf(best);
    }

    /**
     * A step to mend.
     *
     * @param step its place among the funnel's steps
     * @param handled records that come through once it and all before it in the list are mended
     */
    public record Gain(int step, long handled) {}
}
