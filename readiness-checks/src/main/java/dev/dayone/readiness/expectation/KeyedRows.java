package dev.dayone.readiness.expectation;

import static org.apache.spark.sql.functions.lit;

import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.table.SnapshotTable;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Rows that break rules, by the table's key, unmasked: one pass over the table for all its checks. Where many rows break
 * a rule, a fixed part of them is looked at, chosen by the key's hash: so few rows leave Spark, and the same each time.
 */
final class KeyedRows {
    /** Of rows that break a rule, how many about leave Spark. */
    private static final int LOOKED_AT = 5 * ExampleFinder.SHOWN;

    private KeyedRows() {}

    /** A row: its key and its values as texts, in the order of the columns. */
    record Found(List<String> key, List<@Nullable String> values, String reason) {}

    /** By the check's number; none where the table has no key. {@code repeated}: values that stand more than once. */
    static Map<Integer, List<Found>> of(
            SnapshotTable table, Map<Integer, Broken> broken, Map<Integer, List<ValueCount>> repeated) {
        List<Integer> key = key(table);
        if (key.isEmpty() || broken.isEmpty()) {
            return Map.of();
        }
        Column hash = functions.xxhash64(key.stream().map(SnapshotTable::column).toArray(Column[]::new));
        List<Column> entries = new ArrayList<>();
        broken.forEach((check, one) -> {
            Column entry = one.unexpected().condition() == null
                    ? repeated(check, one, repeated.getOrDefault(check, List.of()), hash)
                    : entry(check, one.unexpected(), one.reason(), chosen(one.rows(), hash));
            if (entry != null) {
                entries.add(entry);
            }
        });
        if (entries.isEmpty()) {
            return Map.of();
        }
        // Rows without an entry go before anything is made of their key.
        Row[] rows = (Row[]) table.rows()
                .select(
                        functions
                                .array(key.stream().map(KeyedRows::text).toArray(Column[]::new))
                                .as("key"),
                        functions.array(entries.toArray(Column[]::new)).as("entries"))
                .filter(functions.exists(functions.col("entries"), Column::isNotNull))
                .collect();
        return byCheck(rows);
    }

    /** The positions of the key's columns; empty: the table has none, or the snapshot not all of it. */
    static List<Integer> key(SnapshotTable table) {
        List<Integer> positions =
                table.manifest().info().key().stream().map(table::position).toList();
        return positions.contains(-1) ? List.of() : positions;
    }

    private static Column chosen(long rows, Column hash) {
        return rows <= LOOKED_AT
                ? lit(true)
                : functions.pmod(hash, lit(rows / LOOKED_AT)).equalTo(0);
    }

    private static Column entry(int check, Unexpected unexpected, Column reason, Column chosen) {
        return functions.when(
                Examples.filter(unexpected.where())
                        .and(functions.coalesce(unexpected.condition(), lit(false)))
                        .and(chosen),
                functions.struct(lit(check), reason, values(unexpected)));
    }

    /** The rows of the most frequent values, so that those that share one stand together. */
    private static @Nullable Column repeated(int check, Broken broken, List<ValueCount> values, Column hash) {
        List<ValueCount> shown = values.stream().limit(ExampleFinder.SHOWN).toList();
        if (shown.isEmpty()) {
            return null;
        }
        Column value = Examples.value(broken.unexpected());
        Column reason = lit("appears more than once");
        for (ValueCount one : shown) {
            reason = functions
                    .when(value.equalTo(one.value()), lit("appears " + Numbers.count(one.count()) + " times"))
                    .otherwise(reason);
        }
        Object[] members = shown.stream().map(ValueCount::value).toArray();
        Unexpected unexpected = new Unexpected(
                value.isin(members),
                broken.unexpected().where(),
                broken.unexpected().columns());
        long rows = shown.stream().mapToLong(ValueCount::count).sum();
        return entry(check, unexpected, reason, chosen(rows, hash));
    }

    private static Column values(Unexpected unexpected) {
        return functions.array(
                unexpected.columns().stream().map(KeyedRows::text).toArray(Column[]::new));
    }

    private static Column text(int position) {
        return functions.substring(SnapshotTable.column(position).cast("string"), 1, Examples.LONGEST);
    }

    private static Map<Integer, List<Found>> byCheck(Row[] rows) {
        Map<Integer, List<Found>> found = new LinkedHashMap<>();
        for (Row row : rows) {
            List<String> key = row.<String>getList(0).stream()
                    .map(part -> Objects.requireNonNullElse(part, Examples.NULL))
                    .toList();
            for (Row entry : row.<Row>getList(1)) {
                if (entry != null) {
                    found.computeIfAbsent(entry.getInt(0), check -> new ArrayList<>())
                            .add(new Found(key, new ArrayList<>(entry.getList(2)), entry.getString(1)));
                }
            }
        }
        found.replaceAll((check, all) -> all.stream()
                .sorted(Comparator.comparing(row -> String.valueOf(row.values())))
                .limit(ExampleFinder.SHOWN)
                .toList());
        return found;
    }
}
