package dev.dayone.app.console;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.route.sampling.SampleListener;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows sampling: a bar a table on a terminal, else a line a table. Called from several threads. */
public final class SamplingProgress implements SampleListener, AutoCloseable {
    private static final int NAME_COLUMNS = 28;

    private final Console console;
    private final Map<TableRef, ProgressBar> bars = new ConcurrentHashMap<>();

    private final AtomicReference<@Nullable Runnable> onFirstTable;

    private SamplingProgress(Console console, @Nullable Runnable onFirstTable) {
        this.console = console;
        this.onFirstTable = new AtomicReference<>(onFirstTable);
    }

    /** Progress on a console; {@code onFirstTable} is run once, when the sources have answered. */
    public static SamplingProgress on(Console console, @Nullable Runnable onFirstTable) {
        return new SamplingProgress(console, onFirstTable);
    }

    @Override
    public void attached(String source, Probe probe) {
        String untold = probe.readsOnly() ? "is sent no write" : "rights unknown";
        String rights = probe.canWrite() == null ? untold : probe.canWrite() ? "CAN WRITE" : "can only read";
        say("  " + source + ": " + Bars.safe(probe.server(), 40) + ", account '" + Bars.safe(probe.account(), 40) + "' "
                + rights + ", " + probe.latencyMillis() + " ms away");
    }

    @Override
    public void planned(TableRef table, long expectedRows, SampleMethod method) {
        Runnable first = onFirstTable.getAndSet(null);
        if (first != null) {
            first.run();
        }
        if (console.terminal()) {
            bars.put(
                    table,
                    Bars.on(console)
                            .setTaskName("  " + padded(table))
                            .setInitialMax(Math.max(expectedRows, 1))
                            .setUnit(" rows", 1)
                            .build());
        }
    }

    @Override
    public void rows(TableRef table, long rowsSoFar) {
        ProgressBar bar = bars.get(table);
        if (bar != null) {
            bar.maxHint(Math.max(bar.getMax(), rowsSoFar));
            bar.stepTo(rowsSoFar);
        }
    }

    @Override
    public void finished(TableRef table, TableManifest manifest) {
        ProgressBar bar = bars.remove(table);
        if (bar != null) {
            bar.maxHint(manifest.sampledRows());
            bar.stepTo(manifest.sampledRows());
            bar.setExtraMessage(how(manifest));
            bar.close();
            return;
        }
        Duration took = Duration.between(manifest.startedAt(), manifest.completedAt());
        say("  " + padded(table) + " " + String.format(Locale.ROOT, "%,9d", manifest.sampledRows())
                + (manifest.sampledRows() == 1 ? " row,  " : " rows, ")
                + how(manifest) + ", " + String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0));
    }

    @Override
    public void retrying(TableRef table, int attempt, String why) {
        say("  " + padded(table) + " try " + (attempt + 1) + " after: " + Bars.safe(why, 120));
    }

    @Override
    public void resumed(TableRef table) {
        say("  " + padded(table) + " kept from the run that was broken off");
    }

    @Override
    public void resumed(TableRef table, long rows) {
        say("  " + padded(table)
                + String.format(Locale.ROOT, " goes on behind %,d rows of the run that was broken off", rows));
    }

    @Override
    public void startedAfresh(TableRef table, String why) {
        say("  " + padded(table) + " starts afresh: " + Bars.safe(why, 120));
    }

    @Override
    public void pausing(TableRef table, Duration pause) {
        say("  " + padded(table)
                + String.format(
                        Locale.ROOT, " pauses for %.0f s: its source has become slow", pause.toMillis() / 1000.0));
    }

    @Override
    public void retrying(String source, int attempt, String why) {
        say("  " + Bars.safe(source, NAME_COLUMNS) + ": try " + (attempt + 1) + " after: " + Bars.safe(why, 120));
    }

    @Override
    public void close() {
        bars.values().forEach(ProgressBar::close);
        bars.clear();
    }

    private static String how(TableManifest manifest) {
        if (manifest.whole()) {
            return "whole";
        }
        Long rows = manifest.info().approximateRows();
        String method = manifest.used() == SampleMethod.LINKED
                ? "what the flow reaches,"
                : manifest.used().label();
        return method + (rows == null ? "" : String.format(Locale.ROOT, " of about %,d", rows));
    }

    private static String padded(TableRef table) {
        return String.format(Locale.ROOT, "%-" + NAME_COLUMNS + "s", Bars.safe(table.toString(), NAME_COLUMNS));
    }

    private synchronized void say(String line) {
        console.say(line);
    }
}
