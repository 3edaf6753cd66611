package dev.dayone.readiness.render;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.wording.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A check on the page. */
record CheckView(
        @Nullable String column,
        String rule,
        String type,
        @Nullable String anchor,
        Badge severity,
        Badge verdict,
        @Nullable String observed,
        @Nullable RateBar bar,
        String small,
        @Nullable String lacks,
        List<ValueView> examples,
        List<RowView> rows) {
    private static final int EXAMPLES = 4;

    static CheckView of(CheckResult check, Anchors anchors) {
        Badge verdict = Badge.of(check.verdict());
        Double kept = Wording.kept(check);
        String column = check.column();
        RateBar bar = kept == null || check.verdict() == CheckVerdict.NO_ANSWER
                ? null
                : RateBar.of(verdict.tone(), kept, check.interval(), required(check));
        return new CheckView(
                column,
                Rules.bare(check),
                check.type(),
                column == null ? null : anchors.column(check.table().column(column)),
                Badge.of(check.severity()),
                verdict,
                check.verdict() == CheckVerdict.NO_ANSWER ? null : Wording.observed(check),
                bar,
                Stream.of(Wording.howSure(check.interval(), check.about()), bar == null ? null : bar.scale())
                        .filter(text -> text != null)
                        .collect(Collectors.joining(" · ")),
                Wording.lacks(check),
                ValueView.of(check.examples(), 0, EXAMPLES),
                check.exampleRows().stream().map(RowView::of).toList());
    }

    private static double required(CheckResult check) {
        return check.kwargs().get("mostly") instanceof Number mostly ? mostly.doubleValue() : 1;
    }

    /** The checks of one table. */
    record Group(String table, @Nullable String anchor, String summary, List<CheckView> checks) {
        static List<Group> of(List<CheckResult> checks, Anchors anchors) {
            Map<TableRef, List<CheckResult>> tables = new LinkedHashMap<>();
            checks.forEach(check -> tables.computeIfAbsent(check.table(), table -> new ArrayList<>())
                    .add(check));
            List<Group> groups = new ArrayList<>();
            tables.forEach((table, all) -> groups.add(new Group(
                    table.toString(),
                    anchors.table(table),
                    summary(all),
                    all.stream().map(check -> CheckView.of(check, anchors)).toList())));
            return groups;
        }

        private static String summary(List<CheckResult> checks) {
            return Stream.of(CheckVerdict.values())
                    .map(verdict -> Map.entry(
                            Badge.of(verdict).word(),
                            checks.stream()
                                    .filter(check -> check.verdict() == verdict)
                                    .count()))
                    .filter(entry -> entry.getValue() > 0)
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .collect(Collectors.joining(" · "));
        }
    }
}
