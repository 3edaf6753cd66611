package dev.dayone.benchmark;

import dev.dayone.pilot.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks on the table of {@link ProfileTable} that it passes, as a pilot's file. */
final class CheckSuite {
    static final int COLUMNS = 12;

    private final long rows;

    CheckSuite(long rows) {
        this.rows = rows;
    }

    /**
     * The first of 40 typical checks (12 completeness, 3 regular expressions, 2 sets, 12 bounds, 8 on unique values, 2
     * lengths, a count), mixed; more than those are variations with other bounds and other columns.
     */
    String yaml(int checks) {
        List<Map<String, Object>> all = mixed(typical());
        for (int i = 0; all.size() < checks; i++) {
            all.add(variation(i));
        }
        return pilot(all.subList(0, checks));
    }

    /** So many checks over so many columns, each of its own. */
    String wide(int columns, int checks) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < checks; i++) {
            int column = (i * 7) % columns;
            all.add(
                    switch (column % COLUMNS) {
                        case 0, 7 -> between(column, 0, 2 * rows + i);
                        case 1, 2, 3, 4, 5, 6 ->
                            check("expect_column_values_to_match_regex", column, "regex", "^.{1," + (90 + i) + "}$");
                        default -> check("expect_column_values_to_not_be_null", column);
                    });
        }
        return pilot(all);
    }

    private List<Map<String, Object>> typical() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            all.add(check("expect_column_values_to_not_be_null", column));
        }
        all.add(check("expect_column_values_to_match_regex", 5, "regex", "^mail[0-9]+@example\\.com$"));
        all.add(check("expect_column_values_to_match_regex", 1, "regex", "^customer [0-9]+$"));
        all.add(check("expect_column_values_to_match_regex", 2, "regex", "^[0-9a-f]{32}$"));
        all.add(check("expect_column_values_to_be_in_set", 3, "value_set", numbered("status ", 5)));
        all.add(check("expect_column_values_to_be_in_set", 4, "value_set", numbered("country ", 50)));
        all.add(between(0, 1, rows));
        all.add(between(7, 0, 999));
        all.add(between(8, 0, 2 * rows));
        all.add(between(9, 0, 100));
        all.add(between(10, "2019-01-01T00:00:00", "2200-01-01T00:00:00"));
        all.add(between(11, "2019-01-01T00:00:00", "2200-01-01T00:00:00"));
        all.add(bounds("expect_column_min_to_be_between", 0, 0, 5));
        all.add(bounds("expect_column_max_to_be_between", 0, rows, rows));
        all.add(bounds("expect_column_mean_to_be_between", 7, 400, 600));
        all.add(bounds("expect_column_min_to_be_between", 9, 0, 1));
        all.add(bounds("expect_column_max_to_be_between", 8, rows, 2 * rows));
        all.add(bounds("expect_column_mean_to_be_between", 9, 0, 100));
        all.add(check("expect_column_values_to_be_unique", 0));
        all.add(check("expect_column_values_to_be_unique", 2));
        all.add(check("expect_column_values_to_be_unique", 5));
        all.add(check("expect_column_values_to_be_unique", 6));
        all.add(bounds("expect_column_unique_value_count_to_be_between", 3, 5, 5));
        all.add(bounds("expect_column_unique_value_count_to_be_between", 4, 50, 50));
        all.add(bounds("expect_column_unique_value_count_to_be_between", 1, rows, rows));
        all.add(bounds("expect_column_proportion_of_unique_values_to_be_between", 7, 0, 0.5));
        all.add(bounds("expect_column_value_lengths_to_be_between", 6, 10, 80));
        all.add(bounds("expect_column_value_lengths_to_be_between", 1, 5, 40));
        all.add(Map.of("type", "expect_table_row_count_to_equal", "kwargs", Map.of("value", rows)));
        return all;
    }

    private Map<String, Object> variation(int i) {
        return switch (i % 8) {
            case 0 -> between(0, -i, rows + i);
            case 1 -> between(8, -i, 2 * rows + i);
            case 2 -> bounds("expect_column_value_lengths_to_be_between", 6, 1, 80 + i);
            case 3 ->
                check("expect_column_values_to_match_regex", 5, "regex", "^mail[0-9]{1," + (20 + i) + "}@example");
            case 4 -> check("expect_column_values_to_not_be_in_set", 3, "value_set", numbered("other " + i, 5));
            case 5 -> between(7, -i, 1000 + i);
            case 6 -> bounds("expect_column_max_to_be_between", 7, 0, 1000 + i);
            default -> bounds("expect_column_value_lengths_to_be_between", 2, 1, 32 + i);
        };
    }

    /** Each kind evenly spread, so that the first ten are a bit of all. */
    private static List<Map<String, Object>> mixed(List<Map<String, Object>> checks) {
        List<Map<String, Object>> mixed = new ArrayList<>();
        int stride = 13; // shares no factor with 40
        for (int i = 0; i < checks.size(); i++) {
            mixed.add(checks.get(i * stride % checks.size()));
        }
        return mixed;
    }

    private static List<String> numbered(String name, int many) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(name + i);
        }
        return all;
    }

    private static Map<String, Object> between(int column, Object min, Object max) {
        return bounds("expect_column_values_to_be_between", column, min, max);
    }

    private static Map<String, Object> bounds(String type, int column, Object min, Object max) {
        return check(type, column, "min_value", min, "max_value", max);
    }

    private static Map<String, Object> check(String type, int column, Object... arguments) {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("column", "column " + column);
        for (int i = 0; i < arguments.length; i += 2) {
            kwargs.put(String.valueOf(arguments[i]), arguments[i + 1]);
        }
        return Map.of("type", type, "kwargs", kwargs);
    }

    /** JSON is YAML. */
    private static String pilot(List<Map<String, Object>> checks) {
        Map<String, Object> pilot = new LinkedHashMap<>();
        pilot.put("pilot", "benchmark");
        pilot.put("description", "Checks on one table");
        pilot.put("sources", Map.of("s", Map.of("connector", "parquet", "parameters", Map.of("path", "none.parquet"))));
        if (!checks.isEmpty()) {
            pilot.put("checks", Map.of("s.t", checks));
        }
        return Json.write(pilot);
    }
}
