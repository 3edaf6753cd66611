package dev.dayone.route.sampling;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.SourceConnection;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.Fault;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.SourceManifest;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.route.snapshot.SnapshotFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One source of a sampling: its tables one after the other, each by a route of its own. Used by one thread. */
final class SourceSampling {
    private final SourceContext context;
    private final Source source;
    private final Probe probe;
    private final Map<String, TableManifest> finished = new LinkedHashMap<>();

    private SourceSampling(SourceContext context, Probe probe) {
        this.context = context;
        this.source = context.source();
        this.probe = probe;
    }

    /** Asks the source who it is and what it holds, again if it does not answer. Nothing is sent outside its hours. */
    static SourceSampling begin(SourceContext.Shared shared, AttachedSource attached) {
        SamplingRequest.Settings settings = shared.request().settings();
        Source source = attached.source();
        RunBudget budget = new RunBudget(source, settings.timing());
        SourceConnection connection = attached.connection();
        budget.checkHours();
        Retries retries = new Retries(settings.retry().forAttaching(), settings, budget);
        Probe probe = retries.call(
                connection::probe, (why, attempt) -> shared.listener().retrying(source.name(), attempt, why.line()));
        Set<String> names = PilotCheck.named(shared.request().pilot(), source);
        List<DiscoveredTable> tables =
                retries.call(() -> connection.discover(names), (why, attempt) -> shared.listener()
                        .retrying(source.name(), attempt, why.line()));
        Map<String, DiscoveredTable> found = new LinkedHashMap<>();
        tables.forEach(table -> found.put(table.info().name(), table));
        shared.listener().attached(source.name(), probe);
        return new SourceSampling(
                new SourceContext(
                        shared,
                        attached,
                        found,
                        budget,
                        new Throttle(source.limits().rowsPerSecond(), settings),
                        new SourceReceipt(connection)),
                probe);
    }

    String name() {
        return source.name();
    }

    List<PilotCheck.Problem> problems() {
        return PilotCheck.forSampling(
                context.shared().request().pilot(), source, context.found().values());
    }

    /** The tables to sample, in the order in which they are read. */
    List<TableRef> tables() {
        List<String> names = PilotCheck.sampled(
                context.shared().request().pilot(), source, context.found().values());
        return context.shared()
                .links()
                .ordered(names.stream()
                        .map(name -> new TableRef(source.name(), name))
                        .toList());
    }

    SourceManifest manifest(SnapshotFolder snapshot) {
        return new SourceManifest(source.connector(), probe, context.receipt().sum(snapshot), finished);
    }

    /** Reads every table; one that fails does not keep the others from being read, unless the source is gone. */
    List<DayoneException> read(SnapshotFolder snapshot) {
        List<DayoneException> failures = new ArrayList<>();
        try {
            for (TableRef table : tables()) {
                try {
                    new TableSampling(context, snapshot, table)
                            .read()
                            .ifPresent(manifest -> finished.put(table.table(), manifest));
                } catch (DayoneException e) {
                    failures.add(e);
                    if (endsSource(e)) {
                        break;
                    }
                } finally {
                    context.shared().pool().missing(table);
                }
            }
        } finally {
            context.shared().pool().missing(source.name());
            context.saveReceipt(snapshot);
            // The source is not held on to while others are still read.
            context.attached().close();
        }
        return failures;
    }

    private static boolean endsSource(DayoneException failure) {
        Fault fault = failure.code().fault();
        boolean oneTable = failure.code() == ErrorCode.SOURCE_TIMED_OUT || failure.code() == ErrorCode.SOURCE_CHANGED;
        return fault == Fault.LIMIT || (fault == Fault.SOURCE && !oneTable);
    }
}
