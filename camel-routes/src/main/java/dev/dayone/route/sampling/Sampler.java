package dev.dayone.route.sampling;

import dev.dayone.connector.catalogue.ConnectorCatalogue;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.InternalFaultException;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.SourceManifest;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.route.parquet.TableFormat;
import dev.dayone.route.snapshot.SnapshotFolder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a sample of every table of a pilot into a snapshot. */
public final class Sampler {
    private Sampler() {}

    /**
     * Samples the sources of a pilot, side by side. The snapshot is complete or there is none; a broken-off one of the
     * same rows is resumed. The caller holds the workspace's lock.
     *
     * <p>Throws {@link DayoneException}: bad requests before anything is read (all wrong table and column names in one
     * message); a source's failure after the other tables were read.
     */
    public static Snapshot sample(SamplingRequest request, SampleListener listener) {
        Pilot pilot = request.pilot();
        ConnectorCatalogue catalogue = ConnectorCatalogue.beside(request.pilotFolder());
        pilot.sources().values().forEach(catalogue::runnable);
        WorkspaceKey key = WorkspaceKey.openOrCreate(request.workspace());
        String fingerprint = Fingerprint.of(pilot, catalogue, key);
        List<AttachedSource> attached = new ArrayList<>();
        try {
            for (Source source : pilot.sources().values()) {
                attached.add(AttachedSource.attach(
                        source,
                        request.pilotFolder(),
                        new SamplingRoutes(request.settings().retry())));
            }
            SourceSampling.Shared shared =
                    new SourceSampling.Shared(request, listener, new TableFormat.Keys(request.workspace(), key));
            return sample(shared, attached, fingerprint);
        } catch (DayoneException e) {
            throw e;
        } catch (Exception e) {
            throw new InternalFaultException(
                    ErrorCode.INTERNAL,
                    "Cannot sample '" + pilot.name() + "': " + e.getClass().getSimpleName()
                            + ", expected a snapshot. Report it with the log.",
                    e);
        } finally {
            attached.forEach(AttachedSource::close);
        }
    }

    private static Snapshot sample(SourceSampling.Shared shared, List<AttachedSource> attached, String fingerprint) {
        SamplingRequest request = shared.request();
        Pilot pilot = request.pilot();
        Cancellation cancellation = request.settings().cancellation();
        List<SourceSampling> sources =
                raised(SideBySide.run(attached, cancellation, source -> new SourceSampling(shared, source)));
        refuse(sources.stream().flatMap(source -> source.problems().stream()).toList());
        SnapshotFolder folder = SnapshotFolder.open(
                request.workspace(),
                new SnapshotFolder.Begun(
                        pilot.name(), fingerprint, shared.keys().key().id(), Instant.now()));
        List<DayoneException> failures =
                raised(SideBySide.run(sources, cancellation, source -> source.read(folder))).stream()
                        .flatMap(List::stream)
                        .toList();
        if (cancellation.isCancelled()) {
            throw Cancellation.interrupted();
        }
        raise(failures);
        Map<String, SourceManifest> manifests = new LinkedHashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            manifests.put(attached.get(i).source().name(), sources.get(i).manifest());
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                folder.id(),
                pilot.name(),
                fingerprint,
                request.dayoneVersion(),
                shared.keys().key().id(),
                folder.startedAt(),
                Instant.now(),
                manifests);
        folder.complete(manifest);
        folder.purgeOthers(request.workspace(), pilot.retention(), Instant.now());
        return new Snapshot(folder.path(), manifest);
    }

    private static <T> List<T> raised(List<SideBySide.Outcome<T>> outcomes) {
        raise(outcomes.stream().flatMap(outcome -> outcome.failure().stream()).toList());
        return outcomes.stream().flatMap(outcome -> outcome.value().stream()).toList();
    }

    /** One failure as it is; of several the gravest, with the others' words behind its own. */
    private static void raise(List<DayoneException> failures) {
        if (failures.isEmpty()) {
            return;
        }
        DayoneException first = failures.stream()
                .filter(failure -> failure.code() == ErrorCode.INTERRUPTED)
                .findFirst()
                .orElse(failures.get(0));
        failures.stream().filter(failure -> failure != first).forEach(first::addSuppressed);
        throw first;
    }

    private static void refuse(List<PilotCheck.Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        Function<PilotCheck.Problem, String> text = PilotCheck.Problem::text;
        throw new BadRequestException(
                problems.get(0).code(),
                "Cannot sample: "
                        + String.join("; ", problems.stream().map(text).toList())
                        + ". Correct the pilot, or see 'dayone doctor'.");
    }
}
