package dev.dayone.readiness.flow;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import dev.dayone.readiness.engine.RowTexts;
import dev.dayone.readiness.link.KeyText;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** A table on the records' way: what its rows are asked, and the keys by which the way goes on. */
final class Stop {
    private final SnapshotTable table;
    private final List<Question> questions;
    private final List<Link> onward;

    Stop(SnapshotTable table, List<Question> questions, List<Link> onward) {
        this.table = table;
        this.questions = questions;
        this.onward = onward;
    }

    SnapshotTable table() {
        return table;
    }

    List<Question> questions() {
        return questions;
    }

    /**
     * One row.
     *
     * @param keys by which links go on from it
     * @param wrong by question, what is wrong; null: nothing is
     */
    record Visited(Map<Link, String> keys, List<@Nullable String> wrong) {}

    /** Some of the rows, in the table's order. */
    List<Visited> rows(LongPredicate chosen) {
        List<Visited> rows = new ArrayList<>();
        long[] row = {0};
        RowTexts.forEach(table.rows().select(columns(null)), texts -> {
            if (chosen.test(row[0]++)) {
                rows.add(visited(texts, 0));
            }
        });
        return rows;
    }

    /**
     * The first row of each key.
     *
     * @param repeated keys that stand in more than one row
     */
    record Found(Map<String, Visited> rows, Set<String> repeated) {}

    /** The rows whose key is wanted. */
    Found rows(ColumnRef key, Set<String> wanted) {
        Map<String, Visited> rows = new HashMap<>();
        Set<String> repeated = new HashSet<>();
        RowTexts.forEach(table.rows().select(columns(key)), texts -> {
            String found = texts[0];
            if (found != null && wanted.contains(found)) {
                if (rows.containsKey(found)) {
                    repeated.add(found);
                } else {
                    rows.put(found, visited(texts, 1));
                }
            }
        });
        return new Found(rows, repeated);
    }

    private Column[] columns(@Nullable ColumnRef key) {
        List<Column> columns = new ArrayList<>();
        if (key != null) {
            columns.add(text(key));
        }
        onward.forEach(link -> columns.add(text(link.from())));
        questions.forEach(question -> columns.add(question.text()));
        for (int i = 0; i < columns.size(); i++) {
            columns.set(i, columns.get(i).as("t" + i));
        }
        return columns.toArray(Column[]::new);
    }

    private Column text(ColumnRef key) {
        int position = table.position(key.column());
        return KeyText.of(
                SnapshotTable.column(position), table.columns().get(position).type());
    }

    private Visited visited(@Nullable String[] texts, int from) {
        Map<Link, String> keys = new HashMap<>();
        for (int i = 0; i < onward.size(); i++) {
            String key = texts[from + i];
            if (key != null) {
                keys.put(onward.get(i), key);
            }
        }
        List<@Nullable String> wrong = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            wrong.add(questions.get(i).judge().wrong(texts[from + onward.size() + i]));
        }
        return new Visited(keys, wrong);
    }
}
