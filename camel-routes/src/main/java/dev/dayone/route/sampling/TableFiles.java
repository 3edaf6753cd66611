package dev.dayone.route.sampling;

import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import dev.dayone.route.parquet.TableWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The finished files of one table, a page or more each. Used by one thread. */
final class TableFiles {
    private final IntFunction<TableWriter> writers;
    private final List<String> files = new ArrayList<>();
    private final Map<List<String>, Long> alterations = new LinkedHashMap<>();
    private long rows;
    private final WindowRows windows = new WindowRows();

    /** Files that begin with none; {@code writers} makes one that begins with a part's number. */
    TableFiles(IntFunction<TableWriter> writers) {
        this.writers = writers;
    }

    /** Takes up the files of an earlier run; {@code drawn}: how many rows in each window, if in any. */
    void add(List<String> names, long more, List<Alteration> altered, List<Integer> drawn) {
        IntStream.range(0, drawn.size()).forEach(window -> windows.add(window, drawn.get(window)));
        add(names, more, altered);
    }

    private void add(List<String> names, long more, List<Alteration> altered) {
        files.addAll(names);
        rows += more;
        altered.forEach(one -> alterations.merge(List.of(one.column(), one.kind()), one.values(), Long::sum));
    }

    /** A writer of what follows. */
    TableWriter next() {
        return writers.apply(files.size());
    }

    /** What a writer wrote is part of the table. */
    void add(TableWriter finished) {
        add(finished.files(), finished.rows(), finished.alterations());
    }

    /** The rows of each window so far; none: rows were drawn in no windows. */
    WindowRows windows() {
        return windows;
    }

    /** What the source could not hand out as rows, by kind; counts for the whole table. */
    void add(Map<String, Long> setAside) {
        setAside.forEach((kind, count) -> alterations.merge(List.of(Alteration.WHOLE_ROWS, kind), count, Long::sum));
    }

    /** A table without rows has one file without rows, so that readers find its columns. */
    void finish() {
        if (files.isEmpty()) {
            TableWriter writer = next();
            writer.finish();
            add(writer);
        }
    }

    List<String> names() {
        return List.copyOf(files);
    }

    long rows() {
        return rows;
    }

    List<Alteration> alterations() {
        List<Alteration> list = new ArrayList<>();
        alterations.forEach((what, values) -> list.add(new Alteration(what.get(0), what.get(1), values)));
        return list;
    }
}
