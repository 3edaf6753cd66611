package dev.dayone.pilot.report;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the report repeats of the pilot.
 *
 * @param gatesLeftOut that the pilot does not want judged
 */
public record PilotInfo(
        String name,
        String description,
        @Nullable Owner owner,
        @Nullable Budget budget,
        @Nullable Flow flow,
        List<GateName> gatesLeftOut) {
    public PilotInfo {
        gatesLeftOut = List.copyOf(gatesLeftOut);
    }
}
