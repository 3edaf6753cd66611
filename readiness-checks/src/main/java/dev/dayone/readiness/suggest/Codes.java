package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.ValueCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Codes, such as {@code INV-2031}: letters, digits and signs between them that all values share. */
final class Codes implements Rule {
    private static final double LEAST = 0.95;
    private static final int LONGEST = 40;

    @Override
    public List<Candidate> candidates(TableView view) {
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnView column : view.columns()) {
            boolean code = column.isText()
                    && column.shown()
                    && Formats.kind(column).equals("text")
                    && column.usual().isEmpty();
            String regex = code ? regex(column.profile().shapes()) : "";
            if (!regex.isEmpty()) {
                Map<String, Object> kwargs = new LinkedHashMap<>();
                kwargs.put("column", column.name());
                kwargs.put("regex", regex);
                candidates.add(Candidate.share(
                        "expect_column_values_to_match_regex",
                        kwargs,
                        Severity.MINOR,
                        LEAST,
                        "values are codes of one shape"));
            }
        }
        return candidates;
    }

    /** What all shapes are alike in; empty: they differ, or are words. */
    private static String regex(List<ValueCount> shapes) {
        Set<String> alike = new LinkedHashSet<>();
        for (ValueCount shape : shapes) {
            if (shape.value().length() > LONGEST || !shape.value().matches("[a9_.:#/-]+")) {
                return "";
            }
            alike.add(shape.value().replaceAll("a+", "[A-Za-z]+").replaceAll("9+", "[0-9]+"));
        }
        // Letters or digits alone are words or numbers.
        boolean one = alike.size() == 1 && alike.stream().allMatch(shape -> shape.split("\\+").length > 1);
        return one ? "^" + alike.iterator().next().replace(".", "\\.") + "$" : "";
    }
}
