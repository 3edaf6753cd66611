package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import dev.dayone.readiness.expectation.Earlier;
import dev.dayone.readiness.table.SnapshotTable;
import dev.dayone.readiness.wording.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As many rows as there were, or about; only where all of them were read or counted. */
final class RowNumber implements Rule {
    private static final double USUAL_CHANGE = 0.2;
    private static final double MOST_CHANGE = 0.5;
    private static final int TIMES = 3;

    @Override
    public List<Candidate> candidates(TableView view) {
        SnapshotTable table = view.table();
        Long rows = table.manifest().whole() ? Long.valueOf(table.manifest().sampledRows()) : table.countedRows();
        if (rows == null || rows < view.fewest()) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        long least = BigDecimal.valueOf(rows / 2)
                .round(new MathContext(2, RoundingMode.FLOOR))
                .longValue();
        candidates.add(Candidate.of(
                Candidate.Kind.TABLE,
                "expect_table_row_count_to_be_between",
                Map.of("min_value", least),
                Severity.MAJOR,
                Numbers.count(rows, "row") + "; with less than half of them something was not loaded"));
        Earlier.Seen before = view.subject().before();
        if (before != null && before.rows() != null && before.rows() > 0) {
            double change = Math.abs((double) rows / before.rows() - 1);
            double allowed = Math.max(USUAL_CHANGE, Math.ceil(TIMES * change * 10) / 10);
            if (allowed <= MOST_CHANGE) {
                candidates.add(close(allowed, before, rows));
            }
        }
        return candidates;
    }

    private static Candidate close(double allowed, Earlier.Seen before, long rows) {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("max_increase", allowed);
        kwargs.put("max_decrease", allowed);
        return Candidate.of(
                Candidate.Kind.TABLE,
                "expect_table_row_count_to_be_close_to_previous",
                kwargs,
                Severity.MINOR,
                Numbers.count(rows, "row") + ", " + Numbers.count(before.rows() == null ? 0 : before.rows())
                        + " in the run before; three times that change is allowed, a fifth at least");
    }
}
