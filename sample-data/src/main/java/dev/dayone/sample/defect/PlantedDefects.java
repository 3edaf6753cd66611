package dev.dayone.sample.defect;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of {@code planted-defects.json}: what finding defects can be scored against.
 *
 * @param rows the rows of every table, by {@code source.table}
 * @param cleanTables tables without any defect: whatever is found there is a false alarm
 */
public record PlantedDefects(
        int dataVersion,
        long seed,
        double scale,
        LocalDate referenceDate,
        Map<String, Long> rows,
        List<Planted> defects,
        List<String> cleanTables) {
    public PlantedDefects {
        rows = new TreeMap<>(rows);
        defects = List.copyOf(defects);
        cleanTables = List.copyOf(cleanTables);
    }

    /**
     * One kind of defect in one table.
     *
     * @param unit what is counted: {@code rows} or {@code table}
     * @param count exact
     * @param keys keys of planted rows: all if {@code keysComplete}, else up to 50 spread over the table
     */
    public record Planted(
            String name,
            String what,
            String source,
            String table,
            List<String> columns,
            String unit,
            long count,
            String keyColumn,
            List<Long> keys,
            boolean keysComplete) {
        public Planted {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
        }
    }

    /** Every kind with what a log counted of it. */
    public static List<Planted> of(DefectLog log) {
        return Arrays.stream(DefectKind.values())
                .map(kind -> planted(kind, log))
                .toList();
    }

    private static Planted planted(DefectKind kind, DefectLog log) {
        List<Long> keys = log.keys(kind);
        return new Planted(
                kind.label(),
                kind.what(),
                kind.source(),
                kind.table(),
                kind.columns(),
                kind.unit().label(),
                log.count(kind),
                "id",
                keys,
                kind.unit() == DefectKind.Unit.ROWS && keys.size() == log.count(kind));
    }
}
