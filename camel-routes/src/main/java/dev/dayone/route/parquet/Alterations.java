package dev.dayone.route.parquet;

import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the values of one column that could not be kept as they were. */
final class Alterations {
    static final String ZERO_DATE = "zero date";
    static final String TEXT_CUT = "text cut";
    static final String OUT_OF_RANGE = "out of range";
    static final String ROUNDED = "rounded";

    private final String column;
    private final Map<String, Long> counts = new TreeMap<>();

    Alterations(String column) {
        this.column = column;
    }

    void count(String kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    List<Alteration> list() {
        List<Alteration> list = new ArrayList<>();
        counts.forEach((kind, values) -> list.add(new Alteration(column, kind, values)));
        return list;
    }
}
