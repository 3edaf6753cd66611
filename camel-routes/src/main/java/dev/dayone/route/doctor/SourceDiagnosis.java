package dev.dayone.route.doctor;

import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.route.sampling.PilotCheck;
import dev.dayone.route.sampling.SamplingCost;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a look at one source found; {@code failure} is set if it could not be looked at, then the rest is empty.
 *
 * @param tables that the account may read
 * @param problems what the pilot names and the source does not have
 * @param costs what sampling will cost, by table that will be sampled
 * @param attaching what it costs to be let in, where that is counted
 */
public record SourceDiagnosis(
        String source,
        @Nullable Probe probe,
        @Nullable DayoneException failure,
        List<TableInfo> tables,
        List<PilotCheck.Problem> problems,
        Map<String, SamplingCost> costs,
        SamplingCost attaching) {
    public SourceDiagnosis {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
        costs = Collections.unmodifiableMap(new LinkedHashMap<>(costs));
    }

    /** What sampling will cost the source in all. */
    public SamplingCost cost() {
        return costs.values().stream().reduce(attaching, SamplingCost::plus);
    }
}
