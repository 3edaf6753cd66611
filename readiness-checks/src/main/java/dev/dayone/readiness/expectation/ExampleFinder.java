package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.ExampleRow;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.privacy.Mask;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Finds examples of what breaks the rules of a table, and masks them: one job for values, one for rows. */
final class ExampleFinder {
    /** How many of each are shown. */
    static final int SHOWN = 20;

    private final SnapshotTable table;
    private final List<Decision> decisions;
    private final UnaryOperator<String> hash;

    ExampleFinder(SnapshotTable table, List<Decision> decisions, UnaryOperator<String> hash) {
        this.table = table;
        this.decisions = decisions;
        this.hash = hash;
    }

    /** Values by how often they stand, and rows by their key. */
    record Found(List<ValueCount> values, List<ExampleRow> rows) {
        static final Found NOTHING = new Found(List.of(), List.of());
    }

    /** By the check's number. */
    Map<Integer, Found> of(Map<Integer, Broken> broken) {
        Map<Integer, Unexpected> valued = new LinkedHashMap<>();
        broken.forEach((check, one) -> {
            if (one.unexpected().valued()) {
                valued.put(check, one.unexpected());
            }
        });
        Map<Integer, List<ValueCount>> values = Examples.of(table, valued);
        Map<Integer, List<KeyedRows.Found>> rows = KeyedRows.of(table, broken, values);
        Map<Integer, Found> found = new LinkedHashMap<>();
        broken.forEach((check, one) -> found.put(
                check,
                new Found(
                        masked(values.getOrDefault(check, List.of()), one.unexpected()),
                        rows.getOrDefault(check, List.of()).stream()
                                .map(row -> row(row, one.unexpected()))
                                .toList())));
        return found;
    }

    private List<ValueCount> masked(List<ValueCount> values, Unexpected unexpected) {
        return Mask.values(values, strictest(unexpected)).stream().limit(SHOWN).toList();
    }

    private Decision strictest(Unexpected unexpected) {
        return unexpected.columns().stream()
                .map(decisions::get)
                .filter(decision -> !decision.shown())
                .findFirst()
                .orElse(decisions.get(unexpected.columns().get(0)));
    }

    private ExampleRow row(KeyedRows.Found found, Unexpected unexpected) {
        Map<String, String> key = new LinkedHashMap<>();
        List<Integer> positions = KeyedRows.key(table);
        for (int i = 0; i < positions.size(); i++) {
            int position = positions.get(i);
            key.put(name(position), Mask.key(found.key().get(i), decisions.get(position), hash));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < unexpected.columns().size(); i++) {
            int position = unexpected.columns().get(i);
            String value = found.values().get(i);
            values.put(name(position), value == null ? Examples.NULL : Mask.value(value, decisions.get(position)));
        }
        return new ExampleRow(key, values, found.reason());
    }

    private String name(int position) {
        return table.columns().get(position).name();
    }
}
