package dev.dayone.connector.http;

import dev.dayone.connector.http.Description.TableSpec;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.TableInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table with what the API has for it now. */
record FoundTable(TableSpec spec, Found found) {
    /**
     * What asking for a table found.
     *
     * @param fields the API's name of each column that its catalogue of fields lists
     * @param remedy what would make it readable; null: it is
     * @param calls that it took
     */
    record Found(
            List<ColumnInfo> columns,
            Map<String, String> fields,
            @Nullable Long rows,
            @Nullable String remedy,
            long calls) {
        /** Of a table that was not asked for. */
        static final Found NOTHING = new Found(List.of(), Map.of(), null, null, 0);

        Found {
            columns = List.copyOf(columns);
            fields = Map.copyOf(fields);
        }
    }

    /** As {@code discover} answers. */
    TableInfo info() {
        return new TableInfo(
                spec.name(),
                "resource",
                found.columns(),
                spec.key(),
                found.rows(),
                List.copyOf(spec.lookups().keySet()),
                null,
                spec.time(),
                null);
    }

    /** The columns of some names, in their order; all of them for null. */
    List<ColumnInfo> columns(@Nullable List<String> names) {
        if (names == null) {
            return found.columns();
        }
        Map<String, ColumnInfo> byName = new LinkedHashMap<>();
        found.columns().forEach(column -> byName.put(column.name(), column));
        List<ColumnInfo> asked = new ArrayList<>();
        names.forEach(name -> {
            ColumnInfo column = byName.get(name);
            if (column != null) {
                asked.add(column);
            }
        });
        return asked;
    }

    /** What {@code {columns}} stands for in the table's requests. */
    String fieldList(List<ColumnInfo> asked) {
        return asked.stream()
                .map(column -> found.fields().get(column.name()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
    }
}
