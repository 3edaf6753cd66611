package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.ColumnProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts of nearly one length, such as codes; and texts that the pilot needs, which are not to be empty. */
final class Lengths implements Rule {
    private static final Set<String> HAVE_A_FORMAT =
            Set.of("email", "uuid", "phone", "url", "ip", "iban", "integer", "json", "date", "timestamp");
    private static final double LEAST = 0.95;
    private static final double ALIKE = 1.5;

    @Override
    public List<Candidate> candidates(TableView view) {
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnView column : view.columns()) {
            ColumnProfile.Length length = column.profile().length();
            if (!column.isText()
                    || length == null
                    || HAVE_A_FORMAT.contains(Formats.kind(column))
                    || Picklists.is(column, view)) {
                continue;
            }
            boolean alike = areAlike(column, length);
            if (alike || view.needs(column)) {
                candidates.add(candidate(column, alike ? length : null));
            }
        }
        return candidates;
    }

    /** Whether values are nearly of one length, and no mere words of several. */
    static boolean areAlike(ColumnView column, ColumnProfile.Length length) {
        boolean words = length.min() != length.max()
                && column.profile().shapes().stream()
                        .anyMatch(shape -> !shape.value().contains("9"));
        return length.min() >= 2
                && length.max() <= ALIKE * length.min()
                && column.profile().distinct() > 1
                && !words;
    }

    private static Candidate candidate(ColumnView column, ColumnProfile.@Nullable Length alike) {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("column", column.name());
        kwargs.put("min_value", alike == null ? 1L : alike.min());
        if (alike != null) {
            kwargs.put("max_value", alike.max());
        }
        return Candidate.share(
                "expect_column_value_lengths_to_be_between",
                kwargs,
                alike == null ? Severity.MAJOR : Severity.MINOR,
                LEAST,
                alike == null ? "values are not empty, and the pilot needs them" : "values are about as long");
    }
}
