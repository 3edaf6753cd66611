package dev.dayone.readiness.flow;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.profile.Placeholder;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * What the rows on a record's way are asked: a value in each column that the pilot needs, every rule of weight on those
 * columns, and that the table is as fresh as its checks ask.
 *
 * @param needs by table, the columns that the pilot needs
 * @param reports what was measured of the tables
 * @param checks their results
 * @param rules by table, the checks of weight that one row keeps or breaks
 */
public record Questions(
        Map<TableRef, List<String>> needs,
        Map<TableRef, TableReport> reports,
        List<CheckResult> checks,
        Function<TableRef, List<RecordRule>> rules) {
    private static final String FRESHNESS = "expect_column_max_to_be_within_age";
    private static final String EMPTY = "empty";
    private static final String PLACEHOLDER = "a placeholder";
    private static final String AGAINST_RULE = "against the rule";
    private static final String OLD = "older than asked";

    /** What rows of a table are asked. */
    List<Question> of(SnapshotTable table) {
        List<Question> questions = new ArrayList<>();
        for (String column : needs.getOrDefault(table.ref(), List.of())) {
            int position = table.position(column);
            if (position >= 0) {
                boolean choice = isChoice(table.ref(), column);
                questions.add(new Question(
                        Funnel.Kind.NEED,
                        table.ref().column(column).toString(),
                        null,
                        SnapshotTable.column(position).cast("string"),
                        text -> missing(text, choice)));
            }
        }
        for (RecordRule rule : rules.apply(table.ref())) {
            questions.add(new Question(
                    Funnel.Kind.RULE,
                    rule.place(),
                    rule.rule(),
                    functions.when(rule.breaks(), functions.lit(AGAINST_RULE)),
                    text -> text == null ? null : AGAINST_RULE));
        }
        for (int i = 0; i < checks.size(); i++) {
            CheckResult check = checks.get(i);
            if (check.table().equals(table.ref()) && isOld(check)) {
                questions.add(new Question(
                        Funnel.Kind.FRESH,
                        table.ref().column(String.valueOf(check.column())).toString(),
                        new Funnel.Rule(check.type(), i),
                        functions.lit(OLD),
                        text -> OLD));
            }
        }
        return questions;
    }

    private static @Nullable String missing(@Nullable String text, boolean choice) {
        if (text == null || text.isBlank()) {
            return EMPTY;
        }
        return !choice && Placeholder.is(text) ? PLACEHOLDER : null;
    }

    private boolean isChoice(TableRef ref, String column) {
        TableReport report = reports.get(ref);
        return report == null
                || report.columns().stream()
                        .filter(candidate -> candidate.name().equals(column))
                        .map(ColumnReport::profile)
                        .anyMatch(Placeholder::isChoice);
    }

    private static boolean isOld(CheckResult check) {
        return check.type().equals(FRESHNESS)
                && check.verdict() == CheckVerdict.FAIL
                && check.severity() != Severity.MINOR;
    }
}
