package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import dev.dayone.readiness.engine.DeequRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A few texts that come again and again, in a column whose values are shown. Rare ones may be slips and are left out. */
final class Picklists implements Rule {
    private static final int MOST = 25;
    private static final int ROWS_A_VALUE = 20;
    private static final double LEAST = 0.95;

    /** Whether a column's values are a list to choose from. */
    static boolean is(ColumnView column, TableView view) {
        int usual = column.usual().size();
        boolean deequ = column.deequ().contains(DeequRules.Rule.CATEGORIES)
                || column.deequ().contains(DeequRules.Rule.MOST_CATEGORIES);
        return column.isText()
                && deequ
                && usual >= 2
                && usual <= MOST
                && column.present() >= ROWS_A_VALUE * usual * view.part();
    }

    @Override
    public List<Candidate> candidates(TableView view) {
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnView column : view.columns()) {
            if (is(column, view)) {
                List<String> values = column.usual().keySet().stream().sorted().toList();
                Map<String, Object> kwargs = new LinkedHashMap<>();
                kwargs.put("column", column.name());
                kwargs.put("value_set", values);
                int rare = column.values().size() - values.size();
                candidates.add(Candidate.share(
                        "expect_column_values_to_be_in_set",
                        kwargs,
                        Severity.MAJOR,
                        LEAST,
                        "values are one of " + values.size()
                                + (rare == 0 ? "" : "; " + rare + " rare or empty ones are left out")));
            }
        }
        return candidates;
    }
}
