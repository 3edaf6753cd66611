package dev.dayone.readiness.render;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ExampleRow;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.snapshot.FileName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checks of each table in the form of Great Expectations 1.x validation results.
 *
 * <p>That form knows only success and no success, so UNDETERMINED and NO_ANSWER are {@code success: false}: a reader that
 * knows nothing of dayone never takes missing evidence for a pass. {@code meta.dayone_verdict} tells them apart, and
 * NO_ANSWER has {@code exception_info.raised_exception} besides.
 */
final class ValidationResults {
    private ValidationResults() {}

    /** The text of each file by its name, {@code SOURCE.TABLE.json}, for tables that have checks. */
    static Map<String, String> render(RunReport report) {
        Map<TableRef, List<CheckResult>> tables = new LinkedHashMap<>();
        report.checks().forEach(check -> tables.computeIfAbsent(check.table(), table -> new ArrayList<>())
                .add(check));
        Map<String, String> files = new LinkedHashMap<>();
        tables.forEach((table, checks) -> files.put(fileName(table), Json.write(suite(report, table, checks)) + "\n"));
        return files;
    }

    static String fileName(TableRef table) {
        return FileName.of(table.source()) + "." + FileName.of(table.table()) + ".json";
    }

    private static Map<String, Object> suite(RunReport report, TableRef table, List<CheckResult> checks) {
        long passed = checks.stream()
                .filter(check -> check.verdict() == CheckVerdict.PASS)
                .count();
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("evaluated_expectations", checks.size());
        statistics.put("successful_expectations", passed);
        statistics.put("unsuccessful_expectations", checks.size() - passed);
        statistics.put("success_percent", 100.0 * passed / checks.size());

        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(
                "run_id",
                Map.of("run_name", report.run().id(), "run_time", report.run().completedAt()));
        meta.put(
                "active_batch_definition", Map.of("datasource_name", table.source(), "data_asset_name", table.table()));
        meta.put("dayone_version", report.run().dayoneVersion());
        meta.put("dayone_snapshot", report.run().snapshot());

        Map<String, Object> suite = new LinkedHashMap<>();
        suite.put("success", passed == checks.size());
        suite.put("results", checks.stream().map(ValidationResults::result).toList());
        suite.put("suite_name", report.pilot().name());
        suite.put("suite_parameters", Map.of());
        suite.put("statistics", statistics);
        suite.put("meta", meta);
        suite.put("id", null);
        return suite;
    }

    private static Map<String, Object> result(CheckResult check) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("type", check.type());
        config.put("kwargs", check.kwargs());
        config.put("meta", check.meta());

        Map<String, Object> result = new LinkedHashMap<>();
        result.put("success", check.verdict() == CheckVerdict.PASS);
        result.put("expectation_config", config);
        result.put("result", check.verdict() == CheckVerdict.NO_ANSWER ? Map.of() : measured(check));
        result.put("exception_info", exception(check));
        result.put("meta", meta(check));
        return result;
    }

    private static Map<String, Object> measured(CheckResult check) {
        Map<String, Object> result = new LinkedHashMap<>();
        Long unexpected = check.unexpectedCount();
        if (unexpected != null) {
            long asked = check.elementCount() - check.missingCount();
            result.put("element_count", check.elementCount());
            result.put("unexpected_count", unexpected);
            result.put("unexpected_percent", percent(unexpected, asked));
            result.put("missing_count", check.missingCount());
            result.put("missing_percent", percent(check.missingCount(), check.elementCount()));
            result.put("unexpected_percent_total", percent(unexpected, check.elementCount()));
            result.put("unexpected_percent_nonmissing", percent(unexpected, asked));
            result.put(
                    "partial_unexpected_list",
                    check.examples().stream().map(ValueCount::value).toList());
            result.put(
                    "partial_unexpected_counts",
                    check.examples().stream()
                            .map(example -> Map.of("value", example.value(), "count", example.count()))
                            .toList());
            if (!check.exampleRows().isEmpty()) {
                rows(check, result);
            }
        } else {
            result.put("element_count", check.elementCount());
            result.put("missing_count", check.missingCount());
        }
        if (check.observed() != null || unexpected == null) {
            result.put("observed_value", check.observed());
        }
        return result;
    }

    /** As Great Expectations names rows: by the columns that identify them, beside the values that broke the rule. */
    private static void rows(CheckResult check, Map<String, Object> result) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (ExampleRow row : check.exampleRows()) {
            Map<String, String> both = new LinkedHashMap<>(row.values());
            both.putAll(row.key());
            rows.add(both);
        }
        result.put(
                "unexpected_index_column_names",
                List.copyOf(check.exampleRows().get(0).key().keySet()));
        result.put("partial_unexpected_index_list", rows);
        result.put("unexpected_index_list", rows);
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole <= 0 ? null : 100.0 * part / whole;
    }

    private static Map<String, Object> exception(CheckResult check) {
        boolean raised = check.verdict() == CheckVerdict.NO_ANSWER;
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("raised_exception", raised);
        info.put("exception_message", raised ? check.error() : null);
        info.put("exception_traceback", null);
        return info;
    }

    private static Map<String, Object> meta(CheckResult check) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("dayone_verdict", check.verdict());
        meta.put("dayone_severity", Badge.of(check.severity()).word());
        Interval interval = check.interval();
        if (interval != null) {
            meta.put("dayone_interval", interval);
        }
        if (check.about() != RowsMeant.EVERY_ROW) {
            meta.put("dayone_rows_meant", check.about());
        }
        if (!check.exampleRows().isEmpty()) {
            meta.put(
                    "dayone_reasons",
                    check.exampleRows().stream().map(ExampleRow::reason).toList());
        }
        if (check.bySource()) {
            meta.put("dayone_counted_by_source", true);
        }
        if (check.rowsToDecide() != null) {
            meta.put("dayone_rows_to_decide", check.rowsToDecide());
        }
        return meta;
    }
}
