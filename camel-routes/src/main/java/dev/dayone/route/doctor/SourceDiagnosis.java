package dev.dayone.route.doctor;

import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.route.sampling.PilotCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at one source found; {@code failure} is set if it could not be looked at, then the rest is empty.
 *
 * @param tables that the account may read
 * @param problems what the pilot names and the source does not have
 */
public record SourceDiagnosis(
        String source,
        @Nullable Probe probe,
        @Nullable DayoneException failure,
        List<TableInfo> tables,
        List<PilotCheck.Problem> problems) {
    public SourceDiagnosis {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
    }
}
