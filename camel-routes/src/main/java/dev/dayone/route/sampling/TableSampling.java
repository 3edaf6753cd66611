package dev.dayone.route.sampling;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.LinkedKeys;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.route.parquet.TableFormat;
import dev.dayone.route.parquet.TableWriter;
import dev.dayone.route.snapshot.Checkpoint;
import dev.dayone.route.snapshot.Sealed;
import dev.dayone.route.snapshot.SnapshotFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One table of a sampling, from its plan or checkpoint to its manifest. Used by one thread. */
final class TableSampling {
    private final SourceContext context;
    private final SnapshotFolder snapshot;
    private final TableRef ref;
    private final DiscoveredTable table;
    private final Pilot pilot;
    private final Sample sample;
    private final TableSelection selection;
    private final TablePlanner planner;
    private final WorkspaceKey key;
    private final List<ColumnInfo> kept;
    private final TableFormat format;
    private final List<String> keyFiles = new ArrayList<>();
    private TablePlanner.@Nullable Bounds bounds;

    TableSampling(SourceContext context, SnapshotFolder snapshot, TableRef ref) {
        this.context = context;
        this.snapshot = snapshot;
        this.ref = ref;
        this.table = Objects.requireNonNull(context.found().get(ref.table()));
        this.pilot = context.shared().request().pilot();
        this.sample = pilot.sample(ref);
        this.selection = context.source().table(ref.table());
        this.planner = new TablePlanner(table, sample, context.source().limits(), seed());
        this.key = context.shared().keys().key();
        this.kept = TableFormat.kept(table.info().columns(), selection.hash(), selection.drop());
        boolean drawn = sample.method() == SampleMethod.RANDOM || sample.method() == SampleMethod.LINKED;
        this.format = new TableFormat(
                kept,
                selection.hash(),
                context.shared().keys(),
                drawn ? TableFormat.InWindows.MAYBE : TableFormat.InWindows.NO);
    }

    private long seed() {
        return context.settings().seed() + ref.toString().hashCode();
    }

    /** The table read whole as its plan says; none if it is to be read for keys that do not come in this run. */
    Optional<TableManifest> read() {
        TableManifest before = snapshot.finished(ref);
        if (before != null) {
            snapshot.checkpoint(ref).ifPresent(checkpoint -> offer(keys(checkpoint, collector(SampleMethod.ALL))));
            context.shared().listener().resumed(ref);
            return Optional.of(before);
        }
        context.budget().check();
        try (format) {
            Optional<TableStart> start = start();
            return start.map(this::readOrBegunAfresh).map(this::finish);
        }
    }

    /** A place that the source does not know any more is of no use later either: the table is begun afresh, once. */
    private TableStart readOrBegunAfresh(TableStart start) {
        try {
            run(start);
            return start;
        } catch (SourceUnavailableException e) {
            if (e.code() != ErrorCode.CURSOR_EXPIRED) {
                throw e;
            }
            keyFiles.clear();
            TableStart again = fresh("the source does not know its place in the table any more")
                    .orElseThrow(() -> e);
            run(again);
            return again;
        }
    }

    private Optional<TableStart> start() {
        Checkpoint checkpoint = snapshot.checkpoint(ref).orElse(null);
        if (checkpoint == null) {
            return fresh(null);
        }
        Optional<String> refusal = Resumption.refusal(
                checkpoint, table.info(), context.settings().timing().now());
        if (refusal.isPresent()) {
            return fresh(refusal.get());
        }
        PlanState state = Sealed.read(checkpoint.plan(), key, PlanState.class).orElse(null);
        if (state == null) {
            return fresh("where it was broken off cannot be read");
        }
        if (state instanceof PlanState.Keys keys) {
            return linked(checkpoint, keys);
        }
        if (state instanceof PlanState.Windows windows) {
            Optional<String> moved = Resumption.refusal(checkpoint, windows, table.info(), bounds());
            if (moved.isPresent()) {
                return fresh(moved.get());
            }
        }
        return Optional.of(resumed(checkpoint, state.pages(), List.of()));
    }

    private Optional<TableStart> linked(Checkpoint checkpoint, PlanState.Keys place) {
        LinkedPlan plan = linkedPlan().orElse(null);
        if (plan == null) {
            return Optional.empty();
        }
        if (plan.plan().pages() instanceof KeysPlan pages && pages.resume(place)) {
            return Optional.of(resumed(checkpoint, pages, plan.keys()));
        }
        return fresh("the keys that it is read for have changed");
    }

    private TableStart resumed(Checkpoint checkpoint, PagePlan pages, List<LinkedKeys> linked) {
        Path folder = snapshot.resume(ref, checkpoint);
        TableFiles files = new TableFiles(part -> writer(folder, part));
        files.add(checkpoint.files(), checkpoint.rows(), checkpoint.alterations(), checkpoint.windows());
        KeyCollector collector = keys(checkpoint, collector(checkpoint.used()));
        keyFiles.addAll(checkpoint.keyFiles());
        context.shared().listener().resumed(ref, checkpoint.rows());
        TablePlan plan = new TablePlan(pages, checkpoint.used(), checkpoint.note(), -1);
        return new TableStart(plan, files, collector, linked, checkpoint.startedAt());
    }

