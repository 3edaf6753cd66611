package dev.dayone.route.sampling;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.Headers;
import dev.dayone.connector.SourceConnection;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.Fault;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.SourceManifest;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.route.parquet.TableFormat;
import dev.dayone.route.parquet.TableWriter;
import dev.dayone.route.snapshot.SnapshotFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** One source of a sampling: its tables one after the other, each by a route of its own. Used by one thread. */
final class SourceSampling {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Shared shared;
    private final AttachedSource attached;
    private final Source source;
    private final SourceConnection connection;
    private final Probe probe;
    private final Map<String, DiscoveredTable> found = new LinkedHashMap<>();
    private final Throttle throttle;
    private final Map<String, TableManifest> finished = new LinkedHashMap<>();

    /** What all sources of a sampling have in common. */
    record Shared(SamplingRequest request, SampleListener listener, TableFormat.Keys keys) {}

    /** Asks the source who it is and what it holds. */
    SourceSampling(Shared shared, AttachedSource attached) {
        this.shared = shared;
        this.attached = attached;
        this.source = attached.source();
        this.connection = attached.connection();
        this.throttle = new Throttle(
                source.limits().rowsPerSecond(), shared.request().settings().cancellation());
        this.probe = connection.probe();
        connection.discover().forEach(table -> found.put(table.info().name(), table));
        shared.listener().attached(source.name(), probe);
    }

    List<PilotCheck.Problem> problems() {
        return PilotCheck.forSampling(shared.request().pilot(), source, found.values());
    }

    SourceManifest manifest() {
        return new SourceManifest(source.connector(), probe, connection.receipt(), finished);
    }

    /** Reads every table; one that fails does not keep the others from being read, unless the source is gone. */
    List<DayoneException> read(SnapshotFolder snapshot) {
        List<DayoneException> failures = new ArrayList<>();
        for (String name : PilotCheck.sampled(shared.request().pilot(), source, found.values())) {
            TableRef table = new TableRef(source.name(), name);
            try {
                finished.put(name, read(snapshot, table));
            } catch (DayoneException e) {
                failures.add(e);
                boolean gone = e.code().fault() == Fault.SOURCE && e.code() != ErrorCode.SOURCE_TIMED_OUT;
                if (gone || e.code().fault() == Fault.LIMIT) {
                    break;
                }
            }
        }
        return failures;
    }

    private TableManifest read(SnapshotFolder snapshot, TableRef ref) {
        TableManifest before = snapshot.finished(ref);
        if (before != null) {
            shared.listener().resumed(ref);
            return before;
        }
        Instant start = Instant.now();
        DiscoveredTable table = java.util.Objects.requireNonNull(found.get(ref.table()));
        TableSelection selection = source.table(ref.table());
        Sample sample = shared.request().pilot().sample(ref);
        long seed = shared.request().settings().seed() + ref.toString().hashCode();
        TablePlan plan = new TablePlanner(table, sample, source.limits(), seed).plan(ask -> one(ref, ask));
        shared.listener().planned(ref, plan.expectedRows(), plan.used());
        Path folder = snapshot.begin(ref);
        Set<String> hash = selection.hash();
        List<ColumnInfo> kept = TableFormat.kept(table.info().columns(), hash, selection.drop());
        TableFormat format = new TableFormat(kept, hash, shared.keys());
        TableReading.Output output = new TableReading.Output(
                folder,
                () -> new TableWriter(folder, format),
                rows -> shared.listener().rows(ref, rows),
                seed,
                Math.max(source.limits().maxRows(), sample.rows()));
        List<String> columns = kept.stream().map(ColumnInfo::name).toList();
        try (format;
                TableReading reading = new TableReading(ref.table(), columns, plan.pages(), output, throttle)) {
            run(ref, reading);
            TableWriter written = reading.finish();
            TableManifest manifest = manifest(table.info().with(kept), sample, plan, written, start);
            snapshot.finish(ref, manifest);
            shared.listener().finished(ref, manifest);
            return manifest;
        }
    }

    private TableManifest manifest(TableInfo info, Sample asked, TablePlan plan, TableWriter written, Instant start) {
        boolean whole = plan.pages().sawAll();
        boolean cut = !whole && asked.method() == SampleMethod.ALL && plan.note() == null;
        return new TableManifest(
                info,
                asked,
                plan.used(),
                cut ? TablePlanner.cutNote(source.limits().maxRows()) : plan.note(),
                written.rows(),
                whole,
                SnapshotFolder.tableFolder(new TableRef(source.name(), info.name())),
                written.files(),
                written.alterations(),
                start,
                Instant.now());
    }

    private void run(TableRef ref, TableReading reading) {
        String number = String.valueOf(NUMBERS.incrementAndGet());
        String route = "sample:" + ref.toString().replaceAll("[{}]", "_");
        try {
            TemplatedRouteBuilder.builder(attached.context(), SamplingRoutes.TEMPLATE)
                    .routeId(route)
                    .parameter("number", number)
                    .add();
            Exchange answer = attached.template().request("direct:sample-" + number, exchange -> {
                exchange.setProperty(SamplingRoutes.READING, reading);
                exchange.setProperty(SamplingRoutes.ENDPOINT, connection.uri());
                exchange.setProperty(SamplingRoutes.RETRIED, (SamplingRoutes.Retried)
                        (attempt, why) -> shared.listener().retrying(ref, attempt, why.line()));
            });
            if (answer.getException() != null) {
                throw SourceConnection.failure(source.name(), answer.getException());
            }
            attached.context().getRouteController().stopRoute(route);
            attached.context().removeRoute(route);
        } catch (DayoneException e) {
            throw e;
        } catch (Exception e) {
            throw SourceConnection.failure(source.name(), e);
        }
    }

    private Map<String, Object> one(TableRef ref, Map<String, Object> selection) {
        Exchange answer = attached.template().request(connection.uri(), exchange -> {
            exchange.getMessage().setHeader(Headers.OPERATION, Headers.READ);
            exchange.getMessage().setHeader(Headers.TABLE, ref.table());
            exchange.getMessage().setHeader(Headers.SELECTION, selection);
        });
        if (answer.getException() != null) {
            throw SourceConnection.failure(source.name(), answer.getException());
        }
        Object body = answer.getMessage().getBody();
        return body instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map<?, ?> row
                ? copy(row)
                : Map.of();
    }

    private static Map<String, Object> copy(Map<?, ?> row) {
        Map<String, Object> copy = new LinkedHashMap<>();
        row.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
