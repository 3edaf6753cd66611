package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import dev.dayone.readiness.engine.DeequRules;
import java.util.List;
import java.util.Map;

/** A column that has a value in nearly every row, unless its source sees to that itself. */
final class Completeness implements Rule {
    private static final double USUAL = 0.9;
    private static final double NEEDED = 0.5;

    @Override
    public List<Candidate> candidates(TableView view) {
        return view.columns().stream()
                .filter(column -> view.needs(column) || (column.info().nullable() && !tellsOfState(column)))
                .filter(column -> column.deequ().contains(DeequRules.Rule.COMPLETE)
                        || column.deequ().contains(DeequRules.Rule.COMPLETENESS))
                .map(column -> Candidate.share(
                        "expect_column_values_to_not_be_null",
                        Map.of("column", column.name()),
                        view.needs(column) ? Severity.MAJOR : Severity.MINOR,
                        view.needs(column) ? NEEDED : USUAL,
                        view.needs(column) ? "rows have a value, which the pilot needs" : "rows have a value"))
                .toList();
    }

    /** A time that some rows have not yet, such as that of closing. */
    private static boolean tellsOfState(ColumnView column) {
        return column.isTime() && column.profile().nulls() > 0;
    }
}