    private Optional<TableStart> fresh(@Nullable String why) {
        if (why != null) {
            context.shared().listener().startedAfresh(ref, why);
        }
        Optional<LinkedPlan> planned = sample.method() == SampleMethod.LINKED
                ? linkedPlan()
                : Optional.of(new LinkedPlan(planner.plan(ask -> context.one(ref, ask)), List.of()));
        return planned.map(found -> {
            LinkedPlan plan = why == null
                    ? found
                    : new LinkedPlan(found.plan().noted("it was begun afresh, as " + why), found.keys());
            context.shared()
                    .listener()
                    .planned(ref, plan.plan().expectedRows(), plan.plan().used());
            Path folder = snapshot.begin(ref);
            return TableStart.fresh(
                    plan,
                    part -> writer(folder, part),
                    collector(plan.plan().used()),
                    context.settings().timing().now());
        });
    }

    private Optional<LinkedPlan> linkedPlan() {
        long most = selection.asked() == null
                ? context.source().limits().maxRows()
                : Math.min(sample.rows(), context.source().limits().maxRows());
        return new LinkedPlanner(
                        ref, table, context.shared().links(), context.found().values())
                .plan(planner, bounds(), context.shared().pool(), most);
    }

    private TablePlanner.Bounds bounds() {
        if (bounds == null) {
            bounds = planner.bounds(ask -> context.one(ref, ask));
        }
        return bounds;
    }

    private TableWriter writer(Path folder, int part) {
        return new TableWriter(folder, format, part);
    }

    private KeyCollector collector(SampleMethod used) {
        List<String> rowKey = used == SampleMethod.LINKED ? table.info().key() : List.of();
        return new KeyCollector(context.shared().links().wanted(ref), rowKey);
    }

    private KeyCollector keys(Checkpoint checkpoint, KeyCollector collector) {
        for (String file : checkpoint.keyFiles()) {
            Sealed.read(snapshot.sealed(ref, file), key, PageKeys.class).ifPresent(collector::add);
        }
        return collector;
    }

    private void offer(KeyCollector keys) {
        keys.sets()
                .forEach((column, set) ->
                        context.shared().pool().offer(new ColumnRef(ref.source(), ref.table(), column), set));
    }

    private void run(TableStart start) {
        Set<String> columns = new LinkedHashSet<>();
        kept.forEach(column -> columns.add(column.name()));
        columns.addAll(start.keys().columns());
        PagePlan.Grouping windows = start.plan().pages().windows(table.info().key());
        if (windows != null) {
            columns.addAll(windows.columns());
        }
        TableReading.Asked asked = new TableReading.Asked(
                ref.table(),
                List.copyOf(columns),
                seed(),
                Math.max(context.source().limits().maxRows(), sample.rows()),
                windows);
        Brake brake = new Brake(
                context.throttle(),
                context.budget(),
                context.settings(),
                context.source().limits().slowdown(),
                pause -> context.shared().listener().pausing(ref, pause));
        TableReading.Told told = new TableReading.Told() {
            @Override
            public void rows(long rows) {
                context.shared().listener().rows(ref, rows);
            }

            @Override
            public void page() {
                save(start);
            }
        };
        TableReading reading = new TableReading(
                asked, start.plan().pages(), new TableReading.Output(start.files(), start.keys(), told), brake);
        context.run(ref, reading);
    }

    /** The page's files are on the disk: from here on they are the table's. */
    private void save(TableStart start) {
        PageKeys page = start.keys().keep();
        if (!page.isEmpty()) {
            String name = String.format(java.util.Locale.ROOT, "keys-%05d.sealed", keyFiles.size());
            snapshot.save(ref, name, Sealed.write(page, key));
            keyFiles.add(name);
        }
        Instant now = context.settings().timing().now();
        snapshot.save(
                ref,
                new Checkpoint(
                        table.info(),
                        start.plan().used(),
                        start.plan().note(),
                        start.files().names(),
                        keyFiles,
                        start.files().rows(),
                        start.files().alterations(),
                        start.at(),
                        now,
                        Sealed.write(start.plan().pages().state(), key),
                        start.files().windows().list()));
        context.saveReceipt(snapshot);
    }

    private TableManifest finish(TableStart start) {
        start.files().finish();
        boolean whole = start.plan().pages().sawAll();
        Pushdown pushdown = selection.pushdown() && !whole ? pushdown() : null;
        TableManifest manifest = new TableManifest(
                table.info().with(kept),
                sample,
                start.plan().used(),
                start.note(whole, sample.method(), context.source().limits().maxRows()),
                start.files().rows(),
                whole,
                SnapshotFolder.tableFolder(ref),
                start.files().names(),
                start.files().alterations(),
                start.plan().pages().isCut() ? List.of() : start.linked(),
                pushdown,
                start.at(),
                context.settings().timing().now(),
                start.files().windows().end() == 0
                        ? null
                        : Windows.of(start.files().windows().list()));
        snapshot.finish(ref, manifest);
        offer(start.keys());
        context.saveReceipt(snapshot);
        context.shared().listener().finished(ref, manifest);
        return manifest;
    }

    private Pushdown pushdown() {
        context.budget().check();
        return Pushdowns.ask(
                Pushdowns.columns(pilot, ref, table.info()),
                context.source().limits().pushdownRows(),
                ask -> context.ask(ref, ask));
    }
}
