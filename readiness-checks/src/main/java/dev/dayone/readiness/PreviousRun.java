package dev.dayone.readiness;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.expectation.Earlier;
import dev.dayone.readiness.render.ReportReader;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest finished run in a workspace of the same pilot whose snapshot is older than the one that is checked. It is
 * looked for when first asked. A report that cannot be read is passed over.
 */
public final class PreviousRun implements Earlier {
    private final Workspace workspace;
    private final String pilot;
    private final Manifest snapshot;
    private @Nullable RunReport found;
    private boolean looked;

    /** Before a snapshot of a pilot. */
    public PreviousRun(Workspace workspace, String pilot, Manifest snapshot) {
        this.workspace = workspace;
        this.pilot = pilot;
        this.snapshot = snapshot;
    }

    @Override
    public synchronized @Nullable Seen table(TableRef table) {
        if (!looked) {
            looked = true;
            found = workspace.finishedRuns().stream()
                    .map(PreviousRun::read)
                    .flatMap(Optional::stream)
                    .filter(this::isBefore)
                    .findFirst()
                    .orElse(null);
        }
        RunReport report = found;
        TableReport told = report == null ? null : report.tables().get(table);
        if (report == null || told == null) {
            return null;
        }
        Long counted = told.pushdown() == null ? null : told.pushdown().rows();
        return new Seen(report.run().id(), told.whole() ? Long.valueOf(told.sampledRows()) : counted);
    }

    private boolean isBefore(RunReport report) {
        return report.pilot().name().equals(pilot) && report.run().sampledAt().isBefore(snapshot.completedAt());
    }

    private static Optional<RunReport> read(Path run) {
        try {
            return Optional.of(ReportReader.read(run.resolve("report.json")));
        } catch (BadRequestException e) {
            return Optional.empty();
        }
    }
}
