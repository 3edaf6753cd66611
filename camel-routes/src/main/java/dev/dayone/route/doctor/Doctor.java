package dev.dayone.route.doctor;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.SourceConnection;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.route.sampling.AttachedSource;
import dev.dayone.route.sampling.Cancellation;
import dev.dayone.route.sampling.PilotCheck;
import dev.dayone.route.sampling.SamplingCost;
import dev.dayone.route.sampling.SamplingCosts;
import dev.dayone.route.sampling.SideBySide;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at the sources of a pilot without reading rows. */
public final class Doctor {
    private Doctor() {}

    /** One diagnosis a source, in the pilot's order; a source out of reach is a diagnosis too, not an exception. */
    public static List<SourceDiagnosis> examine(Pilot pilot, Path pilotFolder) {
        try {
            List<Source> sources = List.copyOf(pilot.sources().values());
            List<SideBySide.Outcome<SourceDiagnosis>> outcomes =
                    SideBySide.run(sources, new Cancellation(), source -> examine(pilot, source, pilotFolder));
            List<SourceDiagnosis> diagnoses = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                String name = sources.get(i).name();
                SideBySide.Outcome<SourceDiagnosis> outcome = outcomes.get(i);
                diagnoses.add(outcome.value()
                        .orElseGet(() -> new SourceDiagnosis(
                                name,
                                null,
                                outcome.failure().orElseThrow(),
                                List.of(),
                                List.of(),
                                Map.of(),
                                SamplingCost.NOTHING)));
            }
            return diagnoses;
        } catch (DayoneException e) {
            throw e;
        } catch (Exception e) {
            throw SourceConnection.failure("sources", e);
        }
    }

    private static SourceDiagnosis examine(Pilot pilot, Source source, Path pilotFolder) {
        try (AttachedSource attached = AttachedSource.attach(source, pilotFolder)) {
            SourceConnection connection = attached.connection();
            Probe probe = connection.probe();
            long calls = connection.receipt().quota().getOrDefault(Receipt.CALLS, 0L);
            List<DiscoveredTable> tables = connection.discover();
            return new SourceDiagnosis(
                    source.name(),
                    probe,
                    null,
                    tables.stream()
                            .filter(DiscoveredTable::readable)
                            .map(DiscoveredTable::info)
                            .toList(),
                    PilotCheck.whole(pilot, source, tables),
                    SamplingCosts.of(pilot, source, tables, probe),
                    new SamplingCost(0, calls, 0, calls * probe.latencyMillis() / 1000.0));
        }
    }
}
