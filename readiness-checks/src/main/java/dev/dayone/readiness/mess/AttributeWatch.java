package dev.dayone.readiness.mess;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.privacy.Mask;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts which attributes each record has in a table of one row an attribute. */
final class AttributeWatch implements RowWatch {
    private static final double EACH_ONCE = 0.9;
    private static final double ROWS_A_RECORD = 1.5;
    private static final int FEWEST_RECORDS = 10;
    private static final int TOLD = 6;
    private static final Decision SHOWN = new Decision(Visibility.SHOWN, "");

    private final RowPlace place;
    private final List<Integer> entities;
    private final int attribute;
    private final int value;
    private final Map<String, Integer> attributes = new HashMap<>();
    private final List<Map<String, BitSet>> records = new ArrayList<>();
    private long rows;

    /** {@code entities}: columns of which one may tell the record that an attribute is of. */
    AttributeWatch(RowPlace place, List<Integer> entities, int attribute, int value) {
        this.place = place;
        this.entities = entities;
        this.attribute = attribute;
        this.value = value;
        entities.forEach(entity -> records.add(new HashMap<>()));
    }

    @Override
    public List<Integer> columns() {
        return Stream.concat(entities.stream(), Stream.of(attribute, value)).toList();
    }

    @Override
    public void look(@Nullable String[] row) {
        String name = row[attribute];
        if (name == null || name.isBlank()) {
            return;
        }
        rows++;
        int number = attributes.computeIfAbsent(name, none -> attributes.size());
        for (int i = 0; i < entities.size(); i++) {
            String record = row[entities.get(i)];
            if (record != null && !record.isBlank()) {
                records.get(i).computeIfAbsent(record, none -> new BitSet()).set(number);
            }
        }
    }

    @Override
    public Stream<Finding> found() {
        for (int i = 0; i < entities.size(); i++) {
            Map<String, BitSet> of = records.get(i);
            long pairs = of.values().stream().mapToLong(BitSet::cardinality).sum();
            if (of.size() >= FEWEST_RECORDS
                    && rows >= ROWS_A_RECORD * of.size()
                    && pairs >= EACH_ONCE * rows
                    && of.size() > attributes.size()) {
                return Stream.of(told(entities.get(i), of));
            }
        }
        return Stream.empty();
    }

    private Finding told(int entity, Map<String, BitSet> of) {
        String record = place.column(entity).column().name();
        String name = place.column(attribute).column().name();
        return AttributeTables.KIND
                .at(
                        Severity.MINOR,
                        place.table().toString(),
                        "One row an attribute: " + Numbers.count(attributes.size(), "attribute") + " by " + name
                                + " of "
                                + Numbers.count(of.size(), "record") + " by " + record + ", "
                                + Numbers.number((double) rows / of.size()) + " rows each, values as text in "
                                + place.column(value).column().name() + ".")
                .seen(used(of))
                .done();
    }

    /** The most used attributes, named where the column is shown, and the share of records that have each. */
    private List<String> used(Map<String, BitSet> of) {
        int[] having = new int[attributes.size()];
        of.values().forEach(one -> one.stream().forEach(number -> having[number]++));
        boolean shown = RowPlace.isShown(place.column(attribute));
        return attributes.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> one) -> -having[one.getValue()])
                        .thenComparing(Map.Entry::getKey))
                .limit(TOLD)
                .map(one -> (shown ? Mask.value(one.getKey(), SHOWN) : "an attribute that is not shown") + ": in "
                        + Numbers.percent((double) having[one.getValue()] / of.size()) + " of records")
                .toList();
    }
}
