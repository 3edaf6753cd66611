package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.SourceManifest;
import dev.dayone.pilot.snapshot.TableManifest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source that is files. Files that something writes anew as often as a system has new rows may be as good as the system;
 * others are an export.
 *
 * @param built whether the flow goes through it, or the pilot needs a column of it
 * @param written when the newest of its files was written; null: unknown
 */
record FileSource(
        String name,
        String connector,
        boolean built,
        @Nullable Instant written,
        boolean fresh) {
    static List<FileSource> of(Case subject) {
        Pilot pilot = subject.pilot();
        Flow flow = pilot.flow();
        Duration allowed = flow == null ? Flow.FRESH : flow.fresh();
        Instant oldest = subject.run().sampledAt().minus(allowed);
        Set<String> built = built(pilot);
        return pilot.sources().values().stream()
                .filter(Source::holdsFiles)
                .map(source -> {
                    Instant written = written(subject.manifest().sources().get(source.name()));
                    boolean fresh = written != null && !written.isBefore(oldest);
                    return new FileSource(
                            source.name(), source.connector(), built.contains(source.name()), written, fresh);
                })
                .toList();
    }

    /** Whether the pilot is built on an export. */
    boolean closes() {
        return built && !fresh;
    }

    String sentence() {
        String day = written == null
                ? "nobody knows when they were written"
                : "last written on " + written.atZone(ZoneOffset.UTC).toLocalDate();
        return "'" + name + "' is files (" + connector + "), not a live system: " + day + ".";
    }

    private static @Nullable Instant written(@Nullable SourceManifest source) {
        Collection<TableManifest> tables =
                source == null ? List.of() : source.tables().values();
        return tables.stream()
                .flatMap(table -> Stream.ofNullable(table.info().lastChange()))
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static Set<String> built(Pilot pilot) {
        Set<String> built = new HashSet<>();
        pilot.needs().keySet().forEach(table -> built.add(table.source()));
        Flow flow = pilot.flow();
        if (flow != null) {
            built.add(flow.start().source());
            flow.links().forEach(link -> {
                built.add(link.from().source());
                built.add(link.to().source());
            });
        }
        return built;
    }
}
