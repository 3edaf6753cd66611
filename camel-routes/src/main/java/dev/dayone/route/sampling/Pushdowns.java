package dev.dayone.route.sampling;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.pilot.snapshot.TableInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks a source to count the rows and distinct keys of a whole table, where the pilot allows it. */
final class Pushdowns {
    private static final Set<String> OF_A_COLUMN = Set.of(
            "expect_column_values_to_be_unique",
            "expect_column_unique_value_count_to_be_between",
            "expect_column_proportion_of_unique_values_to_be_between");

    private static final String OF_COLUMNS = "expect_compound_columns_to_be_unique";

    private Pushdowns() {}

    /** What the source counted; a refusal or a time-out is a note. {@code one} answers a selection with its only row. */
    static Pushdown ask(List<List<String>> columns, long maxRows, UnaryOperator<Map<String, Object>> one) {
        try {
            Map<String, Object> row = one.apply(Map.of("method", "aggregate", "distinct", columns, "maxRows", maxRows));
            List<Pushdown.Distinct> distinct = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                Long present = number(row.get("present_" + i));
                Long different = number(row.get("distinct_" + i));
                if (present != null && different != null) {
                    distinct.add(new Pushdown.Distinct(columns.get(i), present, different));
                }
            }
            return new Pushdown(number(row.get("row_count")), distinct, null);
        } catch (DayoneException e) {
            if (e.code() == ErrorCode.LIMIT_EXCEEDED || e.code() == ErrorCode.SOURCE_TIMED_OUT) {
                return new Pushdown(null, List.of(), note(e, maxRows));
            }
            throw e;
        }
    }

    private static String note(DayoneException failure, long maxRows) {
        return failure.code() == ErrorCode.SOURCE_TIMED_OUT
                ? "counting took longer than the source's limits"
                : "counting would touch more rows, by the source's own estimate, than its limit pushdownRows of "
                        + maxRows;
    }

    /** The columns, one or more together, whose distinct values are worth counting. */
    static List<List<String>> columns(Pilot pilot, TableRef ref, TableInfo info) {
        Set<List<String>> columns = new LinkedHashSet<>();
        if (!info.key().isEmpty()) {
            columns.add(info.key());
        }
        if (pilot.flow() != null) {
            for (Link link : pilot.flow().links()) {
                if (link.to().tableRef().equals(ref)) {
                    columns.add(List.of(link.to().column()));
                }
            }
        }
        pilot.checks().getOrDefault(ref, List.of()).forEach(check -> add(check, columns));
        Set<String> known = new LinkedHashSet<>();
        info.columns().stream().map(ColumnInfo::name).forEach(known::add);
        return columns.stream().filter(known::containsAll).toList();
    }

    private static void add(Expectation check, Set<List<String>> columns) {
        if (OF_A_COLUMN.contains(check.type()) && check.kwargs().get("column") instanceof String column) {
            columns.add(List.of(column));
        }
        if (OF_COLUMNS.equals(check.type()) && check.kwargs().get("column_list") instanceof List<?> list) {
            columns.add(list.stream().map(String::valueOf).toList());
        }
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : null;
    }
}
