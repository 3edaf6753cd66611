package dev.dayone.pilot.report;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one expectation came to.
 *
 * @param observed a number, a text or a list, as the expectation measures; null: not measured
 * @param elementCount rows looked at
 * @param missingCount of them without a value, for expectations that leave those out
 * @param unexpectedCount of them that break the rule; null for expectations on a whole column or table
 * @param interval of the share that keeps the rule, or of {@code observed}
 * @param rowsToDecide about how many rows would decide an UNDETERMINED; null: cannot be told, or decided
 * @param bySource whether the source itself answered for the whole table, so that no sample stands between
 * @param about the rows that the verdict is about
 * @param examples of unexpected values, as far as the column may be shown; else shapes
 * @param exampleRows some of the rows that break the rule, where the table has a key
 * @param error why there is NO_ANSWER, in a sentence
 */
public record CheckResult(
        TableRef table,
        String type,
        Map<String, Object> kwargs,
        Severity severity,
        CheckVerdict verdict,
        @Nullable Object observed,
        long elementCount,
        long missingCount,
        @Nullable Long unexpectedCount,
        @Nullable Interval interval,
        @Nullable Long rowsToDecide,
        boolean bySource,
        RowsMeant about,
        List<ValueCount> examples,
        List<ExampleRow> exampleRows,
        @Nullable String error,
        Map<String, Object> meta) {
    public CheckResult {
        kwargs = Collections.unmodifiableMap(new LinkedHashMap<>(kwargs));
        // Reports of older versions say neither.
        about = about == null ? RowsMeant.EVERY_ROW : about;
        examples = List.copyOf(examples);
        exampleRows = exampleRows == null ? List.of() : List.copyOf(exampleRows);
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
    }

    /** The column that the rule is about, or null for rules on a table. */
    public @Nullable String column() {
        Object column = kwargs.get("column");
        return column == null ? null : column.toString();
    }
}
