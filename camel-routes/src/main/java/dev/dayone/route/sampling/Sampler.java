package dev.dayone.route.sampling;

import dev.dayone.connector.catalogue.ConnectorCatalogue;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.Fault;
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
     * same rows is resumed, each of its tables behind the last page that was read. The caller holds the workspace's lock.
     *
     * <p>Throws {@link DayoneException}: bad requests before anything is read (all wrong table and column names in one
     * message); a source's failure, or a limit that its run reached, after the other sources were read; its message then
     * says which tables are whole, in part or not begun.
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
                attached.add(AttachedSource.attach(source, request.pilotFolder(), new SamplingRoutes()));
            }
            LinkedTables links = new LinkedTables(pilot);
            SourceContext.Shared shared = new SourceContext.Shared(
                    request,
                    listener,
                    new TableFormat.Keys(request.workspace(), key),
                    links,
                    new KeyPool(links.wanted(), request.settings().cancellation()));
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

    private static Snapshot sample(SourceContext.Shared shared, List<AttachedSource> attached, String fingerprint) {
        SamplingRequest request = shared.request();
        SnapshotFolder.Begun wanted = new SnapshotFolder.Begun(
                request.pilot().name(),
                fingerprint,
                shared.keys().key().id(),
                request.settings().timing().now());
        SourceMemory memory = new SourceMemory(shared.keys().key());
        SnapshotFolder.find(request.workspace(), wanted)
                .ifPresent(earlier -> attached.forEach(source -> memory.recall(earlier, source)));
        Begun begun = begin(shared, attached);
        if (begun.isOver() || (begun.sources().isEmpty() && attached.stream().noneMatch(memory::knows))) {
            throw Shortfall.of(begun.failures());
        }
        refuse(begun.sources().stream()
                .flatMap(source -> source.problems().stream())
                .toList());
        SnapshotFolder folder = SnapshotFolder.open(request.workspace(), wanted);
        attached.forEach(source -> memory.keep(folder, source));
        attached.stream()
                .filter(source -> !begun.holds(source.source().name()))
                .forEach(source -> memory.keepReceipt(folder, source, wanted.startedAt()));
        read(shared, begun, folder);
        return complete(shared, begun.sources(), folder, fingerprint);
    }

    /** The sources that answered, and why the others did not. */
    private record Begun(List<SourceSampling> sources, List<DayoneException> failures) {
        boolean holds(String source) {
            return sources.stream().anyMatch(begun -> begun.name().equals(source));
        }

        /** Whether it is of no use to read those that answered. */
        boolean isOver() {
            return failures.stream()
                    .anyMatch(failure -> failure.code() == ErrorCode.INTERRUPTED || !isPassing(failure));
        }
    }

    private static Begun begin(SourceContext.Shared shared, List<AttachedSource> attached) {
        List<SideBySide.Outcome<SourceSampling>> outcomes = SideBySide.run(
                attached, shared.request().settings().cancellation(), source -> SourceSampling.begin(shared, source));
        return new Begun(
                outcomes.stream().flatMap(outcome -> outcome.value().stream()).toList(),
                outcomes.stream().flatMap(outcome -> outcome.failure().stream()).toList());
    }

    private static void read(SourceContext.Shared shared, Begun begun, SnapshotFolder folder) {
        Pilot pilot = shared.request().pilot();
        List<SourceSampling> sources = begun.sources();
        List<DayoneException> failures = new ArrayList<>(begun.failures());
        // Whoever waits for the keys of a source that did not answer would wait for ever.
        pilot.sources().keySet().stream().filter(name -> !begun.holds(name)).forEach(shared.pool()::missing);
        Cancellation cancellation = shared.request().settings().cancellation();
        SideBySide.run(sources, cancellation, source -> source.read(folder)).forEach(outcome -> {
            outcome.value().ifPresent(failures::addAll);
            outcome.failure().ifPresent(failures::add);
        });
        if (cancellation.isCancelled()) {
            throw Cancellation.interrupted();
        }
        if (!failures.isEmpty()) {
            throw Shortfall.of(failures, tables(pilot, begun), folder);
        }
    }

    /** Whether a failure may be gone the next time, and says nothing against what other sources hold. */
    private static boolean isPassing(DayoneException failure) {
        return failure.code().fault() == Fault.SOURCE || failure.code().fault() == Fault.LIMIT;
    }

    private static List<TableRef> tables(Pilot pilot, Begun begun) {
        List<TableRef> tables = new ArrayList<>();
        pilot.sources().values().stream()
                .filter(source -> !begun.holds(source.name()))
                .forEach(source ->
                        source.tables().keySet().forEach(name -> tables.add(new TableRef(source.name(), name))));
        begun.sources().forEach(source -> tables.addAll(source.tables()));
        return tables;
    }

    private static Snapshot complete(
            SourceContext.Shared shared, List<SourceSampling> sources, SnapshotFolder folder, String fingerprint) {
        SamplingRequest request = shared.request();
        Pilot pilot = request.pilot();
        Map<String, SourceManifest> manifests = new LinkedHashMap<>();
        sources.forEach(source -> manifests.put(source.name(), source.manifest(folder)));
        Instant now = request.settings().timing().now();
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                folder.id(),
                pilot.name(),
                fingerprint,
                request.dayoneVersion(),
                shared.keys().key().id(),
                folder.startedAt(),
                now,
                manifests);
        folder.complete(manifest);
        folder.purgeOthers(request.workspace(), pilot.retention(), now);
        return new Snapshot(folder.path(), manifest);
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
